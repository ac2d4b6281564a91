"""What one build remembers for the next."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from lontar.cache.store import Store
from lontar.errors import Place, problem
from lontar.load.sources import Sources
from lontar.pipeline.memory import (
    NO_FILES,
    Files,
    Last,
    fingerprint,
    load_files,
    load_last,
    save_files,
    save_last,
    trusted,
)
from lontar.site.site import Unpublished

NONE = Sources({}, {}, frozenset(), ())


def test_last_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    now = dt.datetime(2026, 11, 24, 3, tzinfo=dt.UTC)
    told = (problem(Place("x.md", 3), "alt-missing"),)
    last = Last("abc", now, now + dt.timedelta(days=1), True, told, (Unpublished("/a/", now),))
    save_last(store, last)
    assert load_last(store) == last
    assert load_last(Store(tmp_path, "2")) is None


def test_files_belong_to_one_output_folder(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    rows = {"index.html": ("k", "t", "f", "s", (1, 2))}
    save_files(store, tmp_path / "a", Files(rows, None))
    assert load_files(store, tmp_path / "a").rows == rows
    assert load_files(store, tmp_path / "b") == NO_FILES


def test_nothing_saved_is_nothing_known(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    assert load_last(store) is None
    assert load_files(store, tmp_path) == NO_FILES


def test_fingerprint_sees_every_stamp() -> None:
    one = Sources({"content/berita/a.md": (1, 2, 3)}, {}, frozenset(), ())
    other = Sources({"content/berita/a.md": (1, 2, 4)}, {}, frozenset(), ())
    assert fingerprint(one, {}, ()) == fingerprint(one, {}, ())
    assert fingerprint(one, {}, ()) != fingerprint(other, {}, ())
    assert fingerprint(one, {"base.html": (1, 1, 1)}, ()) != fingerprint(one, {}, ())


def test_fresh_stamps_are_not_trusted() -> None:
    now = 10_000_000_000
    old = Sources({"a": (1, now - 3_000_000_000, 1)}, {}, frozenset(), ())
    fresh = Sources({}, {"b": (1, now - 1_000_000_000, 1)}, frozenset(), ())
    assert trusted(old, {}, (), now)
    assert not trusted(fresh, {}, (), now)
    assert not trusted(NONE, {"base.html": (1, now, 1)}, (), now)
