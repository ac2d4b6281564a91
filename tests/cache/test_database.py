"""A file of the cache: made when needed, made again when damaged, alone in its folder."""

from __future__ import annotations

from pathlib import Path

from lontar.cache.database import Database

SCHEMA = "CREATE TABLE IF NOT EXISTS word (text TEXT)"


def database(folder: Path, version: str = "1") -> Database:
    return Database(folder / "simpanan", "kata", version, SCHEMA)


def put(one: Database, text: str) -> None:
    with one.open() as connection:
        connection.execute("INSERT INTO word VALUES (?)", (text,))


def words(one: Database) -> list[str]:
    return [text for (text,) in one.open().execute("SELECT text FROM word")]


def test_nothing_is_made_before_it_is_needed(tmp_path: Path) -> None:
    one = database(tmp_path)
    assert list(tmp_path.iterdir()) == []
    put(one, "batik")
    one.close()
    assert words(one) == ["batik"]
    one.throw_away()
    assert not one.path.exists()
    assert words(one) == []
    one.close()


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    one = database(tmp_path)
    put(one, "batik")
    one.close()
    one.path.write_bytes(b"bukan basis data" * 100)
    assert words(one) == []
    one.close()


def test_files_of_other_versions_are_removed(tmp_path: Path) -> None:
    old, other = database(tmp_path, "1"), Database(tmp_path / "simpanan", "lain", "1", SCHEMA)
    for one in (old, other):
        put(one, "batik")
        one.close()
    new = database(tmp_path, "2")
    assert words(new) == []
    new.close()
    assert sorted(path.name for path in (tmp_path / "simpanan").iterdir()) == [
        "kata-2.sqlite3",
        "lain-1.sqlite3",
    ]
