"""What search engines are told to look at."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from lxml import etree

from tests.tools import sitemaps
from tests.tools.finding import Finding, told
from tests.tools.sample import TODAY
from tests.tools.site import BuiltSite

pytestmark = pytest.mark.tools


@pytest.fixture(scope="module")
def index(built: BuiltSite) -> Path:
    """The sitemap index that robots.txt names."""
    lines = (built.root / "robots.txt").read_text("utf-8").splitlines()
    named = [line.partition(":")[2].strip() for line in lines if line.lower().startswith("sitemap:")]
    assert len(named) == 1
    file = built.resolve(named[0])
    assert file is not None
    return file


@pytest.fixture(scope="module")
def members(built: BuiltSite, index: Path) -> list[Path]:
    files = [built.resolve(url) for url in sitemaps.locations(index)]
    assert len(files) >= 2
    return [file for file in files if file is not None]


def test_all_are_sound(index: Path, members: list[Path]) -> None:
    found: list[Finding] = [finding for file in (index, *members) for finding in sitemaps.check(file)]
    assert not found, told(found)


def test_robots_are_let_in(built: BuiltSite) -> None:
    lines = (built.root / "robots.txt").read_text("utf-8").splitlines()
    assert "User-agent: *" in lines
    assert "Disallow: /" not in lines


def test_they_name_every_page_to_be_found_and_no_other(built: BuiltSite, members: list[Path]) -> None:
    named = {url for file in members for url in sitemaps.locations(file)}
    pages = {
        f"{built.origin}{page.url}"
        for page in built.real_pages()
        if not page.is_noindex and not page.url.endswith("/404.html")
    }
    assert named - pages == set()
    assert pages - named == set()


def test_every_picture_named_is_published(built: BuiltSite, members: list[Path]) -> None:
    named = [url for file in members for url in sitemaps.images(file)]
    assert named
    files = [(url, built.resolve(url)) for url in named]
    missing = [url for url, file in files if file is None or not file.is_file()]
    assert not missing, told(missing)


def test_news_are_of_the_last_two_days(built: BuiltSite, members: list[Path]) -> None:
    today = dt.date.fromisoformat(TODAY)
    news = [
        dt.datetime.fromisoformat(str(stamp)).date()
        for file in members
        for stamp in etree.parse(file).xpath("//n:publication_date/text()", namespaces=sitemaps.NAMESPACES)
    ]
    assert all(today - dt.timedelta(days=2) <= day <= today for day in news), news
    assert any(sitemaps.NEWS in file.read_text("utf-8") for file in members), "no news sitemap"
