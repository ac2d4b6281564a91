from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from lontar.survey import schema
from lontar.survey.copying import backup, copy_votes, restore
from lontar.survey.database import open_engine, parse_url, sole_process
from lontar.survey.errors import OperatorError
from lontar.survey.store import Store
from lontar.survey.votes import Ballot, record
from tests.survey.running import CHOICES, endpoint
from tests.survey.test_votes import ballot


def _fill(url: str, count: int = 100) -> dict[str, list[tuple[object, ...]]]:
    store = Store(open_engine(parse_url(url)))
    store.record([ballot(n.to_bytes(16, "big"), CHOICES[n % 4]) for n in range(count)])
    store.record([ballot(b"trapped", is_trapped=True)])
    store.record([Ballot("skm", b"s" * 16, (("u1", "puas"), ("u2", "puas")), 7200)])
    store.close()
    return _content(url)


def _content(url: str) -> dict[str, list[tuple[object, ...]]]:
    engine = open_engine(parse_url(url))
    with engine.connect() as connection, connection.begin():
        content = {
            table.name: sorted(
                tuple(bytes(v) if isinstance(v, memoryview) else v for v in row)
                for row in connection.execute(sa.select(table))
            )
            for table in (schema.votes, schema.quarantine, schema.tallies)
        }
    engine.dispose()
    return content


def test_backup_and_restore_give_back_every_row(tmp_path: Path, database: str) -> None:
    before = _fill(database)
    file = tmp_path / "backup.db"
    assert backup(parse_url(database), file) == 102
    assert sorted(p.name for p in tmp_path.glob("*backup*")) == ["backup.db"]
    with sqlite3.connect(file) as copied:
        assert copied.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    copied.close()
    target = f"sqlite:///{tmp_path / 'restored.db'}"
    assert restore(file, parse_url(target), replace=False) == 102
    assert _content(target) == before


def test_40_restore_keeps_what_is_there_unless_told(tmp_path: Path, database: str) -> None:
    before = _fill(database)
    file = tmp_path / "backup.db"
    backup(parse_url(database), file)
    _fill(database, 120)
    with pytest.raises(OperatorError, match="say --replace to lose them"):
        restore(file, parse_url(database), replace=False)
    restore(file, parse_url(database), replace=True)
    assert _content(database) == before


def test_40_sqlite_to_postgresql_and_back(tmp_path: Path, postgres_url: str, sqlite_url: str) -> None:
    before = _fill(sqlite_url, 600)
    assert copy_votes(parse_url(sqlite_url), parse_url(postgres_url)) == 602
    assert _content(postgres_url) == before
    back = f"sqlite:///{tmp_path / 'back.db'}"
    copy_votes(parse_url(postgres_url), parse_url(back))
    assert _content(back) == before


def test_a_backup_while_votes_come_in_is_one_sound_moment(tmp_path: Path, sqlite_url: str) -> None:
    with endpoint(tmp_path, sqlite_url, "--quota", "1000") as running:
        for number in range(3):
            for _ in range(10):
                assert running.vote().status_code == 303
            file = tmp_path / f"{number}.db"
            assert backup(parse_url(sqlite_url), file) == (number + 1) * 10


def test_a_database_in_use_is_not_restored_into(tmp_path: Path, sqlite_url: str) -> None:
    _fill(sqlite_url)
    file = tmp_path / "backup.db"
    backup(parse_url(sqlite_url), file)
    url = parse_url(sqlite_url)
    with sole_process(url), pytest.raises(OperatorError, match="is using this database"):
        restore(file, url, replace=True)


def test_a_backup_never_overwrites_and_a_failed_one_leaves_nothing(tmp_path: Path, sqlite_url: str) -> None:
    file = tmp_path / "backup.db"
    with pytest.raises(OperatorError, match="no such database"):
        backup(parse_url(sqlite_url), file)
    assert list(tmp_path.iterdir()) == []
    _fill(sqlite_url)
    file.write_text("precious")
    with pytest.raises(OperatorError, match="never overwrites"):
        backup(parse_url(sqlite_url), file)
    assert file.read_text() == "precious"


def test_the_same_database_and_missing_or_foreign_backups_are_told(tmp_path: Path, sqlite_url: str) -> None:
    url = parse_url(sqlite_url)
    with pytest.raises(OperatorError, match="are the same database"):
        copy_votes(url, url)
    with pytest.raises(OperatorError, match="no such backup"):
        restore(tmp_path / "none.db", url, replace=False)
    foreign = tmp_path / "foreign.db"
    sqlite3.connect(foreign).close()
    foreign.touch()
    with pytest.raises(OperatorError, match="the source has schema 0"):
        restore(foreign, url, replace=False)


def test_an_unsound_source_is_told(tmp_path: Path, sqlite_url: str) -> None:
    _fill(sqlite_url)
    engine = open_engine(parse_url(sqlite_url))
    with engine.connect() as connection:
        with connection.begin():
            connection.exec_driver_sql("UPDATE tallies SET count = count + 1 WHERE choice = 'puas'")
        record(connection, [])
    engine.dispose()
    with pytest.raises(OperatorError, match="a/choice/puas: 25 votes, tally 26"):
        backup(parse_url(sqlite_url), tmp_path / "b.db")
    assert not (tmp_path / "b.db").exists()
