"""What the last build left: the files it made and from which keys, and what lets the next one do nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lontar.cache.store import Store
from lontar.digest import digest_bytes
from lontar.errors import Problem
from lontar.load.sources import Sources, Stamp
from lontar.output import Stamp as OutputStamp
from lontar.site.site import Unpublished

FileRow = tuple[str, str, str, str, OutputStamp]
"""Key of the page, digest of its template, digest of its frame, SHA-256 of the file, and its stamp."""
_RACY = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Last:
    """`inputs` fingerprints all that was read; `since` and `until` bound the time in which the same files
    make the same site; `trusted` is False when a file was too fresh for its stamp to tell of a change."""

    inputs: str
    since: dt.datetime
    until: dt.datetime | None
    trusted: bool
    problems: tuple[Problem, ...]
    unpublished: tuple[Unpublished, ...] = ()


def fingerprint(sources: Sources, theme: dict[str, Stamp], others: tuple[object, ...]) -> str:
    """One digest of every stamp and setting that a build depends on."""
    return digest_bytes(
        repr((sources.records, sources.photos, sorted(sources.others), theme, others)).encode()
    )


def trusted(sources: Sources, theme: dict[str, Stamp], others: tuple[Stamp, ...], now_ns: int) -> bool:
    """Whether every stamp is old enough (see lontar.load.records)."""
    limit = now_ns - _RACY
    groups = (sources.records.values(), sources.photos.values(), theme.values(), others)
    return all(stamp[1] < limit for group in groups for stamp in group)


def load_last(store: Store) -> Last | None:
    try:
        saved: Any = store.load("last")
        last = Last(*saved[:-1])
        return replace(last, unpublished=tuple(Unpublished(*one) for one in saved[-1]))
    except (TypeError, ValueError):
        return None


def save_last(store: Store, last: Last) -> None:
    plain = tuple(tuple(one) for one in last.unpublished)
    store.save("last", (last.inputs, last.since, last.until, last.trusted, last.problems, plain))


@dataclass(frozen=True, slots=True)
class Files:
    """Rows by path of what was made, and the stamp of the output's manifest that lists just these."""

    rows: dict[str, FileRow]
    manifest: OutputStamp | None


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
