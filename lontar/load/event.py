"""Draft of an event to the record."""

from __future__ import annotations

import datetime as dt

from lontar.digest import digest
from lontar.errors import problem
from lontar.load.assemble import Parts
from lontar.load.drafts import Settings, moment, optional_moment
from lontar.load.references import OutsideContent, content_path, record_of
from lontar.load.written.event import WrittenEvent
from lontar.model.event import Event, EventCard, Venue
from lontar.model.urls import SLUG


def make_event(parts: Parts) -> Event:
    draft, settings, body = parts.draft, parts.settings, parts.body
    written: WrittenEvent = draft.written
    notes = parts.notes
    if not written.summary:
        notes = (*notes, problem(draft.document.place("summary"), "summary-missing"))
    shown = (
        parts.url,
        written.title,
        " ".join(written.summary.split()) or body.summary,
        moment(written.start, settings),
        optional_moment(written.end, settings),
        written.start[1],
        past_from(written, settings),
        written.category,
        written.place.name,
        draft.lang_of("title"),
        parts.summary_lang(written.summary),
        draft.lang_of("place"),
    )
    card = EventCard(*shown, cover=parts.lead, digest=digest(*shown, parts.lead))
    where = written.place.coordinates
    related = [article_named(draft.document.path, name) or name for name in written.related]
    return Event(
        source=draft.document.path,
        slug=draft.document.slug,
        lang=draft.lang,
        card=card,
        venue=Venue(written.place.name, written.place.address, (where.lat, where.lon) if where else None),
        updated=optional_moment(written.updated, settings),
        registration=written.registration or "",
        related=tuple(dict.fromkeys(related)),
        tags=tuple(dict.fromkeys(tag.strip() for tag in written.tags)),
        tags_lang=draft.lang_of("tags"),
        aliases=tuple(written.aliases),
        draft=written.draft,
        body=body,
        lines=parts.lines,
        notes=notes,
        digest=parts.digest,
    )


def past_from(written: WrittenEvent, settings: Settings) -> dt.datetime:
    """The moment from which on the event is past: its end, or when that names no hour, the day after."""
    last = written.end or written.start
    if written.end is not None and written.end[1]:
        return moment(written.end, settings)
    midnight = moment(last, settings).replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)
    return moment((midnight + dt.timedelta(days=1), True), settings)


def article_named(source: str, written: str) -> str | None:
    """The slug of the article that an event in the file `source` names: by its slug, or by the path of its
    file. None when it is neither."""
    if SLUG.match(written):
        return written
    try:
        record = record_of(content_path(source, written))
    except OutsideContent:
        return None
    return record[1] if record is not None and record[0] == "article" else None
