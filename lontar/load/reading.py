"""Some files read and put together to records, here or in a worker."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from lontar.cache.bodies import Formed, formed
from lontar.cache.rows import Parts, Row, pack_rows
from lontar.errors import Problem
from lontar.load.drafts import Settings
from lontar.load.sources import Stamp, honest
from lontar.load.told import Told
from lontar.model.photo import PhotoFile
from lontar.model.urls import KINDS
from lontar.parallel import chunks, map_over

if TYPE_CHECKING:
    from concurrent.futures import Executor

_CHUNK = 40
_ALONE = 24
"""Fewer changed files than this are read here: sending them to workers would take longer."""


class Job(NamedTuple):
    """A file to be read; `known` is the digest of what it held before, "" if that is of no use."""

    path: str
    stamp: Stamp
    known: str


class Read(NamedTuple):
    """What some files came to: the `rows` of those read, by path, the texts of their records, the rows `kept`
    as they were but for their stamps, and what is wrong with the others."""

    rows: dict[str, Row]
    texts: list[Formed]
    kept: dict[str, Stamp]
    problems: list[Problem]


def read_jobs(
    root: str,
    jobs: Sequence[Job],
    photos: Mapping[str, PhotoFile],
    settings: Settings,
    executor: Callable[[], Executor] | None,
    parts: Parts,
) -> Iterator[tuple[int, Read]]:
    """How many files were read, and what they came to, time and again. Rows that workers packed go into
    `parts`."""
    if not jobs:
        return
    if executor is None or len(jobs) <= _ALONE:
        yield len(jobs), _read(root, settings, photos, jobs)
        return
    portions = chunks(jobs, _CHUNK)
    work = partial(_read_packed, root, settings, photos)
    for portion, (packed, read) in zip(portions, map_over(executor(), work, portions), strict=True):
        yield len(portion), read._replace(rows=parts.take(packed))


def _read_packed(
    root: str, settings: Settings, photos: Mapping[str, PhotoFile], jobs: Iterable[Job]
) -> tuple[bytes, Read]:
    """The rows apart, packed: as they travel, so are they saved."""
    read = _read(root, settings, photos, jobs)
    return pack_rows(read.rows), read._replace(rows={})


def _read(root: str, settings: Settings, photos: Mapping[str, PhotoFile], jobs: Iterable[Job]) -> Read:
    read = Read({}, [], {}, [])
    now_ns = time.time_ns()
    for job, told in zip(jobs, read_chunk(root, settings, photos, jobs), strict=True):
        stamp = honest(job.stamp, now_ns)
        if told.problems:
            read.problems.extend(told.problems)
        elif told.record is None:
            read.kept[job.path] = stamp
        else:
            read.texts.extend(formed(told.bodies))
            read.rows[job.path] = Row(stamp, told.content, told.uses, told.record, told.outline)
    return read


def read_chunk(
    root: str, settings: Settings, photos: Mapping[str, PhotoFile], jobs: Iterable[Job]
) -> list[Told]:
    """Read and assemble some files. What is still as known is not parsed."""
    from lontar.load.alarm import ticking
    from lontar.load.making import read_record

    with ticking():
        return [
            read_record(root, settings, photos, job.path, KINDS[job.path.split("/")[1]], job.known)
            for job in jobs
        ]
