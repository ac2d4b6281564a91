"""The texts in one file: found by their digest, checked against it, or missed."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lontar.cache.bodies import Bodies, BodyMissing
from lontar.digest import digest

ONE, TWO = ("<p>satu “é” 🎉</p>", ""), ("<p>dua</p>",)


@pytest.fixture
def bodies(tmp_path: Path) -> Iterator[Bodies]:
    made = Bodies(tmp_path / "cache", "1")
    yield made
    made.close()


def put(bodies: Bodies, *texts: tuple[str, ...]) -> None:
    bodies.put({digest(text): text for text in texts})


def count(bodies: Bodies) -> int:
    bodies.close()
    connection = sqlite3.connect(bodies.path)
    try:
        return int(connection.execute("SELECT COUNT(*) FROM body").fetchone()[0])
    finally:
        connection.close()


def test_pieces_come_back(bodies: Bodies) -> None:
    put(bodies, ONE, TWO)
    assert bodies.get(digest(ONE)) == ONE
    bodies.close()
    assert bodies.get(digest(TWO)) == TWO


def test_what_is_not_there_is_missed(bodies: Bodies) -> None:
    with pytest.raises(BodyMissing):
        bodies.get(digest(ONE))


def test_nothing_to_put_makes_no_file(bodies: Bodies) -> None:
    bodies.put({})
    assert not bodies.path.exists()


def test_putting_twice_is_as_once(bodies: Bodies) -> None:
    put(bodies, ONE)
    put(bodies, ONE, TWO)
    assert count(bodies) == 2


@pytest.mark.parametrize("told", ['["lain"]', "{", '{"a": 1}', "[1]", "", "null", "7"])
def test_what_was_changed_is_missed(bodies: Bodies, told: str) -> None:
    put(bodies, ONE)
    bodies.close()
    connection = sqlite3.connect(bodies.path)
    with connection:
        connection.execute("UPDATE body SET pieces = ?", (told,))
    connection.close()
    with pytest.raises(BodyMissing):
        bodies.get(digest(ONE))


def test_a_file_that_is_no_database_is_made_anew(bodies: Bodies) -> None:
    bodies.path.parent.mkdir()
    bodies.path.write_bytes(b"junk" * 500)
    put(bodies, ONE)
    assert bodies.get(digest(ONE)) == ONE


def test_each_version_has_its_file(tmp_path: Path) -> None:
    one, two = Bodies(tmp_path, "1"), Bodies(tmp_path, "2")
    put(one, ONE)
    with pytest.raises(BodyMissing):
        two.get(digest(ONE))
    one.close()
    two.close()


def test_thrown_away_it_is_gone(bodies: Bodies) -> None:
    put(bodies, ONE)
    bodies.throw_away()
    assert not bodies.path.exists()
    bodies.throw_away()


def test_old_texts_go_once_they_are_most(bodies: Bodies) -> None:
    texts = [(f"<p>{number}</p>",) for number in range(1003)]
    put(bodies, *texts)
    bodies.keep_only(digest(text) for text in texts[:2])
    assert count(bodies) == 1003
    bodies.keep_only([digest(texts[0])])
    assert count(bodies) == 1
    assert bodies.get(digest(texts[0])) == texts[0]


def test_a_full_disk_is_told_as_one(tmp_path: Path) -> None:
    """The kernel lets no file grow beyond a little: sqlite's own error becomes the system's."""
    script = (
        "import resource; from pathlib import Path; from lontar.cache.bodies import Bodies\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))\n"
        f"try: Bodies(Path({str(tmp_path)!r}), 'v').put({{'a': ('x' * 100_000,)}})\n"
        "except OSError as error: print(error.filename)\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str(tmp_path / "bodies-v.sqlite3")
