"""A build in which something changed: load, check, plan, render, publish."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lontar.cache.store import Store
from lontar.errors import ContentErrors, Place, problem
from lontar.load.site import load_site
from lontar.load.sources import Sources, Stamp
from lontar.load.theme import Theme, read_theme
from lontar.output import OutputDir
from lontar.pages import languages
from lontar.pages.assets import AssetMissing
from lontar.pages.frame import WordMissing
from lontar.pages.links import find_broken_links
from lontar.pages.plan import Plan, plan
from lontar.pipeline.build import moment
from lontar.pipeline.memory import Caches
from lontar.pipeline.publishing import publish
from lontar.pipeline.rendering import word_problem
from lontar.pipeline.report import Progress, Report, Request
from lontar.pipeline.settings import current_config
from lontar.render.templates import TemplateFault, Templates
from lontar.site.checks import find_problems, weigh
from lontar.site.site import find_unpublished

if TYPE_CHECKING:
    from concurrent.futures import Executor


@dataclass(frozen=True, slots=True)
class Outcome:
    report: Report
    now: dt.datetime
    until: dt.datetime | None


def full_build(
    request: Request,
    caches: Caches,
    generations: tuple[str, str],
    sources: Sources,
    theme_stamps: dict[str, Stamp],
    workers: Callable[[], Executor] | None,
    progress: Progress,
    waiting: Callable[[], None],
) -> Outcome:
    store, bodies, _ = caches
    config = current_config(request.root, store)
    now = moment(config.site.timezone, request.today)
    loaded = load_site(request.root, config, sources, store, bodies, now, request.drafts, workers, progress)
    failed = frozenset(one.place.path for one in loaded.problems if one.place.path.startswith("content/"))
    theme = read_theme(request.templates, theme_stamps)
    if config.site.language not in theme.words:
        raise ContentErrors([problem(Place("templates/words/"), "words-missing", lang=config.site.language)])
    planned = _plan(loaded.site, theme)
    found = [*loaded.problems, *planned.problems, *find_problems(loaded.site, failed)]
    found += languages.find_problems(loaded.site)
    found += find_broken_links(loaded.site, planned.pages, failed)
    if request.advise is not None:
        found += request.advise(loaded, sources)
    problems = weigh(found, config.checks)
    templates = Templates(request.templates)
    try:
        closures = _closures(
            templates, store, theme_stamps, {page.template for page in planned.pages if page.template}
        )
    except TemplateFault as error:
        raise ContentErrors([*problems, error.problem]) from None
    errors = [one for one in problems if one.severity == "error"]
    if errors:
        raise ContentErrors(problems)
    output = OutputDir(request.output)
    report = publish(
        request,
        caches,
        generations,
        output,
        planned,
        templates,
        closures,
        loaded,
        problems,
        workers,
        progress,
        waiting,
    )
    if request.publish:
        bodies.keep_only(loaded.bodies)
    if request.drafts:
        report = report._replace(unpublished=tuple(find_unpublished(loaded.site)))
    return Outcome(report, now, loaded.until)


def _plan(site: object, theme: Theme) -> Plan:
    try:
        return plan(site, theme.words, theme.assets, theme.share)  # type: ignore[arg-type]
    except AssetMissing as error:
        sheet, reference = error.args
        raise ContentErrors(
            [problem(Place(f"templates/assets/{sheet}"), "asset-missing", found=reference)]
        ) from None
    except WordMissing as error:
        raise ContentErrors([word_problem(error)]) from None


def _closures(
    templates: Templates, store: Store, stamps: dict[str, Stamp], names: set[str]
) -> dict[str, str]:
    """Digests of the templates and all they reach, found anew only when a file of the theme changed."""
    key = repr(sorted((name, stamp) for name, stamp in stamps.items() if not name.startswith("assets/")))
    saved = store.load("templates")
    if isinstance(saved, tuple) and len(saved) == 2 and saved[0] == key and names <= set(saved[1]):
        return dict(saved[1])
    closures = templates.closures(dict.fromkeys(sorted(names)))
    store.save("templates", (key, closures))
    return closures
