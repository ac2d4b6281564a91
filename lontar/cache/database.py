"""A SQLite file of the cache: opened at first use, anew in every process, made again when damaged."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


class Database:
    """`stem`-`version`.sqlite3 in `folder`; files of other versions are removed when it is first made."""

    def __init__(self, folder: Path, stem: str, version: str, schema: str) -> None:
        self.path = folder / f"{stem}-{version}.sqlite3"
        self._stem = stem
        self._schema = schema
        self._connection: sqlite3.Connection | None = None

    def open(self) -> sqlite3.Connection:
        if self._connection is None:
            import sqlite3

            if not self.path.exists():
                self._make_room()
            try:
                self._connection = self._connect()
            except sqlite3.DatabaseError:
                self.path.unlink(missing_ok=True)
                self._connection = self._connect()
        return self._connection

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing. What the system refuses (a full disk, say) is an OSError, as elsewhere."""
        import sqlite3

        try:
            with self.open() as connection:
                yield connection
        except sqlite3.OperationalError as error:
            raise OSError(errno.EIO, str(error), str(self.path)) from error

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def throw_away(self) -> None:
        self.close()
        self.path.unlink(missing_ok=True)

    def _make_room(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        for other in self.path.parent.glob(f"{self._stem}-*.sqlite3"):
            with contextlib.suppress(OSError):
                other.unlink()

    def _connect(self) -> sqlite3.Connection:
        import sqlite3

        connection = sqlite3.connect(self.path, timeout=30)
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(self._schema)
        return connection
