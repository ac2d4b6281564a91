"""Events as calendars that a phone subscribes to or takes in (iCalendar, RFC 5545).

The library is imported when a calendar is made, which is when an event changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lontar.model import urls
from lontar.model.event import Event, EventCard, Venue
from lontar.pages.cards import label_of
from lontar.pages.frame import Frame
from lontar.pages.planned import Html, Page, Rank
from lontar.site.site import Edition, Site

if TYPE_CHECKING:
    import icalendar

TYPE = "text/calendar"
_FIRST = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The stamp of an event of which nobody said when it was changed: earlier than any such day, so that a
calendar takes the change in."""
_DAY = dt.timedelta(days=1)
Entry = tuple[str, EventCard, Venue, dt.datetime | None]
"""Slug, card, venue and last change of an event: all of it that a calendar shows."""


def plan(_site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    """One calendar of all events, and one of each; without any event there is none to write (RFC 5545, 3.6:
    a calendar has at least one component)."""
    if not edition.events:
        return
    entries = tuple(_entry(event) for event in edition.events)
    title = f"{frame.words['agenda']} · {frame.title}"
    yield _page(urls.agenda_calendar(edition.prefix), frame, title, entries)
    by_slug = {entry[0]: entry for entry in entries}  # twins are told by their pages
    for slug, entry in by_slug.items():
        yield _page(urls.event_calendar(slug, edition.prefix), frame, entry[1].title, (entry,))


def _entry(event: Event) -> Entry:
    return event.slug, event.card, event.venue, event.updated


def _page(url: str, frame: Frame, title: str, entries: tuple[Entry, ...]) -> Page:
    labels = {entry[1].category: label_of(frame, "agenda", entry[1].category) for entry in entries}
    args = (frame.origin, frame.base, frame.lang, title, labels, entries)
    return Page(url, "", view, args, "", Rank.INDEX)


def view(
    _html: Html,
    origin: str,
    base: str,
    lang: str,
    title: str,
    labels: dict[str, str],
    entries: tuple[Entry, ...],
) -> bytes:
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Lontar//{title}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    for entry in entries:
        calendar.add_component(_event(origin, base, labels, *entry))
    data: bytes = calendar.to_ical()
    return data


def _event(
    origin: str,
    base: str,
    labels: dict[str, str],
    slug: str,
    card: EventCard,
    venue: Venue,
    updated: dt.datetime | None,
) -> icalendar.Event:
    import icalendar

    event = icalendar.Event()
    event.add("uid", f"{slug}@{origin.partition('//')[2]}{base}")
    event.add("dtstamp", (updated or _FIRST).astimezone(dt.UTC))
    if updated is not None:
        event.add("last-modified", updated.astimezone(dt.UTC))
    if card.has_time:
        event.add("dtstart", card.start.astimezone(dt.UTC))
        if card.end is not None:
            event.add("dtend", card.until.astimezone(dt.UTC))
    else:
        event.add("dtstart", card.start.date())
        event.add("dtend", (card.end or card.start).date() + _DAY)
    event.add("summary", card.title)
    event.add("description", card.summary)
    event.add("location", ", ".join(filter(None, (venue.name, venue.address))))
    if venue.coordinates is not None:
        event.add("geo", venue.coordinates)
    event.add("categories", [labels[card.category]])
    event.add("url", origin + base + card.url)
    return event
