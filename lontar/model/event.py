"""An event of the agenda (content/agenda)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lontar.errors import Problem
from lontar.model.body import Body
from lontar.model.photo import Photo


class EventCard(NamedTuple):
    """What a listing may show of an event. `end` is None when it is not said; `until` is the moment from
    which on the event is past. Without hours (`has_time`), `start` and `end` are whole days, both of them
    part of the event. `place` is the name of its venue."""

    url: str
    title: str
    summary: str
    start: dt.datetime
    end: dt.datetime | None
    has_time: bool
    until: dt.datetime
    category: str
    place: str
    title_lang: str
    summary_lang: str
    place_lang: str
    cover: Photo | None
    digest: str


class Venue(NamedTuple):
    """`coordinates` are latitude and longitude in degrees (WGS 84)."""

    name: str
    address: str
    coordinates: tuple[float, float] | None


class Event(NamedTuple):
    """`tags_lang` is the language of the tags; `related` are slugs of articles; `registration` is an address
    elsewhere, "" where there is none."""

    source: str
    slug: str
    lang: str
    card: EventCard
    venue: Venue
    updated: dt.datetime | None
    registration: str
    related: tuple[str, ...]
    tags: tuple[str, ...]
    tags_lang: str
    aliases: tuple[str, ...]
    draft: bool
    body: Body
    lines: tuple[tuple[str, int], ...]
    notes: tuple[Problem, ...]
    digest: str
