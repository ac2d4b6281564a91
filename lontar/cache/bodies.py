"""The HTML pieces of all texts, by digest, in one SQLite file: read only for pages that are rendered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lontar.cache.database import Database
from lontar.digest import digest
from lontar.parallel import chunks

Pieces = tuple[str, ...]
Formed = tuple[str, str]
"""A digest, and the pieces of that digest as they are stored: a JSON array."""
_SCHEMA = "CREATE TABLE IF NOT EXISTS body (key TEXT PRIMARY KEY, pieces TEXT)"
_AT_ONCE = 100
"""Texts asked for in one statement."""


class BodyMissing(LookupError):
    """The cache does not hold a text it should: it is to be thrown away."""


def formed(bodies: Mapping[str, Pieces]) -> list[Formed]:
    """Pieces by their digests, as they are stored."""
    from json.encoder import encode_basestring as quoted  # json.dumps sets up an encoder each time

    return [(key, f"[{','.join(map(quoted, pieces))}]") for key, pieces in bodies.items()]


class Bodies(Database):
    """A connection is opened at first use, and anew in every process."""

    def __init__(self, folder: Path, version: str) -> None:
        super().__init__(folder, "bodies", version, _SCHEMA)

    def put(self, bodies: Mapping[str, Pieces]) -> None:
        """Add pieces under their digests; all or none."""
        self.put_formed(formed(bodies))

    def put_formed(self, rows: Sequence[Formed]) -> None:
        """The same for what `formed` gave, in another process perhaps."""
        if rows:
            with self.transaction() as connection:
                connection.executemany("INSERT OR IGNORE INTO body VALUES (?, ?)", rows)

    def get(self, key: str) -> Pieces:
        """The pieces under a digest, checked against it. BodyMissing when they are not there."""
        return self.get_all((key,))[key]

    def get_all(self, keys: Iterable[str]) -> dict[str, Pieces]:
        """The pieces under each of these digests: the file is opened and locked once for many."""
        import json
        import sqlite3

        wanted = list(dict.fromkeys(keys))
        found: dict[str, Pieces] = {}
        for some in chunks(wanted, _AT_ONCE):
            marks = ",".join("?" * len(some))
            try:
                rows = self.open().execute(f"SELECT key, pieces FROM body WHERE key IN ({marks})", some)
                found |= {key: tuple(json.loads(told)) for key, told in rows}
            except (sqlite3.Error, ValueError, TypeError) as error:
                raise BodyMissing(some[0]) from error
        for key in wanted:
            if key not in found or digest(found[key]) != key:
                raise BodyMissing(key)
        return found

    def keep_only(self, wanted: Iterable[str]) -> None:
        """Drop what no record refers to any more, once that is more than half."""
        keys = set(wanted)
        connection = self.open()
        (count,) = connection.execute("SELECT COUNT(*) FROM body").fetchone()
        if count > 2 * len(keys) + 1000:
            old = [(key,) for (key,) in connection.execute("SELECT key FROM body") if key not in keys]
            with self.transaction():
                connection.executemany("DELETE FROM body WHERE key = ?", old)
