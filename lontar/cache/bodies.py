"""The HTML pieces of all texts, by digest, in one SQLite file: read only for pages that are rendered."""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from lontar.digest import digest

Pieces = tuple[str, ...]


class BodyMissing(LookupError):
    """The cache does not hold a text it should: it is to be thrown away."""


class Bodies:
    """A connection is opened at first use, and anew in every process."""

    def __init__(self, folder: Path, version: str) -> None:
        self.path = folder / f"bodies-{version}.sqlite3"
        self._connection: sqlite3.Connection | None = None

    def put(self, bodies: Mapping[str, Pieces]) -> None:
        """Add pieces under their digests; all or none."""
        if not bodies:
            return
        rows = [(key, json.dumps(pieces, ensure_ascii=False)) for key, pieces in bodies.items()]
        with self._written() as connection:
            connection.executemany("INSERT OR IGNORE INTO body VALUES (?, ?)", rows)

    def get(self, key: str) -> Pieces:
        """The pieces under a digest, checked against it. BodyMissing when they are not there."""
        try:
            row = self._open().execute("SELECT pieces FROM body WHERE key = ?", (key,)).fetchone()
            pieces = tuple(json.loads(row[0])) if row else None
        except (sqlite3.Error, ValueError, TypeError) as error:
            raise BodyMissing(key) from error
        if pieces is None or digest(pieces) != key:
            raise BodyMissing(key)
        return pieces

    def keep_only(self, wanted: Iterable[str]) -> None:
        """Drop what no record refers to any more, once that is more than half."""
        keys = set(wanted)
        connection = self._open()
        (count,) = connection.execute("SELECT COUNT(*) FROM body").fetchone()
        if count > 2 * len(keys) + 1000:
            old = [(key,) for (key,) in connection.execute("SELECT key FROM body") if key not in keys]
            with self._written():
                connection.executemany("DELETE FROM body WHERE key = ?", old)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def throw_away(self) -> None:
        self.close()
        self.path.unlink(missing_ok=True)

    @contextmanager
    def _written(self) -> Iterator[sqlite3.Connection]:
        """One transaction. What the system refuses (a full disk, say) is an OSError, as elsewhere."""
        try:
            with self._open() as connection:
                yield connection
        except sqlite3.OperationalError as error:
            raise OSError(errno.EIO, str(error), str(self.path)) from error

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = self._connect()
            except sqlite3.DatabaseError:
                self.path.unlink(missing_ok=True)
                self._connection = self._connect()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=30)
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS body (key TEXT PRIMARY KEY, pieces TEXT) WITHOUT ROWID"
        )
        return connection
