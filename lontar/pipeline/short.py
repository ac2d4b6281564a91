"""A build in which nothing changed but the words of some texts: no site is loaded, no plan is made.

Such a change concerns only the pages that show these texts (lontar.model.outline), and what they were made
from is kept (lontar.cache.kept). On any doubt there is no report, and the full build is made.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pickle import UnpicklingError
from typing import NamedTuple

from lontar.cache.bodies import BodyMissing
from lontar.cache.kept import Packed
from lontar.cache.rows import Row, record_ledger
from lontar.load.config import base_path
from lontar.load.drafts import Settings
from lontar.load.mending import mend
from lontar.load.reading import Job, read_chunk
from lontar.load.told import Told
from lontar.load.translations import translations_of
from lontar.model.config import Config
from lontar.model.photo import PhotoFile
from lontar.model.record import Text
from lontar.output import OutputDir
from lontar.pages.planned import Page
from lontar.pipeline import memory
from lontar.pipeline.budgets import find_heavy
from lontar.pipeline.kept import unpack
from lontar.pipeline.memory import Caches, Files, Last, Seen
from lontar.pipeline.publishing import file_of, put, staged
from lontar.pipeline.rendering import Rendered, render_pages
from lontar.pipeline.report import Progress, Report, Request
from lontar.pipeline.settings import current_config
from lontar.pipeline.stale import PageKey, Stale
from lontar.render.templates import Templates

_MOST = 24
"""With more changed files than this, a full build on all cores takes hardly longer."""


class Mended(NamedTuple):
    """What the changed files came to: rows for the next build, texts by source, pieces of HTML by digest."""

    rows: dict[str, Row]
    texts: dict[str, Text]
    bodies: dict[str, tuple[str, ...]]


def short_build(
    request: Request,
    caches: Caches,
    last: Last,
    seen: Seen,
    changed: list[str],
    stands: Callable[[], bool],
    progress: Progress,
    waiting: Callable[[], None],
) -> Report | None:
    """`seen` is what there is now, `changed` the records whose files differ from what `last` saw; `stands`
    tells whether the output is as the last build left it."""
    if len(changed) > _MOST or any(one.place.path in changed for one in last.problems):
        return None
    output = OutputDir(request.output)
    with output.locked(waiting):
        if caches.kept.generation() != last.generation:
            return None
        files = memory.load_files(caches.store, request.output)
        config = current_config(request.root, caches.store)
        try:
            retold = [name for path in changed for name in translations_of(path, seen.records)]
            concerned = list(dict.fromkeys([*changed, *retold]))
            shown = _showing(caches, concerned)
            mended = _read(request, config, caches, seen, concerned, shown)
            if mended is None or not stands():
                return None
            pages = [page.with_texts(mended.texts) for page in shown]
        except (sqlite3.Error, UnpicklingError, LookupError, ValueError, TypeError, AttributeError):
            return None
        stale = _stale(pages, files)
        caches.bodies.put(mended.bodies)
        templates = Templates(request.templates)
        staging = output.open_staging()
        kept: dict[str, Packed | None] = {}
        try:
            rendered = render_pages(
                stale.pages,
                templates,
                caches.bodies,
                staging,
                stale.standing,
                request.jobs,
                progress,
                kept.update,
                caches.kept.close,
            )
        except BodyMissing:
            return None
        if _change_weights(config, last, output, stale, rendered):
            return None
        written, _ = put(caches.store, output, stale, files, rendered, ({}, []), progress)
        generation = memory.new_generation()
        outlines = {path: (row.content, row.outline) for path, row in mended.rows.items()}
        caches.kept.add({path: one for path, one in kept.items() if one is not None})
        caches.kept.finish(generation, outlines)
        memory.save_last(caches.store, last._replace(generation=generation, seen=seen))
    made = len(rendered)
    return last.report._replace(rendered=made, kept=last.pages - made, written=written)


def _change_weights(
    config: Config, last: Last, output: OutputDir, stale: Stale, rendered: Sequence[Rendered]
) -> bool:
    """Whether a page is too heavy now, or was: then there is something to be told anew."""
    if not config.budgets:
        return False
    told = {dict(one.values).get("url") for one in last.problems if one.code == "budget"}
    lying = partial(file_of, output, staged(stale, output.staging, rendered))
    return any(page.url in told for page in stale.pages) or any(find_heavy(stale.pages, config, lying))


def _read(
    request: Request,
    config: Config,
    caches: Caches,
    seen: Seen,
    changed: list[str],
    shown: Iterable[Page],
) -> Mended | None:
    """None when anything but words changed, or when something is wrong; `shown` are the pages that show the
    changed texts as they were."""
    outlines = caches.kept.outlines(changed)
    settings = Settings(config.site.language, config.site.timezone, base_path(config.site.url))
    ledger = record_ledger(caches.store)
    photos = ledger.extra(settings.digest)
    if photos is None or not all(path in outlines for path in changed):
        return None
    facts = {path: known[1] for path, known in photos.items() if known[1] is not None}
    jobs = [Job(path, seen.records[path], outlines[path][0]) for path in changed]
    before = {text.source: text for page in shown for text in page.texts}
    mended = Mended({}, {}, {})
    for told in _told(request, settings, facts, jobs, before):
        if told.problems:
            return None
        if told.record is None:
            continue
        if told.outline != outlines[told.path][1] or told.record.notes or not isinstance(told.record, Text):
            return None
        row = Row(seen.records[told.path], told.content, told.uses, told.record, told.outline)
        mended.rows[told.path] = row
        mended.texts[told.path] = told.record
        mended.bodies.update(told.bodies)
    if mended.rows and not ledger.add(settings.digest, mended.rows, len(seen.records)):
        return None
    return mended


def _told(
    request: Request,
    settings: Settings,
    photos: dict[str, PhotoFile],
    jobs: Iterable[Job],
    before: Mapping[str, Text],
) -> Iterator[Told]:
    """What the files come to: mended where that can be done, else read like new ones."""
    anew: list[Job] = []
    for job in jobs:
        old = before.get(job.path)
        told = mend(request.root, settings, job.path, old, job.known) if old is not None else None
        if told is None:
            anew.append(job)
        else:
            yield told
    if anew:
        yield from read_chunk(str(request.root), settings, photos, anew)


def _showing(caches: Caches, sources: Iterable[str]) -> list[Page]:
    """The pages that show these texts, as they were made last."""
    packed = caches.kept.showing(sources)
    return [unpack(data, caches.kept) for _, data in sorted(packed.items())]


def _stale(pages: Iterable[Page], files: Files) -> Stale:
    """The pages whose keys changed. KeyError when one is not of this output."""
    found: list[Page] = []
    keys: list[PageKey] = []
    for page in pages:
        row = files.rows[page.path]
        if page.key != row[0]:
            found.append(page)
            keys.append((page.key, row[1], row[2]))
    before = {path: row[3] for path, row in files.rows.items()}
    standing = {page.path: before[page.path] for page in found}
    return Stale(tuple(found), tuple(keys), (), frozenset(before), before, standing, ())
