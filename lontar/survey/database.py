"""Opening the database so that COMMIT means stored: the settings, checked, and who may open it.

SQLite: WAL, synchronous=FULL, no automatic checkpoint (a failing one would refuse a vote that is stored),
one process at a time. PostgreSQL: refused when the server would acknowledge before writing.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from lontar.survey.errors import OperatorError

BUSY_MILLISECONDS = 5000
PAGE_BYTES = 1024
"""Voters are random, so each vote of a batch dirties its own page: small ones make a third of the log."""

_DURABLE = (
    f"PRAGMA page_size={PAGE_BYTES}",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA wal_autocheckpoint=0",
)
_CHECKPOINT = "PRAGMA wal_checkpoint(TRUNCATE)"


def parse_url(text: str) -> sa.URL:
    """`sqlite:///file.db` or `postgresql://…` (also the short `postgres://` that hosts hand out)."""
    try:
        url = sa.make_url(text)
    except sa.exc.ArgumentError:
        raise OperatorError(
            "--database: not a database URL: write sqlite:///survey.db or postgresql://…"
        ) from None
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database and url.database != ":memory:":
        return url
    if url.drivername == "postgresql+psycopg":
        return url
    raise OperatorError(
        f"--database: {url.drivername} is not supported: write sqlite:///survey.db or postgresql://…"
    )


def sqlite_path(url: sa.URL) -> Path | None:
    return Path(url.database) if url.drivername == "sqlite" and url.database else None


def open_engine(url: sa.URL, *, read_only: bool = False, module: ModuleType | Any = None) -> sa.Engine:
    """An engine whose every connection is durable. `module`: another SQLite driver (the power-cut tests)."""
    path = sqlite_path(url)
    if path is None:
        engine = sa.create_engine(
            url, poolclass=NullPool, paramstyle="format", connect_args={"connect_timeout": 5}
        )
        sa.event.listen(engine, "connect", _check_postgres)
    else:
        if not path.parent.is_dir():
            raise OperatorError(f"--database: the folder {path.parent} does not exist: make it first")
        arguments: dict[str, Any] = {"check_same_thread": False, "timeout": BUSY_MILLISECONDS / 1000}
        if read_only:
            if not path.is_file():
                raise OperatorError(
                    f"{path}: no such database: start the endpoint once, or name it with --database"
                )
            url = sa.make_url(f"sqlite:///file:{quote(quote(str(path)))}?mode=ro&uri=true")
        engine = sa.create_engine(url, poolclass=NullPool, module=module, connect_args=arguments)
        sa.event.listen(engine, "connect", _read_only_sqlite if read_only else _durable_sqlite)
        sa.event.listen(engine, "begin", _begin_read if read_only else _begin_write)
    return engine


def _durable_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in _DURABLE:
        connection.execute(pragma)
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    if mode != "wal":
        raise OperatorError(f"the database cannot use WAL here (mode {mode}): put it on a local disk")


def _read_only_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only=1")


def _begin_write(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_read(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _check_postgres(connection: Any, _record: object) -> None:
    """On every new connection, since the settings can change while we run."""
    with connection.cursor() as cursor:
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            cursor.execute(f"SHOW {name}")
            if cursor.fetchone()[0] == "off":
                raise OperatorError(
                    f"PostgreSQL has {name} = off and would lose acknowledged votes in a crash: turn it on"
                )
    connection.rollback()


def checkpoint(connection: sa.Connection) -> bool:
    """Move SQLite's log into the file and empty it. False when a reader (a backup, an export) still needs it:
    votes must not wait for that.

    Only between transactions, only after answers were given. Past SQLAlchemy, which would begin a transaction
    for it; the error is made one of SQLAlchemy's.
    """
    if connection.dialect.name != "sqlite":
        return True
    driver: Any = connection.connection.dbapi_connection
    try:
        driver.execute("PRAGMA busy_timeout=0")
        is_busy = driver.execute(_CHECKPOINT).fetchall()[0][0]
        driver.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    except connection.dialect.loaded_dbapi.Error as error:
        raise sa.exc.DBAPIError(_CHECKPOINT, None, error) from error
    return not is_busy


def log_bytes(url: sa.URL) -> int:
    """The size of SQLite's write-ahead log; 0 elsewhere."""
    path = sqlite_path(url)
    try:
        return os.stat(f"{path}-wal").st_size if path else 0  # noqa: PTH116 - called after every commit
    except FileNotFoundError:
        return 0


@contextmanager
def sole_process(url: sa.URL) -> Iterator[None]:
    """Hold the SQLite file for this process. The lock is the kernel's: a killed process leaves none."""
    path = sqlite_path(url)
    if path is None:
        yield
        return
    lock = path.with_name(path.name + ".lock")
    try:
        file = lock.open("a+", encoding="utf-8")
    except OSError as error:
        raise OperatorError(
            f"{lock}: cannot be written ({error.strerror}): choose a folder you may write"
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise OperatorError(
                f"{path}: process {file.read().strip() or 'unknown'} is using this database, and SQLite is"
                " for one process: stop it first, or use PostgreSQL for several"
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
