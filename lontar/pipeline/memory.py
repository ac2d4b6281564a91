"""What the last build left: the files it made and from which keys, and what lets the next one do nothing."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lontar.cache.bodies import Bodies
from lontar.cache.kept import KeptPages
from lontar.cache.ledger import NOTHING, Ledger, Saved
from lontar.cache.store import Store
from lontar.errors import Problem
from lontar.load.sources import Stamp, honest_all
from lontar.output import MANIFEST, OutputDir
from lontar.output import Stamp as OutputStamp
from lontar.pipeline.report import Report

if TYPE_CHECKING:  # a build with nothing to do loads no site
    from lontar.site.site import Unpublished

_FILES = "files"
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
            records=honest_all(self.records, now_ns),
            photos=honest_all(self.photos, now_ns),
            theme=honest_all(self.theme, now_ns),
        )

    def changed_records(self, before: Seen) -> list[str] | None:
        """The records whose files changed since; None when anything else did."""
        if self[1:] != before[1:] or self.records.keys() != before.records.keys():
            return None
        return [path for path, stamp in self.records.items() if before.records[path] != stamp]


class Last(NamedTuple):
    """`generation` names the build; `since` and `until` bound the time in which the same files make the
    same site; `pages` counts its files but photos; `problems` are the warnings."""

    generation: str
    seen: Seen
    since: dt.datetime
    until: dt.datetime | None
    pages: int
    problems: tuple[Problem, ...]
    unpublished: tuple[Unpublished, ...] = ()

    @property
    def report(self) -> Report:
        """Of a build that finds all as it was left."""
        return Report(0, self.pages, 0, 0, self.pages, 0, 0.0, self.problems, (), self.unpublished)

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
        generation, seen, since, until, pages, problems, plain = store.load("last")  # type: ignore[misc]
        return Last(generation, Seen(*seen), since, until, pages, problems, _unpublished(plain))
    except (TypeError, ValueError):
        return None


def save_last(store: Store, last: Last) -> None:
    plain = tuple(tuple(one) for one in last.unpublished)
    store.save("last", (last.generation, tuple(last.seen), *last[2:-1], plain))


def _unpublished(plain: tuple[tuple[str, dt.datetime | None], ...]) -> tuple[Unpublished, ...]:
    if not plain:
        return ()
    from lontar.site.site import Unpublished

    return tuple(Unpublished(*one) for one in plain)


class Files(NamedTuple):
    """Rows by path of what was made, the stamp of the output's manifest that lists just these, and what
    of it is on disk."""

    rows: dict[str, FileRow]
    manifest: OutputStamp | None
    saved: Saved = NOTHING

    def stand(self, output: OutputDir) -> bool:
        """Whether every file is as it was left; one stat each, nothing is read."""
        if not self.rows or output.stamp(MANIFEST) != self.manifest:
            return False
        return output.holds((path, row[4]) for path, row in self.rows.items())


NO_FILES = Files({}, None)


def _ledger(store: Store) -> Ledger:
    return Ledger(store, _FILES, _columns, _rows)


def _columns(rows: Mapping[str, FileRow]) -> tuple[Any, ...]:
    """Thousands of rows column by column: few values, which are read in half the time. Sorted by path, as
    the output's manifest wants them, whose sorting then finds nothing to do."""
    rows = dict(sorted(rows.items()))
    values = list(rows.values())
    groups: dict[tuple[str, str], int] = {}
    group = [groups.setdefault((row[1], row[2]), len(groups)) for row in values]
    texts = (_APART.join(one) for one in (rows, [row[0] for row in values], [row[3] for row in values]))
    return (
        len(rows),
        *texts,
        tuple(groups),
        group,
        [row[4][0] for row in values],
        [row[4][1] for row in values],
    )


def _rows(columns: Any) -> dict[str, FileRow]:
    """ValueError when they do not belong together."""
    count, paths, keys, digests, groups, group, sizes, times = columns
    if not count:
        return {}
    stamps = zip(sizes, times, strict=True)
    split = (text.split(_APART) for text in (paths, keys, digests))
    return {
        path: (key, *groups[one], digest, stamp)
        for path, key, digest, one, stamp in zip(*split, group, stamps, strict=True)
    }


_APART = "\0"
"""No path holds it, and no digest."""


def load_files(store: Store, output: Path) -> Files:
    """What was made in this very output folder."""
    saved = _ledger(store).load(str(output))
    return Files(saved.rows, saved.extra, saved)


def save_files(store: Store, output: Path, files: Files) -> None:
    """`files.saved` is what load_files gave."""
    _ledger(store).save(str(output), files.saved, files.rows, files.manifest)
