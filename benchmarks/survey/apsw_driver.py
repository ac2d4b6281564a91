"""A database driver (DB-API) over apsw, just wide enough for SQLAlchemy's SQLite dialect.

apsw brings its own SQLite and lets Python stand between it and the disk: so the very store of the endpoint
can be run on a disk that loses power or fails.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import apsw


class Error(Exception):
    """As in sqlite3: `sqlite_errorname` is the extended code's name."""

    def __init__(self, message: str, name: str = "") -> None:
        super().__init__(message)
        self.sqlite_errorname = name


class Warning(Exception):  # noqa: A001 - DB-API's name
    pass


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class DataError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class InternalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


def _translate(error: apsw.Error) -> DatabaseError:
    code = getattr(error, "extendedresult", 0)
    name = str(apsw.mapping_extended_result_codes.get(code) or apsw.mapping_result_codes.get(code & 255, ""))
    kind = IntegrityError if isinstance(error, apsw.ConstraintError) else OperationalError
    return kind(str(error), name)


class Cursor:
    arraysize = 1

    def __init__(self, connection: apsw.Connection) -> None:
        self._cursor = connection.cursor()
        self._cursor.exec_trace = self._describe
        self._rows: list[Any] = []
        self._connection = connection
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid = None

    def execute(self, statement: str, parameters: Any = ()) -> Cursor:
        return self._run(statement, [parameters])

    def executemany(self, statement: str, parameters: Iterable[Any]) -> Cursor:
        return self._run(statement, parameters)

    def _run(self, statement: str, many: Iterable[Any]) -> Cursor:
        before = self._connection.total_changes()
        self._rows = []
        try:
            for parameters in many:
                self._cursor.execute(statement, parameters or None)
                self._rows += self._cursor.fetchall()
        except apsw.Error as error:
            raise _translate(error) from error
        self.rowcount = self._connection.total_changes() - before
        return self

    def _describe(self, cursor: apsw.Cursor, _sql: str, _bindings: Any) -> bool:
        """Called before the first row, while the columns of an empty result are still known."""
        self.description = tuple((column[0], *[None] * 6) for column in cursor.get_description()) or None
        return True

    def fetchone(self) -> Any:
        return self._rows.pop(0) if self._rows else None

    def fetchmany(self, size: int = 1) -> Sequence[Any]:
        taken, self._rows = self._rows[:size], self._rows[size:]
        return taken

    def fetchall(self) -> Sequence[Any]:
        taken, self._rows = self._rows, []
        return taken

    def setinputsizes(self, *_: Any) -> None:
        return

    def close(self) -> None:
        self._cursor.close(True)


class Connection:
    isolation_level: str | None = None

    def __init__(self, path: str, driver: Driver) -> None:
        self._driver = driver
        try:
            self._connection = apsw.Connection(path, vfs=driver.vfs)
            for pragma in driver.first:
                self._connection.execute(pragma)
        except apsw.Error as error:
            raise _translate(error) from error

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    @property
    def total_changes(self) -> int:
        return self._connection.total_changes()

    def cursor(self) -> Cursor:
        return Cursor(self._connection)

    def execute(self, statement: str, parameters: Any = ()) -> Cursor:
        return self.cursor().execute(self._driver.instead.get(statement, statement), parameters)

    def create_function(self, name: str, count: int, function: Any, **_: Any) -> None:
        self._connection.create_scalar_function(name, function, count)

    def commit(self) -> None:
        if self.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        if self.in_transaction:
            self.execute("ROLLBACK")

    def close(self) -> None:
        with suppress(apsw.Error):  # on a disk without power nothing can be closed properly
            self._connection.close(True)


@dataclass
class Driver:
    """Stands in for the module `sqlite3`. `first`: pragmas run on opening; `instead`: statements swapped.

    A VFS written in Python has no shared memory, and WAL works without it only in an exclusive lock.
    """

    vfs: str | None = None
    first: tuple[str, ...] = ("PRAGMA locking_mode=EXCLUSIVE",)
    instead: Any = None
    paramstyle = "qmark"
    threadsafety = 1
    apilevel = "2.0"
    Error, Warning, InterfaceError, DatabaseError = Error, Warning, InterfaceError, DatabaseError
    DataError, OperationalError, IntegrityError = DataError, OperationalError, IntegrityError
    InternalError, ProgrammingError, NotSupportedError = InternalError, ProgrammingError, NotSupportedError
    Binary = bytes
    Timestamp, Date, Time = time.time, time.time, time.time

    def __post_init__(self) -> None:
        self.instead = self.instead or {}
        self.sqlite_version_info = tuple(int(part) for part in apsw.sqlite_lib_version().split("."))
        self.sqlite_version = apsw.sqlite_lib_version()

    def connect(self, path: str, **_: Any) -> Connection:
        return Connection(path, self)
