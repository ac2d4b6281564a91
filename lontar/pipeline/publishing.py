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
from lontar.output import OutputDir
from lontar.pages.plan import Plan
from lontar.pages.planned import Page, Rendition
from lontar.pipeline import engine, memory
from lontar.pipeline.memory import FileRow
from lontar.pipeline.photos import RenditionCache, make_missing, name_of
from lontar.pipeline.reasons import changed_sources, frame_of, why
from lontar.pipeline.rendering import Rendered, render_pages
from lontar.pipeline.report import Progress, Reason, Report, Request
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
    with ExitStack() as stack:
        if request.publish:
            stack.enter_context(output.locked(waiting))
        rows = {} if request.clean else memory.load_files(store, request.output)
        stale, keys, reasons = _find_stale(request, output, planned, closures, rows, read)
        photos = [one for one in planned.renditions if _is_stale_photo(output, rows, one)]
        cache = RenditionCache(request.cache / f"renditions-{engine.imaging()}")
        if not request.publish:
            with tempfile.TemporaryDirectory() as folder:
                rendered = render_pages(stale, templates, bodies, Path(folder), {}, request.jobs, progress)
            return _report(planned, rendered, 0, 0, 0, problems, reasons)
        made = make_missing(request.root, photos, cache, workers, progress)
        staging = output.open_staging()
        known = _known(output, rows)
        rendered = render_pages(stale, templates, bodies, staging, known, request.jobs, progress)
        staged_photos = _stage_photos(photos, cache, staging, known)
        before = output.manifest()
        paths = _paths(planned)
        kept = {path: rows[path] for path in paths if path in rows}
        fresh = _rows_of(stale, rendered, keys)
        fresh |= {one.path: ("", "", "", sha, _UNSET) for one, sha, _ in staged_photos}
        if not fresh and set(before) == paths:
            return _report(planned, rendered, 0, 0, made, problems, reasons)
        digests = {path: row[3] for path, row in {**kept, **fresh}.items()}
        if not set(digests) <= set(before):
            output.write_manifest(
                {**before, **digests}
            )  # what is about to appear is ours, should we be killed
        moves = [
            (one.path, f"photo-{number}") for number, (one, _, staged) in enumerate(staged_photos) if staged
        ]
        moves += _page_moves(stale, rendered)
        _move(output, moves, staging, progress)
        for path, row in fresh.items():
            fresh[path] = (*row[:4], output.stamp(path) or _UNSET)
        deleted = output.remove(set(before) - paths)
        output.write_manifest(digests)
        memory.save_files(store, request.output, {**kept, **fresh})
        cache.forget_old(name_of(one) for one in planned.renditions)
        return _report(planned, rendered, len(moves), deleted, made, problems, reasons)


def _find_stale(
    request: Request,
    output: OutputDir,
    planned: Plan,
    closures: Mapping[str, str],
    rows: Mapping[str, FileRow],
    read: Mapping[str, str],
) -> tuple[list[Page], dict[str, tuple[str, str, str]], list[Reason]]:
    """The pages to render, their keys by path, and (when asked for) the reasons."""
    stale: list[Page] = []
    keys: dict[str, tuple[str, str, str]] = {}
    reasons: list[Reason] = []
    for page in planned.pages:
        path = page.path
        key = (page.key, closures[page.template] if page.template else "", frame_of(page))
        reason = why(rows.get(path), *key, output.stamp(path))
        if reason is None:
            continue
        stale.append(page)
        keys[path] = key
        if request.explain:
            detail = changed_sources(page, read) if reason in ("content", "new") else ""
            reasons.append(Reason(path, f"why-{reason}", detail))
    return stale, keys, reasons


def _known(output: OutputDir, rows: Mapping[str, FileRow]) -> dict[str, str]:
    """SHA-256 by path of the files that stand as they were made; those that no row tells of are read."""
    known = {path: row[3] for path, row in rows.items() if output.stamp(path) == row[4]}
    for path, digest in output.manifest().items():
        if path not in rows and output.sha256(path) == digest:
            known[path] = digest
    return known


def _is_stale_photo(output: OutputDir, rows: Mapping[str, FileRow], one: Rendition) -> bool:
    row = rows.get(one.path)
    return row is None or output.stamp(one.path) != row[4]


def _rows_of(
    stale: Sequence[Page],
    rendered: Sequence[Rendered],
    keys: Mapping[str, tuple[str, str, str]],
) -> dict[str, FileRow]:
    """Rows of the rendered pages; the stamps of those to be written are still to come."""
    paths = {one.number: stale[one.number].path for one in rendered}
    return {paths[one.number]: (*keys[paths[one.number]], one.sha256, _UNSET) for one in rendered}


def _stage_photos(
    photos: Sequence[Rendition], cache: RenditionCache, staging: Path, known: Mapping[str, str]
) -> list[tuple[Rendition, str, bool]]:
    """Each photo with its SHA-256 and whether it was staged: not when it already stands in its place."""
    found: list[tuple[Rendition, str, bool]] = []
    for number, one in enumerate(photos):
        digest = cache.held.get(name_of(one))
        if digest is not None and known.get(one.path) == digest:
            found.append((one, digest, False))
            continue
        digest = cache.stage(name_of(one), staging / f"photo-{number}")
        if digest is None:
            raise RuntimeError(f"rendition {one.url} vanished from the cache while it was needed")
        found.append((one, digest, True))
    return found


def _page_moves(stale: Sequence[Page], rendered: Sequence[Rendered]) -> list[tuple[str, str]]:
    """Path and staged name of every page to be written, in the order of publication."""
    staged = sorted(
        (one for one in rendered if one.staged), key=lambda one: (stale[one.number].rank, one.number)
    )
    return [(stale[one.number].path, str(one.number)) for one in staged]


def _move(output: OutputDir, moves: Sequence[tuple[str, str]], staging: Path, progress: Progress) -> None:
    """Rename staged files to their places, in order."""
    last = time.monotonic()
    for number, (path, name) in enumerate(moves, 1):
        output.publish(staging / name, path)
        if time.monotonic() - last > 0.1:
            last = time.monotonic()
            progress("write", number, len(moves))


def _paths(planned: Plan) -> set[str]:
    return {page.path for page in planned.pages} | {one.path for one in planned.renditions}


def _report(
    planned: Plan,
    rendered: Sequence[Rendered],
    written: int,
    deleted: int,
    made: int,
    problems: tuple[Problem, ...],
    reasons: list[Reason],
) -> Report:
    pages = len(planned.pages)
    return Report(
        len(rendered), pages - len(rendered), written, deleted, pages, made, 0.0, problems, tuple(reasons)
    )
