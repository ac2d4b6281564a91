"""All votes from one database into another: the one way behind backup, restore and the move to PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import sqlalchemy as sa

from lontar.survey import schema
from lontar.survey.checking import find_faults
from lontar.survey.database import open_engine, sole_process
from lontar.survey.errors import OperatorError

TABLES = (schema.votes, schema.quarantine, schema.tallies)
CHUNK = 5000


def copy_votes(source: sa.URL, target: sa.URL, *, replace: bool = False) -> int:
    """Copy everything in one transaction on each side; the number of stored answers. All or nothing.

    The source may be in use: one read transaction sees one moment. The target must be unused and empty,
    unless `replace` says that its votes may go.
    """
    if source == target:
        raise OperatorError("source and target are the same database")
    with sole_process(target):
        reading = open_engine(source, read_only=True)
        writing = open_engine(target)
        try:
            with reading.connect() as old, writing.connect() as new:
                schema.ensure_current(new)
                return _copy(old, new, replace=replace)
        finally:
            reading.dispose()
            writing.dispose()


def _copy(old: sa.Connection, new: sa.Connection, *, replace: bool) -> int:
    if old.dialect.name == "postgresql":
        old = old.execution_options(isolation_level="REPEATABLE READ")
    with old.begin():
        version = schema.version_of(old)
        if version != len(schema.MIGRATIONS):
            raise OperatorError(f"the source has schema {version}: run migrate on it first")
        with new.begin():
            if not replace and _answers(new):
                raise OperatorError("the target already has votes: empty it, or say --replace to lose them")
            for table in TABLES:
                new.execute(sa.delete(table))
                for rows in _chunks(old, table):
                    new.execute(sa.insert(table), rows)
            copied = _answers(new)
            if copied != _answers(old):
                raise OperatorError(f"only {copied} answers arrived: nothing was changed, try again")
    faults = find_faults(new)
    if faults:
        raise OperatorError("copied, but the copy is not sound: " + "; ".join(faults))
    return copied


def _answers(connection: sa.Connection) -> int:
    return connection.execute(sa.select(sa.func.count()).select_from(schema.votes)).scalar_one()


def _chunks(connection: sa.Connection, table: sa.Table) -> Iterator[Sequence[Mapping[str, object]]]:
    for rows in connection.execute(sa.select(table)).mappings().partitions(CHUNK):
        yield [dict(row) for row in rows]


def backup(source: sa.URL, file: Path) -> int:
    """A whole, checked SQLite file of one moment, while the endpoint runs.

    It appears under its name when it is complete.
    """
    if file.exists():
        raise OperatorError(f"{file}: exists already: a backup never overwrites one; choose another name")
    temporary = file.with_name(f".{file.name}.part")
    temporary.unlink(missing_ok=True)
    try:
        count = copy_votes(source, sa.make_url(f"sqlite:///{temporary}"))
        _make_single_file(temporary)
        with temporary.open("rb") as written:
            os.fsync(written.fileno())
        temporary.rename(file)
    finally:
        for rest in file.parent.glob(f"{temporary.name}*"):
            rest.unlink()
    return count


def _make_single_file(path: Path) -> None:
    """Out of WAL mode, so that the backup is one file to carry."""
    engine = sa.create_engine(f"sqlite:///{path}", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
    engine.dispose()


def restore(file: Path, target: sa.URL, *, replace: bool) -> int:
    """A backup into a database that no endpoint is using."""
    if not file.is_file():
        raise OperatorError(f"{file}: no such backup")
    return copy_votes(sa.make_url(f"sqlite:///{file}"), target, replace=replace)
