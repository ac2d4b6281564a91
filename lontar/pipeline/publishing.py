"""From a plan to the output folder: render what is new, then publish in order.

Everything is finished in the staging folder before the first file of the output changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lontar.cache.store import Store
from lontar.digest import digest
from lontar.errors import ContentErrors, Problem
from lontar.model.config import Config, Level
from lontar.model.urls import SEARCH_INDEX
from lontar.output import MANIFEST, Move, OutputDir, staged_name
from lontar.pages.planned import Rendition
from lontar.pipeline import engine, memory
from lontar.pipeline.budgets import find_heavy
from lontar.pipeline.keeping import Keeping
from lontar.pipeline.memory import Caches, FileRow, Files
from lontar.pipeline.photos import RenditionCache, make_missing, name_of
from lontar.pipeline.rendering import Rendered, render_pages
from lontar.pipeline.report import Progress, Report, Request
from lontar.pipeline.stale import Stale, find_stale
from lontar.render.templates import Templates
from lontar.site.checks import weigh

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from lontar.load.site import Loaded
    from lontar.pages.plan import Plan

_UNSET = (0, 0)
"""A stamp that no file has."""


def publish(
    request: Request,
    caches: Caches,
    generations: tuple[str, str],
    output: OutputDir,
    planned: Plan,
    templates: Templates,
    closures: Mapping[str, str],
    loaded: Loaded,
    problems: tuple[Problem, ...],
    workers: Callable[[], Executor] | None,
    progress: Progress,
    waiting: Callable[[], None],
) -> Report:
    """`generations` are that of the last build and of this. Nothing is written when the request is a
    mere check, but pages that would be rendered are, so that their templates' mistakes come out."""
    store, bodies, kept = caches
    read = {url: source for source, url in loaded.read_urls}
    files = memory.NO_FILES if request.clean else memory.load_files(store, request.output)
    with ExitStack() as stack:
        if not request.publish:
            import tempfile

            stale = find_stale(output, planned, closures, files, read, request.explain)
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            rendered = render_pages(
                stale.pages,
                templates,
                bodies,
                folder,
                {},
                request.jobs,
                progress,
                lambda _: None,
                kept.close,
                stale.laid_out,
            )
            config = loaded.site.config
            heavy = find_heavy(
                planned.pages, config, partial(file_of, output, staged(stale, folder, rendered))
            )
            return _report(planned, stale, rendered, _with(problems, dict(heavy), config.checks))
        stack.enter_context(output.locked(waiting))
        stale = find_stale(output, planned, closures, files, read, request.explain)
        cache = RenditionCache((request.photos or request.cache) / f"renditions-{engine.imaging()}")
        design = request.templates / "share"
        made = make_missing(request.root, stale.photos, cache, workers, progress, design)
        staging = output.open_staging()
        before, now = generations
        keeping = Keeping(kept, before)
        rendered = render_pages(
            stale.pages,
            templates,
            bodies,
            staging,
            stale.standing,
            request.jobs,
            progress,
            keeping.take,
            keeping.pause,
            stale.laid_out,
        )
        photos = _stage_photos(request.root, design, stale, cache, staging)

        def lying() -> Mapping[str, str]:
            return staged(stale, staging, rendered) | {path: f"{staging}/{name}" for path, name in photos[1]}

        heavy_now = _weigh_in(store, loaded.site.config, planned, stale, output, lying)
        problems = _with(problems, heavy_now, loaded.site.config.checks)
        if any(one.severity == "error" for one in problems):
            raise ContentErrors(problems)
        keeping.write()
        written, deleted = put(store, output, stale, files, rendered, photos, progress)
        keeping.finish(now, loaded, planned, stale)
        cache.forget_old(name_of(one) for one in planned.renditions)
        return _report(planned, stale, rendered, problems, written, deleted, made)


def _weigh_in(
    store: Store,
    config: Config,
    planned: Plan,
    stale: Stale,
    output: OutputDir,
    lying: Callable[[], Mapping[str, str]],
) -> Mapping[str, Problem]:
    """The pages that are too heavy, by path: those made now are weighed, the others were before. `lying`
    gives what `file_of` is to look at; without budgets nobody asks."""
    if not config.budgets:
        return {}
    key, saved = digest(config.budgets), store.load(_HEAVY)
    known: Mapping[str, Problem] | None = saved[1] if isinstance(saved, tuple) and saved[0] == key else None
    anew = planned.pages if known is None else stale.pages
    weighed = {page.path for page in anew}
    heavy = {path: one for path, one in (known or {}).items() if path in stale.paths and path not in weighed}
    heavy |= dict(find_heavy(anew, config, partial(file_of, output, lying())))
    if heavy != known:
        store.save(_HEAVY, (key, heavy))
    return heavy


_HEAVY = "heavy"


def _with(
    problems: Sequence[Problem], heavy: Mapping[str, Problem], checks: Mapping[str, Level]
) -> tuple[Problem, ...]:
    return tuple(sorted({*problems, *weigh(heavy.values(), checks)}))


def staged(stale: Stale, staging: Path, rendered: Sequence[Rendered]) -> dict[str, str]:
    """Names of files by their path in the output: strings, for there are thousands."""
    return {path: f"{staging}/{name}" for path, name in _page_moves(stale, rendered)}


def file_of(output: OutputDir, lying: Mapping[str, str], path: str) -> Path:
    """Where the bytes of an output path lie now: in the staging folder, or in their place already."""
    name = lying.get(path)
    return Path(name) if name else output.target(path)


Moves = list[Move]
"""What is to be moved, in order."""
Staged = tuple[dict[str, FileRow], Moves]
"""Rows of files made anew, and what of them is to be moved: what already stands in its place with the same
bytes is not."""


def put(
    store: Store,
    output: OutputDir,
    stale: Stale,
    files: Files,
    rendered: Sequence[Rendered],
    photos: Staged,
    progress: Progress,
) -> tuple[int, int]:
    """Publish what was staged, and remember it; how many files were written and deleted."""
    fresh, moves = photos
    for page in rendered:
        _, template, frame = stale.keys[page.number]
        row = (page.key, template, frame, page.sha256, page.stamp or _UNSET)
        fresh[stale.pages[page.number].path] = row
    if not fresh and stale.before.keys() == stale.paths:
        return 0, 0
    written = len(moves) + sum(page.stamp is not None for page in rendered)
    if not stale.laid_out:
        moves += _page_moves(stale, rendered)
    kept = {path: row for path, row in files.rows.items() if path in stale.paths}
    for path in stale.before.keys() - kept.keys():
        if path.startswith(SEARCH_INDEX):  # made by another command, and known from the manifest alone
            kept[path] = ("", "", "", stale.before[path], output.stamp(path) or _UNSET)
    deleted = _change(output, stale, kept, fresh, moves, progress)
    memory.save_files(store, output.root, Files({**kept, **fresh}, output.stamp(MANIFEST), files.saved))
    return written, deleted


def _stage_photos(root: Path, design: Path, stale: Stale, cache: RenditionCache, staging: Path) -> Staged:
    fresh: dict[str, FileRow] = {}
    moves: Moves = []
    for number, one in enumerate(stale.photos):
        digest = cache.held.get(name_of(one))
        if digest is None or stale.standing.get(one.path) != digest:
            digest = _stage_photo(root, design, one, cache, staging / f"photo-{number}")
            moves.append((one.path, f"photo-{number}"))
        fresh[one.path] = ("", "", "", digest, _UNSET)
    return fresh, moves


def _stage_photo(root: Path, design: Path, one: Rendition, cache: RenditionCache, target: Path) -> str:
    """From the cache; made anew when it is damaged there. Its SHA-256."""
    digest = cache.stage(name_of(one), target)
    if digest is None:
        make_missing(root, [one], cache, None, lambda *_: None, design)
        digest = cache.stage(name_of(one), target)
    if digest is None:
        raise RuntimeError(f"rendition {one.url} vanished from the cache while it was needed")
    return digest


def _page_moves(stale: Stale, rendered: Sequence[Rendered]) -> Moves:
    """In the order of publication."""
    pages = stale.pages
    anew = sorted(
        (one.number for one in rendered if one.stamp is not None),
        key=lambda number: (pages[number].rank, number),
    )
    return [(path := pages[number].path, staged_name(number, path, stale.laid_out)) for number in anew]


def _change(
    output: OutputDir,
    stale: Stale,
    kept: Mapping[str, FileRow],
    fresh: dict[str, FileRow],
    moves: Sequence[tuple[str, str]],
    progress: Progress,
) -> int:
    """Move what is new to its place, remove what no page owns, write the manifest; how many were removed.

    `fresh` is given its stamps. Before the first file appears the manifest names it, so that it is known
    as ours should this process be killed.
    """
    digests = {path: row[3] for path, row in {**kept, **fresh}.items()}
    if not set(digests) <= set(stale.before):
        output.write_manifest({**stale.before, **digests})
    output.publish_all(moves, partial(progress, "write"))
    for path, row in fresh.items():
        if row[4] == _UNSET:
            fresh[path] = (*row[:4], output.stamp(path) or _UNSET)
    deleted = output.remove(set(stale.before) - stale.paths)
    output.write_manifest(digests)
    return deleted


def _report(
    planned: Plan,
    stale: Stale,
    rendered: Sequence[Rendered],
    problems: tuple[Problem, ...],
    written: int = 0,
    deleted: int = 0,
    renditions: int = 0,
) -> Report:
    pages = len(planned.pages)
    kept = pages - len(rendered)
    return Report(len(rendered), kept, written, deleted, pages, renditions, 0.0, problems, stale.reasons)
