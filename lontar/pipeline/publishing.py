"""From a plan to the output folder: render what is new, then publish in order.

Everything is finished in the staging folder before the first file of the output changes.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from pathlib import Path

from lontar.cache.bodies import Bodies
from lontar.cache.store import Store
from lontar.errors import Problem
from lontar.output import MANIFEST, OutputDir
from lontar.pages.plan import Plan
from lontar.pages.planned import Page, Rendition
from lontar.pipeline import engine, memory
from lontar.pipeline.memory import FileRow
from lontar.pipeline.photos import RenditionCache, make_missing, name_of
from lontar.pipeline.rendering import Rendered, render_pages
from lontar.pipeline.report import Progress, Report, Request
from lontar.pipeline.stale import PageKey, Stale, find_stale
from lontar.render.templates import Templates

_UNSET = (0, 0)
"""A stamp that no file has."""


def publish(
    request: Request,
    store: Store,
    bodies: Bodies,
    output: OutputDir,
    planned: Plan,
    templates: Templates,
    closures: Mapping[str, str],
    read: Mapping[str, str],
    problems: tuple[Problem, ...],
    workers: Callable[[], Executor] | None,
    progress: Progress,
    waiting: Callable[[], None],
) -> Report:
    """`read` maps the URL of each record read anew to its source. Nothing is written when the request is
    a mere check, but pages that would be rendered are, so that their templates' mistakes come out."""
    files = memory.NO_FILES if request.clean else memory.load_files(store, request.output)
    with ExitStack() as stack:
        if not request.publish:
            stale = find_stale(output, planned, closures, files, read, request.explain)
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            rendered = render_pages(stale.pages, templates, bodies, folder, {}, request.jobs, progress)
            return _report(planned, stale, rendered, problems)
        stack.enter_context(output.locked(waiting))
        stale = find_stale(output, planned, closures, files, read, request.explain)
        cache = RenditionCache((request.photos or request.cache) / f"renditions-{engine.imaging()}")
        made = make_missing(request.root, stale.photos, cache, workers, progress)
        staging = output.open_staging()
        rendered = render_pages(
            stale.pages, templates, bodies, staging, stale.standing, request.jobs, progress
        )
        fresh, moves = _stage(stale, rendered, cache, staging)
        if not fresh and set(stale.before) == stale.paths:
            return _report(planned, stale, rendered, problems, renditions=made)
        kept = {path: row for path, row in files.rows.items() if path in stale.paths}
        deleted = _change(output, stale, kept, fresh, moves, progress)
        rows = {**kept, **fresh}
        memory.save_files(store, request.output, memory.Files(rows, output.stamp(MANIFEST)))
        cache.forget_old(name_of(one) for one in planned.renditions)
        return _report(planned, stale, rendered, problems, len(moves), deleted, made)


def _stage(
    stale: Stale, rendered: Sequence[Rendered], cache: RenditionCache, staging: Path
) -> tuple[dict[str, FileRow], list[tuple[str, str]]]:
    """Rows of all that was made anew (without stamps yet), and what is to be moved, in order: path and name
    in the staging folder. What already stands in its place with the same bytes is not moved."""
    fresh: dict[str, FileRow] = {}
    moves: list[tuple[str, str]] = []
    for number, one in enumerate(stale.photos):
        digest = cache.held.get(name_of(one))
        if digest is None or stale.standing.get(one.path) != digest:
            digest = _stage_photo(one, cache, staging / f"photo-{number}")
            moves.append((one.path, f"photo-{number}"))
        fresh[one.path] = ("", "", "", digest, _UNSET)
    for page in rendered:
        fresh[stale.pages[page.number].path] = _row(stale.keys[page.number], page.sha256)
    return fresh, moves + _page_moves(stale.pages, rendered)


def _row(key: PageKey, sha256: str) -> FileRow:
    return (*key, sha256, _UNSET)


def _stage_photo(one: Rendition, cache: RenditionCache, target: Path) -> str:
    digest = cache.stage(name_of(one), target)
    if digest is None:
        raise RuntimeError(f"rendition {one.url} vanished from the cache while it was needed")
    return digest


def _page_moves(pages: Sequence[Page], rendered: Sequence[Rendered]) -> list[tuple[str, str]]:
    staged = sorted(
        (one for one in rendered if one.staged), key=lambda one: (pages[one.number].rank, one.number)
    )
    return [(pages[one.number].path, str(one.number)) for one in staged]


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
    last = time.monotonic()
    for number, (path, name) in enumerate(moves, 1):
        output.publish(output.staging / name, path)
        if time.monotonic() - last > 0.1:
            last = time.monotonic()
            progress("write", number, len(moves))
    for path, row in fresh.items():
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
