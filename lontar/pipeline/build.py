"""build(request) -> Report: the whole story.

Find what there is; if nothing changed, say so. Else load, check, plan; render what has a new key into
the staging folder; and only when everything has succeeded, publish: photos and assets, then pages, then
feeds and sitemaps, deletions last.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from lontar.cache.bodies import BodyMissing
from lontar.cache.store import Store
from lontar.errors import ConfigErrors, Place, problem
from lontar.load.sources import Sources, Stamp, scan, scan_theme, stamp_of
from lontar.output import OutputDir
from lontar.parallel import Beside
from lontar.pipeline import engine, memory
from lontar.pipeline.report import Progress, Report, Request

if TYPE_CHECKING:
    from concurrent.futures import Executor

_MANY = 300_000
"""Bytes of the list of files from which looking at them takes longer than to start a process."""
INPUTS = ("site_config.yaml", "survey-results.json")


def build(request: Request, progress: Progress, waiting: Callable[[], None]) -> Report:
    """Bring the output up to date, or (with `publish` off) only find every problem.

    ConfigErrors for a wrong configuration or call, ContentErrors for wrong content or templates; in both
    cases the output is as it was.
    """
    started = time.perf_counter()
    if not request.root.is_dir():
        raise ConfigErrors([problem(Place(str(request.root)), "root-missing")])
    if not request.templates.is_dir():
        raise ConfigErrors([problem(Place(str(request.templates)), "templates-missing")])
    _refuse_output_over_sources(request)
    version = engine.fingerprint()
    caches = memory.open_caches(request.cache, version)
    with ExitStack() as stack:
        stack.callback(caches.close)
        stands = _outputs(request, caches.store, stack)
        sources = scan(request.root)
        theme = scan_theme(request.templates)
        now_ns = time.time_ns()
        seen = _seen(request, version, sources, theme)
        last = memory.load_last(caches.store)
        if last is not None and not _holds(request, last):
            last = None
        if last is not None and not request.clean and request.advise is None:
            changed = seen.changed_records(last.seen)
            if changed == [] and stands():
                return last.report.after(time.perf_counter() - started)
            if changed and request.publish and not request.explain:
                from lontar.pipeline.short import short_build

                now_seen = seen.honest(now_ns)
                report = short_build(request, caches, last, now_seen, changed, stands, progress, waiting)
                if report is not None:
                    return report.after(time.perf_counter() - started)
        from lontar.pipeline.full import full_build

        workers = stack.enter_context(_workers(request))
        generations = (last.generation if last else "", memory.new_generation())
        run = (request, caches, generations, sources, theme, workers, progress, waiting)
        try:
            outcome = full_build(*run)
        except BodyMissing:
            caches.bodies.throw_away()
            (request.cache / "records.bin").unlink(missing_ok=True)  # without it, all texts are read anew
            outcome = full_build(*run)
        if request.publish:
            report, pages = outcome.report, outcome.report.pages
            name, since = generations[1], outcome.now.astimezone(dt.UTC)
            memory.save_last(
                caches.store,
                memory.Last(
                    name,
                    seen.honest(now_ns),
                    since,
                    outcome.until,
                    pages,
                    report.problems,
                    report.unpublished,
                ),
            )
    return outcome.report.after(time.perf_counter() - started)


def _seen(request: Request, version: str, sources: Sources, theme: dict[str, Stamp]) -> memory.Seen:
    files = {f"/{name}": _stamp(request.root / name) for name in INPUTS}
    asked = (request.today, request.drafts, str(request.templates), version)
    return memory.Seen(
        sources.records,
        sources.photos,
        tuple(sorted(sources.others)),
        sources.problems,
        {**theme, **files},
        asked,
    )


def _holds(request: Request, last: memory.Last) -> bool:
    """Whether the same files still make the same site as the last time."""
    return request.today is not None or last.holds_at(dt.datetime.now(dt.UTC))


def moment(timezone: str, today: dt.date | None) -> dt.datetime:
    """Now in the site's zone; for a given day, its last second."""
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(timezone)
    if today is not None:
        return dt.datetime.combine(today, dt.time(23, 59, 59), zone)
    return dt.datetime.now(zone)


def _outputs(request: Request, store: Store, stack: ExitStack) -> Callable[[], bool]:
    """Whether the output is as the last build left it. Thousands of files are looked at by a second
    process meanwhile."""

    def stand() -> bool:
        return memory.load_files(store, request.output).stand(OutputDir(request.output))

    if request.clean or request.advise is not None or request.jobs < 2 or store.size("files") < _MANY:
        return stand
    beside = Beside(stand)
    stack.callback(beside.close)
    return beside.answer


def _stamp(path: Path) -> tuple[int, int, int]:
    try:
        return stamp_of(path)
    except OSError:
        return (-1, 0, 0)


def _refuse_output_over_sources(request: Request) -> None:
    """An output folder that holds what the site is made from would be published, or worse, overwritten."""
    output = request.output.resolve()
    for precious in (request.root / "content", request.templates, request.root):
        place = precious.resolve()
        if (
            output == place
            or output in place.parents
            or (precious != request.root and place in output.parents)
        ):
            raise ConfigErrors(
                [problem(Place(str(request.output)), "output-over-sources", found=str(precious))]
            )


@contextmanager
def _workers(request: Request) -> Iterator[Callable[[], Executor] | None]:
    """A pool that is started when it is first asked for; None when one process is to do all."""
    if request.executor:
        from lontar.pipeline.cluster import cluster

        request.cache.mkdir(parents=True, exist_ok=True)
        with cluster(request.executor, (request.root, request.cache)) as executor:
            yield executor
        return
    if request.jobs < 2:
        yield None
        return
    from lontar.parallel import Near

    workers = Near(request.jobs)
    try:
        yield workers
    finally:
        workers.close()
