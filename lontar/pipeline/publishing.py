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
from lontar.pipeline import memory
from lontar.pipeline.memory import FileRow
from lontar.pipeline.photos import RenditionCache, make_missing, name_of
from lontar.pipeline.reasons import changed_sources, frame_of, why
from lontar.pipeline.rendering import Rendered, render_pages
from lontar.pipeline.report import Progress, Reason, Report, Request
from lontar.render.templates import Templates


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
        cache = RenditionCache(request.cache / "renditions")
        if not request.publish:
            with tempfile.TemporaryDirectory() as folder:
                rendered = render_pages(stale, templates, bodies, Path(folder), {}, request.jobs, progress)
            return _report(planned, rendered, 0, 0, 0, problems, reasons)
        made = make_missing(request.root, photos, cache, workers, progress)
        staging = output.open_staging()
        known = {path: row[3] for path, row in rows.items() if output.stamp(path) == row[4]}
        rendered = render_pages(stale, templates, bodies, staging, known, request.jobs, progress)
        before = output.manifest()
        fresh = _rows_of(stale, rendered, keys, rows)
        fresh_photos = _stage_photos(photos, cache, staging)
        kept = {path: rows[path] for path in _paths(planned) if path in rows}
        if not fresh and not fresh_photos and set(before) == _paths(planned):
            return _report(planned, rendered, 0, 0, made, problems, reasons)
        new = {path: row[3] for path, row in {**kept, **fresh}.items()} | {p: sha for p, sha in fresh_photos.items()}
        if not set(new) <= set(before):
            output.write_manifest({**before, **new})  # what is about to appear is ours, should we be killed
        written, stamps = _move(output, stale, rendered, photos, staging, fresh, progress)
        for path, sha in fresh_photos.items():
            fresh[path] = ("", "", "", sha, stamps[path])
        files = {**kept, **fresh}
        deleted = output.remove(set(before) - set(files))
        output.write_manifest({path: row[3] for path, row in files.items()})
        memory.save_files(store, request.output, files)
        cache.forget_old(name_of(one) for one in planned.renditions)
        return _report(planned, rendered, written, deleted, made, problems, reasons)


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


def _is_stale_photo(output: OutputDir, rows: Mapping[str, FileRow], one: Rendition) -> bool:
    row = rows.get(one.path)
    return row is None or output.stamp(one.path) != row[4]


def _rows_of(
    stale: Sequence[Page],
    rendered: Sequence[Rendered],
    keys: Mapping[str, tuple[str, str, str]],
    rows: Mapping[str, FileRow],
) -> dict[str, FileRow]:
    """Rows of the rendered pages; the stamps of those to be written are still to come."""
    fresh: dict[str, FileRow] = {}
    for one in rendered:
        path = stale[one.number].path
        stamp = (0, 0) if one.staged else rows[path][4]
        fresh[path] = (*keys[path], one.sha256, stamp)
    return fresh


def _stage_photos(photos: Sequence[Rendition], cache: RenditionCache, staging: Path) -> dict[str, str]:
    staged: dict[str, str] = {}
    for number, one in enumerate(photos):
        digest = cache.stage(name_of(one), staging / f"photo-{number}")
        if digest is None:
            raise RuntimeError(f"rendition {one.url} vanished from the cache while it was needed")
        staged[one.path] = digest
    return staged


def _move(
    output: OutputDir,
    stale: Sequence[Page],
    rendered: Sequence[Rendered],
    photos: Sequence[Rendition],
    staging: Path,
    fresh: dict[str, FileRow],
    progress: Progress,
) -> tuple[int, dict[str, tuple[int, int]]]:
    """Rename every staged file to its place, photos and assets first; count and stamps of what was moved."""
    stamps = {one.path: output.publish(staging / f"photo-{number}", one.path) for number, one in enumerate(photos)}
    staged = sorted((one for one in rendered if one.staged), key=lambda one: (stale[one.number].rank, one.number))
    last = time.monotonic()
    for number, one in enumerate(staged, 1):
        path = stale[one.number].path
        fresh[path] = (*fresh[path][:4], output.publish(staging / str(one.number), path))
        if time.monotonic() - last > 0.1:
            last = time.monotonic()
            progress("write", number, len(staged))
    return len(staged) + len(photos), stamps


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


