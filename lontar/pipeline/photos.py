"""Renditions: made once, kept in the cache under their name and SHA-256, copied to where they are published.

A rendition is finished when its file has its final name; a killed build loses none that were finished.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lontar.errors import ContentErrors, Problem
from lontar.output import sha256_of
from lontar.pages.planned import Rendition
from lontar.parallel import map_over, photo_workers
from lontar.pipeline.report import Progress

if TYPE_CHECKING:
    from concurrent.futures import Executor


_KEEP = 30 * 24 * 3600
"""Seconds that a rendition which no page shows stays in the cache."""


class RenditionCache:
    """`held` maps a rendition's name to the SHA-256 its file is checked against."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.held: dict[str, str] = {}
        if folder.is_dir():
            for name in os.listdir(folder):  # noqa: PTH208
                stem, _, digest = name.rpartition(".")
                if len(digest) == 64:
                    self.held[stem] = digest

    def stage(self, name: str, target: Path) -> str | None:
        """Copy a held rendition to `target`; its SHA-256, or None when it is not held or damaged: then it is
        held no longer, and can be made anew."""
        digest = self.held.pop(name, None)
        if digest is None:
            return None
        path = self.folder / f"{name}.{digest}"
        try:
            data = path.read_bytes()
        except OSError:
            return None
        if sha256_of(data) != digest:
            path.unlink(missing_ok=True)
            return None
        self.held[name] = digest
        target.write_bytes(data)
        return digest

    def forget_old(self, wanted: Iterable[str]) -> None:
        """Drop what no page shows and was last needed a month ago."""
        limit = time.time() - _KEEP
        for name in set(self.held) - set(wanted):
            path = self.folder / f"{name}.{self.held[name]}"
            try:
                if path.stat().st_mtime < limit:
                    path.unlink()
            except OSError:
                continue


def make_missing(
    root: Path,
    wanted: Sequence[Rendition],
    cache: RenditionCache,
    executor: Callable[[], Executor] | None,
    progress: Progress,
) -> int:
    """Make those of `wanted` that the cache does not hold, and tell how many. ContentErrors for damaged
    photos."""
    by_source: dict[str, list[Rendition]] = {}
    for one in wanted:
        if name_of(one) not in cache.held:
            by_source.setdefault(one.source, []).append(one)
    if not by_source:
        return 0
    cache.folder.mkdir(parents=True, exist_ok=True)
    problems: list[Problem] = []
    made = 0
    work = partial(make_for_photo, str(root), str(cache.folder))
    with photo_workers(executor, len(by_source)) as pool:
        for number, told in enumerate(map_over(pool, work, list(by_source.values())), 1):
            if isinstance(told, Problem):
                problems.append(told)
            else:
                cache.held.update(told)
                made += len(told)
            progress("renditions", number, len(by_source))
    if problems:
        raise ContentErrors(problems)
    return made


def make_for_photo(root: str, folder: str, wanted: Sequence[Rendition]) -> Mapping[str, str] | Problem:
    """All missing renditions of one photo, each finished by a rename; may run in a thread."""
    from lontar.render.images import Spec, make_renditions

    names = {}
    for one in wanted:
        names[Spec(one.width, one.height, one.format, one.quality, one.fit, one.limit)] = name_of(one)
    held: dict[str, str] = {}
    source = wanted[0].source
    for told in make_renditions(Path(root) / source, source, list(names), wanted[0].content):
        if isinstance(told, Problem):
            return told
        spec, data = told
        digest = sha256_of(data)
        rough = Path(folder) / f".{names[spec]}.{os.getpid()}"
        rough.write_bytes(data)
        rough.replace(Path(folder) / f"{names[spec]}.{digest}")
        held[names[spec]] = digest
    return held


def name_of(one: Rendition) -> str:
    return one.url.rsplit("/", 1)[1]
