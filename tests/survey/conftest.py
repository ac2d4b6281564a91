"""Both databases, for real: a SQLite file, and a PostgreSQL server of the tests' own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from lontar.survey.catalogue import Catalogue, read_catalogue
from lontar.survey.database import open_engine, parse_url
from lontar.survey.schema import ensure_current
from tests.survey.running import Running, endpoint, reserved_port, skm_entry, survey_entry, write_surveys
from tests.tools.postgres import postgres
from tests.tools.waiting import PATIENCE

_numbers = count(1)


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """Playwright's own 5 s are too short for a machine that does something else besides."""
    expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a server started for this session, with fsync on as it comes."""
    with postgres() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_folder(postgres_server: str) -> Path:
    """Where the server keeps its socket."""
    return Path(parse_qs(urlsplit(postgres_server).query)["host"][0])


@pytest.fixture
def postgres_url(postgres_server: str) -> str:
    """An empty database on it."""
    name = f"lontar_{next(_numbers)}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return postgres_server.replace("/postgres?", f"/{name}?", 1)


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
def port() -> Iterator[int]:
    """A loopback port that is nobody else's."""
    with reserved_port() as reserved:
        yield reserved


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
