"""The feeds that pages announce."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser

from tests.output import kinds
from tests.tools import feeds
from tests.tools.finding import Finding, told
from tests.tools.site import BuiltSite

ATOM = "application/atom+xml"
JSON = "application/feed+json"


def announced(site: BuiltSite, kind: str) -> dict[str, Path]:
    """Absolute URL and file of every feed of a kind that any page links to."""
    found: dict[str, Path] = {}
    for page in site.real_pages():
        for href in page.values(f"//link[@rel='alternate'][@type='{kind}']/@href"):
            file = site.resolve(href, page.url)
            assert file is not None, f"{page.url} announces {href}"
            found[f"{site.origin}/{file.relative_to(site.root).as_posix()}"] = file
    return found


def test_atom_feeds_are_sound(built: BuiltSite) -> None:
    found: list[Finding] = []
    for url, file in announced(built, ATOM).items():
        found.extend(feeds.check_atom(file, url))
    assert not found, told(found)


def test_json_feeds_are_sound(built: BuiltSite) -> None:
    found: list[Finding] = []
    for url, file in announced(built, JSON).items():
        found.extend(feeds.check_json_feed(file, url))
    assert not found, told(found)


def test_there_is_one_of_each_for_the_site_and_for_every_category(built: BuiltSite) -> None:
    categories = [page for page in kinds.of_kind(built, "category") if "/halaman/" not in page.url]
    assert len(categories) >= 4
    editions = len(kinds.of_kind(built, "home"))
    assert len(announced(built, ATOM)) == len(announced(built, JSON)) == editions + len(categories)


def test_both_kinds_tell_the_same_articles_under_ids_that_stay(built: BuiltSite) -> None:
    """An id is the article's address or made of it alone: it holds no date of change and no digest."""
    articles = {page.canonical for page in kinds.of_kind(built, "article")}
    pairs = zip(sorted(announced(built, ATOM).values()), sorted(announced(built, JSON).values()), strict=True)
    for atom, as_json in pairs:
        entries = [(entry.id, entry.link) for entry in feedparser.parse(str(atom)).entries]
        items = [(item["id"], item["url"]) for item in json.loads(as_json.read_text("utf-8"))["items"]]
        assert entries == items
        assert entries, atom
        for identity, link in entries:
            assert link in articles
            assert identity == link or identity.startswith("tag:")


def test_newest_first(built: BuiltSite) -> None:
    for file in announced(built, ATOM).values():
        dates = [entry.published_parsed for entry in feedparser.parse(str(file)).entries]
        assert dates == sorted(dates, reverse=True), file
