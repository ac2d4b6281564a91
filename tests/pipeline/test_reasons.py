"""Why a page is made anew."""

from __future__ import annotations

import pytest

from lontar.pages.planned import Page
from lontar.pipeline.reasons import changed_sources, frame_of, why

ROW = ("kunci", "templat", "bingkai", "sha", (10, 20))


@pytest.mark.parametrize(
    ("row", "key", "template", "frame", "stamp", "expected"),
    [
        (ROW, "kunci", "templat", "bingkai", (10, 20), None),
        (None, "kunci", "templat", "bingkai", None, "new"),
        (ROW, "kunci", "templat", "bingkai", None, "missing"),
        (ROW, "kunci", "templat", "bingkai", (10, 21), "altered"),
        (ROW, "lain", "lain", "lain", (10, 20), "template"),
        (ROW, "lain", "templat", "lain", (10, 20), "frame"),
        (ROW, "lain", "templat", "bingkai", (10, 20), "content"),
    ],
)
def test_first_reason_wins(
    row: tuple[str, str, str, str, tuple[int, int]] | None,
    key: str,
    template: str,
    frame: str,
    stamp: tuple[int, int] | None,
    expected: str | None,
) -> None:
    assert why(row, key, template, frame, stamp) == expected


def test_a_page_without_a_frame_has_none() -> None:
    assert frame_of(Page("/robots.txt", "", lambda _html: "", ("x",))) == ""


def test_source_of_the_page_is_named_when_it_was_read() -> None:
    page = Page("/tentang/", "page.html", lambda _html: {}, (), "content/halaman/tentang.md")
    assert changed_sources(page, {"/tentang/": "content/halaman/tentang.md"}) == "content/halaman/tentang.md"
    assert changed_sources(page, {"/lain/": "content/halaman/lain.md"}) == ""
