"""The markup of every page, by two judges and a few rules of our own."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.output import kinds
from tests.tools import htmlvalidate, nu
from tests.tools.finding import told
from tests.tools.site import BuiltSite


def test_every_kind_of_page_is_there(built: BuiltSite) -> None:
    found = Counter(kinds.kind_of(page) for page in built.real_pages())
    assert set(found) == set(kinds.NAMES)


@pytest.mark.tools
def test_nu_finds_nothing(built: BuiltSite) -> None:
    found = nu.check(built.root)
    assert not found, told(found)


@pytest.mark.tools
def test_html_validate_finds_nothing(built: BuiltSite) -> None:
    found = htmlvalidate.check(built.root)
    assert not found, told(found)


def test_every_page_says_what_it_is(built: BuiltSite) -> None:
    wrong: list[str] = []
    for page in built.real_pages():
        titles = [title.strip() for title in page.values("//head/title/text()")]
        if len(titles) != 1 or not titles[0]:
            wrong.append(f"{page.url}: titles {titles}")
        if len(page.tree.xpath("//h1")) != 1:
            wrong.append(f"{page.url}: {len(page.tree.xpath('//h1'))} h1")
        if not page.tree.get("lang"):
            wrong.append(f"{page.url}: no lang")
        if not page.url.endswith("/404.html") and page.canonical != f"{built.origin}{page.url}":
            wrong.append(f"{page.url}: canonical is {page.canonical!r}")
        if not page.is_noindex and not page.meta("description"):
            wrong.append(f"{page.url}: no description")
    assert not wrong, told(wrong)


def test_no_two_pages_share_a_title(built: BuiltSite) -> None:
    titles = Counter(page.values("//head/title/text()")[0] for page in built.real_pages())
    assert [title for title, number in titles.items() if number > 1] == []


def test_headings_go_down_one_step_at_a_time(built: BuiltSite) -> None:
    wrong: list[str] = []
    for page in built.real_pages():
        level = 0
        for heading in page.tree.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6"):
            if int(heading.tag[1]) > level + 1:
                wrong.append(f"{page.url}: <{heading.tag}> {heading.text_content().strip()!r} after h{level}")
            level = int(heading.tag[1])
    assert not wrong, told(wrong)


def test_an_alias_sends_on_to_a_page_that_is_there(built: BuiltSite) -> None:
    aliases = [page for page in built.pages() if page.is_alias]
    assert aliases
    for page in aliases:
        target = built.resolve(page.canonical)
        assert target is not None and target.is_file(), page.url
        assert page.is_noindex, page.url


def test_pages_are_whole_and_in_utf_8(built: BuiltSite) -> None:
    for page in built.pages():
        text = page.raw.decode("utf-8")
        assert text.lower().startswith("<!doctype html>"), page.url
        assert text.rstrip().endswith("</html>"), page.url
        assert "\ufffd" not in text, page.url


def test_a_records_text_is_not_told_twice(built: BuiltSite) -> None:
    """Where a summary is the beginning of the text, the page shows the text alone."""
    for kind in ("produk", "perajin"):
        pages = sorted((built.root / kind).glob("*/index.html"))
        assert pages
        for page in pages:
            main = page.read_text(encoding="utf-8").partition("<main")[2]
            openings = [text[:60] for text in re.findall(r"<p[^>]*>([^<]{60,})", main)]
            assert len(openings) == len(set(openings)), page
