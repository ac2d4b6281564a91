"""What pages were made from, for those that show a whole text: read when nothing but texts changed.

A generation names the build that left this; what another build left is of no use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from lontar.cache.database import Database

_SCHEMA = """
CREATE TABLE IF NOT EXISTS page (path TEXT PRIMARY KEY, data BLOB);
CREATE TABLE IF NOT EXISTS shows (source TEXT, path TEXT, PRIMARY KEY (source, path)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS shown_by ON shows (path);
CREATE TABLE IF NOT EXISTS frame (digest TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outline (source TEXT PRIMARY KEY, content TEXT, outline TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS generation (name TEXT);
"""


class Packed(NamedTuple):
    """A page as bytes, and the sources of the records whose texts it shows."""

    sources: tuple[str, ...]
    data: bytes


class KeptPages(Database):
    def __init__(self, folder: Path, version: str) -> None:
        super().__init__(folder, "pages", version, _SCHEMA)

    def generation(self) -> str:
        """The build that left this; "" if none did or it cannot be read."""
        if not self.path.exists():
            return ""
        import sqlite3

        try:
            row = self.open().execute("SELECT name FROM generation").fetchone()
        except sqlite3.Error:
            return ""
        return str(row[0]) if row else ""

    def showing(self, sources: Iterable[str]) -> dict[str, bytes]:
        """The pages that show the text of one of these, by path."""
        ask = "SELECT path, data FROM page JOIN shows USING (path) WHERE source = ?"
        return {path: data for one in sources for path, data in self.open().execute(ask, (one,))}

    def outlines(self, sources: Iterable[str]) -> dict[str, tuple[str, str]]:
        """By source: the digests of the file's content and of its record's outline."""
        ask = "SELECT content, outline FROM outline WHERE source = ?"
        return {one: tuple(row) for one in sources for row in self.open().execute(ask, (one,))}

    def frame(self, digest: str) -> bytes | None:
        row = self.open().execute("SELECT data FROM frame WHERE digest = ?", (digest,)).fetchone()
        return row[0] if row else None

    def add(self, pages: Mapping[str, Packed], gone: Iterable[str] = (), anew: bool = False) -> None:
        """Pages made by a build, and paths that show no text (any more); `anew` forgets all others first.
        Until `finish` there is no generation, so what a broken build leaves is of no use."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM generation")
            if anew:
                for table in ("page", "shows", "outline"):
                    connection.execute(f"DELETE FROM {table}")
            paths = [(path,) for path in (*pages, *gone)]
            connection.executemany("DELETE FROM shows WHERE path = ?", paths)
            connection.executemany("DELETE FROM page WHERE path = ?", paths)
            connection.executemany(
                "INSERT INTO page VALUES (?, ?)", ((path, one.data) for path, one in pages.items())
            )
            connection.executemany(
                "INSERT INTO shows VALUES (?, ?)",
                ((source, path) for path, one in pages.items() for source in one.sources),
            )

    def finish(
        self,
        generation: str,
        outlines: Mapping[str, tuple[str, str]],
        frames: Mapping[str, bytes] | None = None,
    ) -> None:
        """The build is over. Frames are kept as they are where none are given."""
        with self.transaction() as connection:
            if frames is not None:
                connection.execute("DELETE FROM frame")
                connection.executemany("INSERT INTO frame VALUES (?, ?)", frames.items())
            connection.executemany(
                "INSERT OR REPLACE INTO outline VALUES (?, ?, ?)",
                ((source, *digests) for source, digests in outlines.items()),
            )
            connection.execute("DELETE FROM generation")
            connection.execute("INSERT INTO generation VALUES (?)", (generation,))
