"""What one build remembers for the next."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.cache.store import Store
from lontar.errors import Place, problem
from lontar.output import OutputDir
from lontar.pipeline.memory import (
    NO_FILES,
    FileRow,
    Files,
    Last,
    Seen,
    load_files,
    load_last,
    open_caches,
    save_files,
    save_last,
)
from lontar.site.site import Unpublished

NOW = dt.datetime(2026, 11, 24, 3, tzinfo=dt.UTC)
SEEN = Seen(
    {"content/berita/a.md": (1, 2, 3), "content/berita/b.md": (1, 2, 4)},
    {"content/media/a.jpg": (1, 2, 5)},
    ("content/media/a.pdf",),
    (),
    {"base.html": (1, 2, 6)},
    (dt.date(2026, 11, 24), False, "templates", "1"),
)


def test_last_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    told = (problem(Place("x.md", 3), "alt-missing"),)
    last = Last("g", SEEN, NOW, NOW + dt.timedelta(days=1), 7, told, (Unpublished("/a/", NOW),))
    save_last(store, last)
    assert load_last(store) == last
    assert load_last(Store(tmp_path, "2")) is None


def test_last_holds_until_the_site_changes_by_itself() -> None:
    last = Last("g", SEEN, NOW, NOW + dt.timedelta(days=1), 7, ())
    assert last.holds_at(NOW)
    assert not last.holds_at(NOW - dt.timedelta(seconds=1))
    assert not last.holds_at(NOW + dt.timedelta(days=1))
    assert last._replace(until=None).holds_at(NOW + dt.timedelta(days=999))


def test_files_belong_to_one_output_folder(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    rows = {"index.html": ("k", "t", "f", "s", (1, 2))}
    save_files(store, tmp_path / "a", Files(rows, None))
    assert load_files(store, tmp_path / "a").rows == rows
    assert load_files(store, tmp_path / "b") == NO_FILES


@given(
    st.dictionaries(
        st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=9),
        st.tuples(*[st.sampled_from(["", "a", "b" * 32])] * 4, st.tuples(st.integers(), st.integers())),
        max_size=9,
    )
)
def test_rows_come_back_as_they_were_in_the_order_of_their_paths(rows: dict[str, FileRow]) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder), "1")
        save_files(store, Path(folder), Files(rows, (1, 2)))
        found = load_files(store, Path(folder))
        assert (found.rows, list(found.rows), found.manifest) == (rows, sorted(rows), (1, 2))


def test_nothing_saved_is_nothing_known(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    assert load_last(store) is None
    assert load_files(store, tmp_path) == NO_FILES
    assert open_caches(tmp_path, "1").kept.generation() == ""
    assert list(tmp_path.iterdir()) == []


def test_files_stand_while_none_was_touched(tmp_path: Path) -> None:
    output = OutputDir(tmp_path)
    (tmp_path / "a.html").write_text("a")
    output.write_manifest({"a.html": "0" * 64})
    files = Files(
        {"a.html": ("k", "", "", "0" * 64, output.stamp("a.html") or (0, 0))},
        output.stamp(".lontar-manifest"),
    )
    assert files.stand(output)
    assert not NO_FILES.stand(output)
    (tmp_path / "a.html").write_text("lain")
    assert not files.stand(output)


def test_changed_records_are_named_when_nothing_else_changed() -> None:
    assert SEEN.changed_records(SEEN) == []
    edited = SEEN._replace(records={**SEEN.records, "content/berita/b.md": (9, 9, 9)})
    assert edited.changed_records(SEEN) == ["content/berita/b.md"]


@pytest.mark.parametrize(
    "other",
    [
        SEEN._replace(records={"content/berita/a.md": (1, 2, 3)}),
        SEEN._replace(records={**SEEN.records, "content/berita/c.md": (1, 2, 3)}),
        SEEN._replace(photos={"content/media/a.jpg": (1, 3, 5)}),
        SEEN._replace(others=()),
        SEEN._replace(problems=(problem(Place("x"), "not-a-file"),)),
        SEEN._replace(theme={}),
        SEEN._replace(asked=(None, True, "templates", "1")),
    ],
)
def test_any_other_change_is_none_of_records_alone(other: Seen) -> None:
    assert other.changed_records(SEEN) is None


def test_fresh_stamps_will_match_nothing() -> None:
    second = 1_000_000_000
    seen = Seen(
        {"a": (1, 7 * second, 1), "b": (1, 9 * second, 1)},
        {"c": (1, 9 * second, 1)},
        (),
        (),
        {"d": (1, 0, 1)},
        (),
    )
    kept = seen.honest(10 * second)
    assert kept.records == {"a": (1, 7 * second, 1), "b": (1, -1, 1)}
    assert kept.photos == {"c": (1, -1, 1)}
    assert kept.theme == {"d": (1, 0, 1)}
    assert seen.honest(20 * second) == seen
