from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from lontar.survey.database import checkpoint, log_bytes, open_engine, parse_url, sole_process, sqlite_path
from lontar.survey.errors import OperatorError
from lontar.survey.schema import ensure_current


@pytest.mark.parametrize(
    ("text", "driver"),
    [
        ("sqlite:///survey.db", "sqlite"),
        ("postgresql://u@h/d", "postgresql+psycopg"),
        ("postgres://u@h/d", "postgresql+psycopg"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg"),
    ],
)
def test_the_two_kinds_of_database(text: str, driver: str) -> None:
    assert parse_url(text).drivername == driver


@pytest.mark.parametrize("text", ["survey.db", "mysql://h/d", "sqlite://", "sqlite:///:memory:", ""])
def test_other_urls_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(OperatorError, match=r"write sqlite:///survey\.db or postgresql://"):
        parse_url(text)


def test_sqlite_is_opened_durable(sqlite_url: str) -> None:
    engine = open_engine(parse_url(sqlite_url))
    with engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        assert driver is not None
        settings = [
            driver.cursor().execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "wal_autocheckpoint")
        ]
    assert settings == ["wal", 2, 0]
    engine.dispose()


def test_the_log_grows_until_an_own_checkpoint(sqlite_url: str) -> None:
    url = parse_url(sqlite_url)
    engine = open_engine(url)
    with engine.connect() as connection:
        ensure_current(connection)
        assert log_bytes(url) > 0
        checkpoint(connection)
        assert log_bytes(url) == 0
    engine.dispose()


def test_a_reader_cannot_write_and_needs_the_file(tmp_path: Path, sqlite_url: str) -> None:
    with pytest.raises(OperatorError, match="no such database"):
        open_engine(parse_url(sqlite_url), read_only=True)
    odd = tmp_path / "a folder? 100%"
    odd.mkdir()
    url = parse_url(f"sqlite:///{odd}/s.db")
    writing = open_engine(url)
    with writing.connect() as connection:
        ensure_current(connection)
        reading = open_engine(url, read_only=True)
        with (
            reading.connect() as reader,
            pytest.raises(Exception, match=r"readonly|query_only"),
            reader.begin(),
        ):
            reader.exec_driver_sql("DELETE FROM votes")
        reading.dispose()
    writing.dispose()


def test_a_missing_folder_is_told() -> None:
    with pytest.raises(OperatorError, match="does not exist: make it first"):
        open_engine(parse_url("sqlite:////nowhere/at/all/s.db"))


def test_a_second_process_is_refused_with_the_reason(sqlite_url: str) -> None:
    url = parse_url(sqlite_url)
    with (
        sole_process(url),
        pytest.raises(OperatorError, match="SQLite is for one process: stop it first"),
        sole_process(url),
    ):
        pass
    with sole_process(url):
        pass


@pytest.mark.parametrize("name", ["synchronous_commit"])
def test_postgresql_that_acknowledges_before_writing_is_refused(postgres_url: str, name: str) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {connection.info.dbname} SET {name} = off")
    engine = open_engine(parse_url(postgres_url))
    with pytest.raises(OperatorError, match=f"PostgreSQL has {name} = off"):
        engine.connect()
    engine.dispose()


def test_the_path_of_a_database() -> None:
    assert sqlite_path(parse_url("sqlite:///a/b.db")) == Path("a/b.db")
    assert sqlite_path(parse_url("postgresql://h/d")) is None
