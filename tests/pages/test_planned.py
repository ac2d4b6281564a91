"""A page's key is made of exactly what the page is made of."""

from __future__ import annotations

from typing import Any

import pytest

from lontar.pages.planned import Page, Rank
from tests.building import article, article_of


def one(*_: object) -> dict[str, Any]:
    return {}


def two(*_: object) -> dict[str, Any]:
    return {}


BASE = Page("/x/", "a.html", one, ("a", 1), "a.md")


@pytest.mark.parametrize(
    "other",
    [
        Page("/y/", "a.html", one, ("a", 1)),
        Page("/x/", "a.html", two, ("a", 1)),
        Page("/x/", "a.html", one, ("a", 2)),
        Page("/x/", "a.html", one, ("a",)),
        Page("/x/", "a.html", one, ("a", "1")),
        Page("/x/", "a.html", one, (("a", 1),)),
    ],
)
def test_another_page_has_another_key(other: Page) -> None:
    assert other.key != BASE.key


def test_where_it_came_from_does_not_count() -> None:
    assert Page("/x/", "a.html", one, ("a", 1), "b.md", Rank.INDEX).key == BASE.key


def test_values_without_a_digest_are_refused() -> None:
    with pytest.raises(TypeError):
        _ = Page("/x/", "a.html", one, (object(),)).key


def test_photos_and_assets_come_before_pages_and_pages_before_feeds() -> None:
    assert Rank.ASSET < Rank.PAGE < Rank.INDEX


def test_a_page_knows_the_texts_it_shows_but_not_those_of_cards() -> None:
    first, second = article_of(article("Satu.")), article_of(article("Dua."), "content/berita/dua.md")
    page = Page("/x/", "a.html", one, ("a", first.card, (second, [first]), None))
    assert list(page.texts) == [second, first]
    assert list(Page("/x/", "a.html", one, (first.card,)).texts) == []


def test_a_text_is_exchanged_wherever_it_stands() -> None:
    old, other = article_of(article("Satu.")), article_of(article("Dua."), "content/berita/dua.md")
    new = article_of(article("Satu lagi."))
    page = Page("/x/", "a.html", one, (old.card, old, ([other, old], "x"))).with_texts({new.source: new})
    assert page.args == (old.card, new, ([other, new], "x"))
    assert page.key != Page("/x/", "a.html", one, (old.card, old, ([other, old], "x"))).key
