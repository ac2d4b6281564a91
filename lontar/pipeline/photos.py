"""Renditions: made once, kept in the cache under their name and SHA-256, copied to where they are published.

A rendition is finished when its file has its final name; a killed build loses none that were finished.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lontar.errors import ContentErrors, Place, Problem, problem
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
    design: Path | None = None,
) -> int:
    """Make those of `wanted` that the cache does not hold, and tell how many. ContentErrors for damaged
    photos. `design` is the folder from which images are composed."""
    by_source: dict[str, list[Rendition]] = {}
    for one in wanted:
        if name_of(one) not in cache.held:
            by_source.setdefault(one.source or one.url, []).append(one)
    if not by_source:
        return 0
    cache.folder.mkdir(parents=True, exist_ok=True)
    _prepare_cards(wanted, cache, design or root)
    problems: list[Problem] = []
    made = 0
    work = partial(make_for_photo, str(root), str(design or root), str(cache.folder))
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


def _prepare_cards(wanted: Sequence[Rendition], cache: RenditionCache, design: Path) -> None:
    """Before any thread works; what is wrong with the theme is told by the card that needs it."""
    card = next((one for one in wanted if not one.source and name_of(one) not in cache.held), None)
    if card is not None:
        from lontar.imaging import pyvips
        from lontar.render.cards import prepare

        with contextlib.suppress(OSError, pyvips.Error):
            prepare(design, card.content)


def make_for_photo(
    root: str, design: str, folder: str, wanted: Sequence[Rendition]
) -> Mapping[str, str] | Problem:
    """All missing renditions of one photo, or one that is composed; may run in a thread."""
    from lontar.render.images import Spec, make_renditions

    source = wanted[0].source
    if not source:
        return _compose(Path(design), folder, wanted[0])
    names = {}
    for one in wanted:
        names[Spec(one.width, one.height, one.format, one.quality, one.fit, one.limit)] = name_of(one)
    held: dict[str, str] = {}
    for told in make_renditions(Path(root) / source, source, list(names), wanted[0].content, wanted[0].base):
        if isinstance(told, Problem):
            return told
        spec, data = told
        held[names[spec]] = _keep(folder, names[spec], data)
    return held


def _compose(design: Path, folder: str, one: Rendition) -> Mapping[str, str] | Problem:
    from lontar.imaging import pyvips
    from lontar.render.cards import compose

    title, _, line = one.text.partition("\n")
    try:
        data = compose(design, one.content, title, line, one.quality)
    except (OSError, pyvips.Error) as error:
        reason = str(error).strip().splitlines()[-1].strip()[:120]
        return problem(Place("templates/share/"), "image-damaged", reason=reason)
    return {name_of(one): _keep(folder, name_of(one), data)}


def _keep(folder: str, name: str, data: bytes) -> str:
    """Finished by a rename; the SHA-256."""
    digest = sha256_of(data)
    rough = Path(folder) / f".{name}.{os.getpid()}"
    rough.write_bytes(data)
    rough.replace(Path(folder) / f"{name}.{digest}")
    return digest


def name_of(one: Rendition) -> str:
    return one.url.rsplit("/", 1)[1]
