"""A page's key is made of exactly what the page is made of."""

from __future__ import annotations

from typing import Any

import pytest

from lontar.pages.planned import Page, Rank


def one(*_: object) -> dict[str, Any]:
    return {}


def two(*_: object) -> dict[str, Any]:
    return {}


BASE = Page("/x/", "a.html", one, ("a", 1), ("t",), "a.md")


@pytest.mark.parametrize(
    "other",
    [
        Page("/y/", "a.html", one, ("a", 1), ("t",)),
        Page("/x/", "a.html", two, ("a", 1), ("t",)),
        Page("/x/", "a.html", one, ("a", 2), ("t",)),
        Page("/x/", "a.html", one, ("a",), ("t",)),
        Page("/x/", "a.html", one, ("a", 1), ("u",)),
        Page("/x/", "a.html", one, ("a", 1), ()),
    ],
)
def test_another_page_has_another_key(other: Page) -> None:
    assert other.key != BASE.key


def test_where_it_came_from_does_not_count() -> None:
    assert Page("/x/", "a.html", one, ("a", 1), ("t",), "b.md", Rank.INDEX).key == BASE.key


def test_values_without_a_digest_are_refused() -> None:
    with pytest.raises(TypeError):
        _ = Page("/x/", "a.html", one, (object(),)).key


def test_photos_and_assets_come_before_pages_and_pages_before_feeds() -> None:
    assert Rank.ASSET < Rank.PAGE < Rank.INDEX
