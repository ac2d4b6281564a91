"""Every link of every page leads somewhere, and straight there."""

from __future__ import annotations

import pytest

from tests.output import kinds
from tests.tools import links
from tests.tools.finding import told
from tests.tools.site import BuiltSite


@pytest.mark.tools
def test_lychee_finds_nothing_broken(built: BuiltSite) -> None:
    found = links.check(built.root, built.origin)
    assert not found, told(found)


def test_no_link_takes_a_roundabout_way(built: BuiltSite) -> None:
    found = links.roundabout(built)
    assert not found, told(found)


def test_every_page_can_be_reached_from_home(built: BuiltSite) -> None:
    """But for the error page, and surveys: those are handed out by a link or a printed code."""
    pages = {page.url: page for page in built.real_pages()}
    reached, ahead = {"/"}, ["/"]
    while ahead:
        page = pages[ahead.pop()]
        for href in page.values("//a/@href"):
            file = built.resolve(href, page.url)
            url = built.url_of(file) if file else ""
            if url in pages and url not in reached:
                reached.add(url)
                ahead.append(url)
    apart = {page.url for page in pages.values() if kinds.kind_of(page) in {"notfound", "survey"}}
    assert set(pages) - reached - apart == set()


def test_parts_of_pages_that_only_machines_follow_are_there(built: BuiltSite) -> None:
    """Icons, manifest, feeds, styles, scripts, prev and next."""
    missing: list[str] = []
    for page in built.real_pages():
        for url in page.values("//link/@href | //script/@src"):
            file = built.resolve(url, page.url)
            if file is None or not file.is_file():
                missing.append(f"{page.url}: {url}")
    assert not missing, told(missing)
