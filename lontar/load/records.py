"""Records of all source files, reading only what changed since the last time."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lontar.cache.bodies import Bodies, Formed
from lontar.cache.rows import Parts, Row, record_ledger
from lontar.cache.store import Store
from lontar.errors import Problem
from lontar.load.drafts import Settings
from lontar.load.reading import Job, read_jobs
from lontar.load.sources import Sources, Stamp, honest
from lontar.load.translations import touched
from lontar.model.photo import PhotoFile
from lontar.model.record import Record
from lontar.parallel import map_over, photo_workers, release

if TYPE_CHECKING:
    from concurrent.futures import Executor


_MANY = 500
"""Texts stored at once: a file is locked and told to the disk for each time."""


class Library(NamedTuple):
    """`rows` are what `records` came from; `read` are the sources that were parsed in this run."""

    records: dict[str, Record]
    rows: Mapping[str, Row]
    problems: tuple[Problem, ...]
    read: frozenset[str]


def load_records(
    root: Path,
    sources: Sources,
    store: Store,
    bodies: Bodies,
    settings: Settings,
    executor: Callable[[], Executor] | None,
    progress: Callable[[str, int, int], None],
) -> Library:
    """All records, each the same as if every file had been read anew."""
    parts = Parts()
    ledger = record_ledger(store, parts)
    before = ledger.load(settings.digest)
    known_photos: dict[str, tuple[Stamp, PhotoFile | None]] = before.extra or {}
    photos, photo_problems, changed = _load_photos(root, sources.photos, known_photos, executor, progress)
    kept: dict[str, Row] = {}
    jobs: list[Job] = []
    retold = _translations_to_read(sources.records, before.rows)
    for path, stamp in sources.records.items():
        row = before.rows.get(path)
        if row is None or (changed and not changed.isdisjoint(row.uses)):
            jobs.append(Job(path, stamp, ""))
        elif row.stamp == stamp and path not in retold:
            kept[path] = row
        else:
            jobs.append(Job(path, stamp, row.content))
    problems = list(photo_problems)
    anew: set[str] = set()
    texts: list[Formed] = []
    done = 0
    for count, read in read_jobs(str(root), jobs, photos, settings, executor, parts):
        problems += read.problems
        kept |= read.rows
        kept |= {path: before.rows[path]._replace(stamp=stamp) for path, stamp in read.kept.items()}
        anew.update(read.rows)
        texts += read.texts
        if len(texts) >= _MANY:
            bodies.put_formed(texts)
            texts = []
        done += count
        progress("texts", done, len(jobs))
    bodies.put_formed(texts)
    if jobs:
        release(executor)  # before the records are saved, which takes memory by itself
    now_ns = time.time_ns()
    stamps = {path: (honest(stamp, now_ns), photos.get(path)) for path, stamp in sources.photos.items()}
    if jobs or stamps != known_photos or len(kept) != len(before.rows):
        ledger.save(settings.digest, before, kept, stamps)
    records = {path: kept[path].record for path in sources.records if path in kept}
    return Library(records, kept, tuple(problems), frozenset(anew))


def _translations_to_read(records: Mapping[str, Stamp], before: Mapping[str, Row]) -> set[str]:
    """Files that take something from another one, which is not what it was."""
    translations = [path for path in records if path.count(".") > 1]
    if not translations:
        return set()
    moved = {
        path for path, stamp in records.items() if (row := before.get(path)) is None or row.stamp != stamp
    }
    return touched(translations, moved | (before.keys() - records.keys()))


def _load_photos(
    root: Path,
    stamps: Mapping[str, Stamp],
    before: Mapping[str, tuple[Stamp, PhotoFile | None]],
    executor: Callable[[], Executor] | None,
    progress: Callable[[str, int, int], None],
) -> tuple[dict[str, PhotoFile], list[Problem], set[str]]:
    """Facts of every readable photo, problems of the others, and the paths whose facts changed."""
    photos: dict[str, PhotoFile] = {}
    anew: list[str] = []
    for path, stamp in stamps.items():
        known = before.get(path)
        if known is not None and known[0] == stamp and known[1] is not None:
            photos[path] = known[1]
        else:
            anew.append(path)
    problems: list[Problem] = []
    with photo_workers(executor, len(anew)) as pool:
        for number, facts in enumerate(map_over(pool, partial(_inspect, str(root)), anew), 1):
            progress("photos", number, len(anew))
            if isinstance(facts, Problem):
                problems.append(facts)
            else:
                photos[facts.source] = facts
    changed = {path for path in anew if (old := before.get(path)) is None or old[1] != photos.get(path)}
    changed |= set(before) - set(stamps)
    return photos, problems, changed


def _inspect(root: str, path: str) -> PhotoFile | Problem:
    from lontar.load.media import inspect

    return inspect(Path(root), path)
