"""What the last build left: the files it made and from which keys, and what lets the next one do nothing."""

from __future__ import annotations

import datetime as dt
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lontar.cache.bodies import Bodies
from lontar.cache.kept import KeptPages
from lontar.cache.store import Store
from lontar.errors import Problem
from lontar.load.sources import RACY, Stamp
from lontar.output import MANIFEST, OutputDir
from lontar.output import Stamp as OutputStamp

FileRow = tuple[str, str, str, str, OutputStamp]
"""Key of the page, digest of its template, digest of its frame, SHA-256 of the file, and its stamp."""


class Seen(NamedTuple):
    """All that a build depends on: stamps by path, and what was asked for."""

    records: dict[str, Stamp]
    photos: dict[str, Stamp]
    others: tuple[str, ...]
    problems: tuple[Problem, ...]
    theme: dict[str, Stamp]
    asked: tuple[object, ...]

    def honest(self, now_ns: int) -> Seen:
        """As it is to be remembered: stamps too fresh at `now_ns` to tell of a change will match nothing."""
        return self._replace(
            records=_honest(self.records, now_ns),
            photos=_honest(self.photos, now_ns),
            theme=_honest(self.theme, now_ns),
        )

    def changed_records(self, before: Seen) -> list[str] | None:
        """The records whose files changed since; None when anything else did."""
        if self[1:] != before[1:] or self.records.keys() != before.records.keys():
            return None
        return [path for path, stamp in self.records.items() if before.records[path] != stamp]


def _honest(stamps: dict[str, Stamp], now_ns: int) -> dict[str, Stamp]:
    limit = now_ns - RACY
    fresh = {path: (size, -1, inode) for path, (size, at, inode) in stamps.items() if at >= limit}
    return {**stamps, **fresh} if fresh else stamps


class Last(NamedTuple):
    """`generation` names the build; `since` and `until` bound the time in which the same files make the
    same site; `problems` are the warnings."""

    generation: str
    seen: Seen
    since: dt.datetime
    until: dt.datetime | None
    problems: tuple[Problem, ...]

    def holds_at(self, now: dt.datetime) -> bool:
        return self.since <= now and (self.until is None or now < self.until)


class Caches(NamedTuple):
    """All that lies in the cache folder but renditions."""

    store: Store
    bodies: Bodies
    kept: KeptPages

    def close(self) -> None:
        self.bodies.close()
        self.kept.close()


def open_caches(folder: Path, version: str) -> Caches:
    """Nothing is read or made before it is needed. `version` names the engine: of others nothing is used."""
    return Caches(Store(folder, version), Bodies(folder, version[:12]), KeptPages(folder, version[:12]))


def new_generation() -> str:
    return f"{time.time_ns()}-{os.getpid()}"


def load_last(store: Store) -> Last | None:
    try:
        generation, seen, since, until, problems = store.load("last")  # type: ignore[misc]
        return Last(generation, Seen(*seen), since, until, problems)
    except (TypeError, ValueError):
        return None


def save_last(store: Store, last: Last) -> None:
    store.save("last", (last.generation, tuple(last.seen), *last[2:]))


Outlines = dict[str, tuple[str, str]]
"""By path of a record: the digests of its file's content and of its outline."""


def load_outlines(store: Store, generation: str) -> Outlines | None:
    """Those that the build of this generation left."""
    try:
        name, outlines = store.load("outlines") or ("", {})
        return outlines if name == generation else None
    except (TypeError, ValueError):
        return None


def save_outlines(store: Store, generation: str, outlines: Outlines) -> None:
    store.save("outlines", (generation, outlines))


@dataclass(frozen=True, slots=True)
class Files:
    """Rows by path of what was made, and the stamp of the output's manifest that lists just these."""

    rows: dict[str, FileRow]
    manifest: OutputStamp | None

    @property
    def pages(self) -> int:
        """How many files are no photos."""
        return sum(1 for row in self.rows.values() if row[0])

    def stand(self, output: OutputDir) -> bool:
        """Whether every file is as it was left; one stat each, nothing is read."""
        if not self.rows or output.stamp(MANIFEST) != self.manifest:
            return False
        stamp = output.stamp
        return all(stamp(path) == row[4] for path, row in self.rows.items())


NO_FILES = Files({}, None)


def load_files(store: Store, output: Path) -> Files:
    """What was made in this very output folder."""
    try:
        where, rows, manifest = store.load("files") or ("", {}, None)
        return Files(rows, manifest) if where == str(output) else NO_FILES
    except (TypeError, ValueError):
        return NO_FILES


def save_files(store: Store, output: Path, files: Files) -> None:
    store.save("files", (str(output), files.rows, files.manifest))
