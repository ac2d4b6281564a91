"""load_site: from files on disk to the finished site."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from lontar.cache.bodies import Bodies
from lontar.cache.store import Store
from lontar.errors import ContentErrors
from lontar.load.site import Loaded, load_site
from lontar.load.sources import scan
from tests.building import (
    ABOUT,
    MAKER,
    NEWS,
    NOW,
    PRODUCT,
    SURVEY,
    WIB,
    article,
    config,
    maker,
    page,
    product,
    survey,
    write,
)

FILES = {
    NEWS: article(),
    "content/berita/nanti.md": article(publish_at="2025-12-05"),
    "content/berita/draf.md": article(draft="true"),
    "content/berita/news.en.md": article(),
    PRODUCT: product(),
    MAKER: maker(),
    ABOUT: page(),
    SURVEY: survey(closes="2025-12-20"),
}


def load(root: Path, drafts: bool = False, now: dt.datetime = NOW) -> Loaded:
    bodies = Bodies(root / ".cache", "1")
    try:
        return load_site(
            root,
            config(),
            scan(root),
            Store(root / ".cache", "1"),
            bodies,
            now,
            drafts,
            None,
            lambda *_: None,
        )
    finally:
        bodies.close()


def test_all_kinds_come_together(tmp_path: Path) -> None:
    found = load(write(tmp_path, FILES))
    main, english = found.site.editions
    assert [one.slug for one in main.articles] == ["kabar"]
    assert [one.slug for one in english.articles] == ["news"]
    assert (len(main.products), len(main.makers), len(main.pages), len(main.surveys)) == (1, 1, 1, 1)
    assert found.problems == ()
    assert dict(found.read_urls)[PRODUCT] == "/produk/kain/"


def test_drafts_are_shown_when_asked_for(tmp_path: Path) -> None:
    found = load(write(tmp_path, FILES), drafts=True)
    assert {one.slug for one in found.site.main.articles} == {"kabar", "draf", "nanti"}


def test_the_next_moment_of_change_is_known(tmp_path: Path) -> None:
    root = write(tmp_path, FILES)
    assert load(root).until == dt.datetime(2025, 12, 5, tzinfo=WIB)
    assert load(root, now=dt.datetime(2025, 12, 10, tzinfo=WIB)).until == dt.datetime(
        2025, 12, 20, tzinfo=WIB
    )
    assert load(root, now=dt.datetime(2026, 12, 10, tzinfo=WIB)).until is None


def test_texts_of_hidden_records_are_kept(tmp_path: Path) -> None:
    """A draft that comes out tomorrow is not to be converted again for that."""
    found = load(write(tmp_path, FILES))
    assert len(found.bodies) == 7


def test_answers_are_baked_in(tmp_path: Path) -> None:
    counts = {"version": 1, "counted_at": "2025-12-01", "surveys": {"puas": {"n": 1, "counts": {"puas": 1}}}}
    root = write(tmp_path, {**FILES, "survey-results.json": json.dumps(counts)})
    assert load(root).site.tallies["puas"].counts == (("puas", 1),)


def test_wrong_answers_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentErrors):
        load(write(tmp_path, {**FILES, "survey-results.json": "{}"}))


def test_problems_of_files_and_folders_come_together(tmp_path: Path) -> None:
    root = write(tmp_path, {**FILES, "content/lain/x.md": "x", "content/berita/y.md": "y"})
    assert sorted(one.code for one in load(root).problems) == ["folder-unknown", "front-matter-missing"]
