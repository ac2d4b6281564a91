"""One connection to the database, and what its errors mean for the votes that were being written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

import sqlalchemy as sa

from lontar.survey import database, schema
from lontar.survey.votes import Ballot, Counts, counts_of, record

Result = TypeVar("Result")

CHECKPOINT_BYTES = 16 * 1024 * 1024


class StoreError(Exception):
    """The batch was not acknowledged and the store may be used again: `reason` is full, lost or failed.

    Nothing of the batch is stored, except when a connection was lost during COMMIT: then nobody can know,
    and voting again with the same voter id is harmless.
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason


class SyncError(Exception):
    """fsync failed. Nothing more may be acknowledged by this process."""


class Store:
    """Opens on construction (OperatorError or StoreError if it cannot); afterwards one thread uses it."""

    def __init__(self, engine: sa.Engine, *, checkpoint_bytes: int = CHECKPOINT_BYTES) -> None:
        self._engine = engine
        self._checkpoint_bytes = checkpoint_bytes
        self._kept_bytes = 0
        self._connection: sa.Connection | None = None
        try:
            schema.ensure_current(self._connected())
        except sa.exc.DBAPIError as error:
            raise self._meaning(error) from error

    def record(self, ballots: Sequence[Ballot]) -> Mapping[str, Counts]:
        return self._guarded(lambda connection: record(connection, ballots))

    def counts(self) -> Mapping[str, Counts]:
        def read(connection: sa.Connection) -> Mapping[str, Counts]:
            with connection.begin():
                return counts_of(connection)

        return self._guarded(read)

    def probe(self) -> None:
        """Write something small and commit it: StoreError while the database cannot take votes."""

        def write(connection: sa.Connection) -> None:
            with connection.begin():
                schema.set_meta(connection, "probe", "")

        self._guarded(write)

    def tidy(self, *, idle: bool) -> None:
        """Checkpoint when the log has grown: eagerly while idle, and at four times that size under load.

        When a reader is in the way it is tried again after as much growth.
        """
        size = database.log_bytes(self._engine.url)
        if size - self._kept_bytes > self._checkpoint_bytes * (1 if idle else 4):
            self._kept_bytes = 0 if self._guarded(database.checkpoint) else size

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._engine.dispose()

    def _connected(self) -> sa.Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _guarded(self, work: Callable[[sa.Connection], Result]) -> Result:
        try:
            return work(self._connected())
        except sa.exc.DBAPIError as error:
            raise self._meaning(error) from error

    def _meaning(self, error: sa.exc.DBAPIError) -> StoreError | SyncError:
        name = getattr(error.orig, "sqlite_errorname", "")
        if name in ("SQLITE_IOERR_FSYNC", "SQLITE_IOERR_DIR_FSYNC"):
            return SyncError(name)
        is_lost = error.connection_invalidated or self._connection is None
        self._drop_if_unusable()
        if name == "SQLITE_FULL":
            return StoreError("full", name)
        return StoreError("lost" if is_lost else "failed", name or _first_line(error))

    def _drop_if_unusable(self) -> None:
        """SQLITE_FULL and others end the transaction by themselves, some do not: never go on inside one."""
        connection = self._connection
        if connection is None:
            return
        if connection.dialect.name == "sqlite" and not connection.invalidated:
            driver: Any = connection.connection.dbapi_connection
            if not driver.in_transaction and not connection.in_transaction():
                return
        self._connection = None
        with suppress(sa.exc.SQLAlchemyError):  # it may be lost already; the next use opens another
            connection.invalidate()
            connection.close()


def _first_line(error: sa.exc.DBAPIError) -> str:
    return str(error.orig).partition("\n")[0]
