"""build(request) -> Report: the whole story.

Find what there is; if nothing changed, say so. Else load, check, plan; render what has a new key into
the staging folder; and only when everything has succeeded, publish: photos and assets, then pages, then
feeds and sitemaps, deletions last.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from lontar.cache.bodies import Bodies, BodyMissing
from lontar.cache.store import Store
from lontar.errors import ConfigErrors, Place, problem
from lontar.load.sources import scan, scan_theme, stamp_of
from lontar.output import MANIFEST, OutputDir
from lontar.pipeline import engine, memory
from lontar.pipeline.report import Progress, Report, Request

_INPUTS = ("site_config.yaml", "survey-results.json")


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
    store = Store(request.cache, version)
    sources = scan(request.root)
    theme = scan_theme(request.templates)
    inputs = tuple(_stamp(request.root / name) for name in _INPUTS)
    asked = (request.today, request.drafts, str(request.templates), version)
    seen = memory.fingerprint(sources, theme, (inputs, asked))
    if not request.clean and (report := _nothing_to_do(request, store, seen, started)) is not None:
        return report
    honest = memory.trusted(sources, theme, inputs, time.time_ns())
    from lontar.pipeline.full import full_build

    with ExitStack() as stack:
        bodies = Bodies(request.cache, version[:12])
        stack.callback(bodies.close)
        workers = stack.enter_context(_workers(request.jobs))
        run = (request, store, bodies, sources, theme, workers, progress, waiting)
        try:
            outcome = full_build(*run)
        except BodyMissing:
            bodies.throw_away()
            (request.cache / "records.bin").unlink(missing_ok=True)  # without it, all texts are read anew
            outcome = full_build(*run)
    if request.publish:
        last = memory.Last(
            seen,
            outcome.now.astimezone(dt.UTC),
            outcome.until,
            honest,
            outcome.report.problems,
            outcome.report.unpublished,
        )
        memory.save_last(store, last)
    return outcome.report.after(time.perf_counter() - started)


def moment(timezone: str, today: dt.date | None) -> dt.datetime:
    """Now in the site's zone; for a given day, its last second."""
    zone = ZoneInfo(timezone)
    if today is not None:
        return dt.datetime.combine(today, dt.time(23, 59, 59), zone)
    return dt.datetime.now(zone)


def _nothing_to_do(request: Request, store: Store, seen: str, started: float) -> Report | None:
    """The report of a build whose every input and every output is as the last build left it."""
    last = memory.load_last(store)
    if last is None or last.inputs != seen or not last.trusted:
        return None
    now = dt.datetime.now(dt.UTC)
    if request.today is None and not (last.since <= now and (last.until is None or now < last.until)):
        return None
    files = memory.load_files(store, request.output)
    output = OutputDir(request.output)
    if not files.rows or output.stamp(MANIFEST) != files.manifest:
        return None
    if any(output.stamp(path) != row[4] for path, row in files.rows.items()):
        return None
    pages = sum(1 for row in files.rows.values() if row[0])
    seconds = time.perf_counter() - started
    return Report(0, pages, 0, 0, pages, 0, seconds, last.problems, unpublished=last.unpublished)


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
def _workers(jobs: int) -> Iterator[Callable[[], Executor] | None]:
    """A pool that is started when it is first asked for; None when one process is to do all."""
    if jobs < 2:
        yield None
        return
    from lontar.parallel import process_pool

    started: list[Executor] = []

    def pool() -> Executor:
        if not started:
            started.append(process_pool(jobs))
        return started[0]

    try:
        yield pool
    finally:
        for one in started:
            one.shutdown(wait=True, cancel_futures=True)
