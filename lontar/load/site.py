"""load_site: everything on disk as one Site, or ContentErrors with all that is wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lontar.cache.bodies import Bodies
from lontar.cache.store import Store
from lontar.errors import Problem
from lontar.load.config import base_path
from lontar.load.drafts import Settings
from lontar.load.records import load_records
from lontar.load.results import read_results
from lontar.load.sources import Sources
from lontar.model.config import Config
from lontar.model.record import Record, url_of
from lontar.model.survey import Survey
from lontar.site.site import Site, make_site, next_change

if TYPE_CHECKING:
    from concurrent.futures import Executor


@dataclass(frozen=True, slots=True)
class Loaded:
    """`problems` are those of single files; `read` the sources parsed anew, `read_urls` each with the URL
    of its record; `until` the next moment at which the site changes by itself; `bodies` the digests of all
    texts; `outlines` the digests of each file's content and of its record's outline; `records` all there
    are, drafts and expired ones too."""

    site: Site
    problems: tuple[Problem, ...]
    read: frozenset[str]
    read_urls: tuple[tuple[str, str], ...]
    until: dt.datetime | None
    bodies: tuple[str, ...]
    outlines: dict[str, tuple[str, str]]
    records: tuple[Record, ...]


def load_site(
    root: Path,
    config: Config,
    sources: Sources,
    store: Store,
    bodies: Bodies,
    now: dt.datetime,
    drafts: bool,
    executor: Callable[[], Executor] | None,
    progress: Callable[[str, int, int], None],
) -> Loaded:
    settings = Settings(config.site.language, config.site.timezone, base_path(config.site.url))
    library = load_records(root, sources, store, bodies, settings, executor, progress)
    records = tuple(library.records.values())
    site = make_site(config, records, read_results(root), now, drafts)
    texts = tuple(record.body.html for record in records if not isinstance(record, Survey))
    problems = (*sources.problems, *library.problems)
    urls = tuple((source, url_of(library.records[source])) for source in sorted(library.read))
    outlines = {path: (row.content, row.outline) for path, row in library.rows.items()}
    until = next_change(records, now, drafts)
    return Loaded(site, problems, library.read, urls, until, texts, outlines, records)
