"""The calendars that pages link to."""

from __future__ import annotations

import datetime as dt
from typing import Any

import icalendar

from tests.output import kinds
from tests.tools.site import BuiltSite


def test_every_event_can_be_put_into_a_calendar(built: BuiltSite) -> None:
    pages = kinds.of_kind(built, "event")
    assert len(pages) >= 5
    for page in pages:
        (href,) = page.values("//main//a[@type='text/calendar']/@href")
        file = built.resolve(href, page.url)
        assert file is not None
        event: Any
        (event,) = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        assert str(event["url"]) == page.canonical
        assert str(event["summary"]) == page.tree.xpath("//h1")[0].text_content()
        (shown,) = page.values("//main//dl//time/@datetime")
        start = event["dtstart"].dt
        local = start.astimezone(dt.timezone(dt.timedelta(hours=7))) if isinstance(start, dt.datetime) else start
        assert local.isoformat() == shown


def test_the_agenda_announces_the_calendar_of_all_of_them(built: BuiltSite) -> None:
    page = kinds.richest(built, "agenda")
    (href,) = page.values("//link[@rel='alternate'][@type='text/calendar']/@href")
    file = built.resolve(href, page.url)
    assert file is not None
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    assert len(calendar.walk("VEVENT")) == sum(page.url.startswith("/agenda/") for page in kinds.of_kind(built, "event"))
    assert calendar.errors == []
