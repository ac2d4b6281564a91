"""Calendars, read back by a library and held against the events they are of."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import Any

import icalendar
import pytest

from tests.building import Made, at, event, site_of

UTC = dt.UTC


def read(made: Made, url: str) -> list[Any]:
    data: bytes = made.view(at(made.plan().pages, url))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.endswith(b"END:VCALENDAR\r\n")
    (calendar,) = icalendar.Calendar.from_ical(data, multiple=True)
    assert (str(calendar["version"]), calendar.errors) == ("2.0", [])
    assert str(calendar["prodid"])
    return list(calendar.walk("VEVENT"))


def one(**fields: str | None) -> Any:
    (found,) = read(site_of({"content/agenda/pasar.md": event(**fields)}), "/agenda/pasar.ics")
    assert found.errors == []
    return found


@pytest.mark.parametrize(
    ("start", "end", "begins", "ends"),
    [
        ("2025-12-10", None, dt.date(2025, 12, 10), dt.date(2025, 12, 11)),
        ("2025-12-10", "2025-12-12", dt.date(2025, 12, 10), dt.date(2025, 12, 13)),
        ("2025-12-10 19:00", None, dt.datetime(2025, 12, 10, 12, tzinfo=UTC), None),
        (
            "2025-12-10 19:00",
            "2025-12-10 22:00",
            dt.datetime(2025, 12, 10, 12, tzinfo=UTC),
            dt.datetime(2025, 12, 10, 15, tzinfo=UTC),
        ),
        (
            "2025-12-10 19:00",
            "2025-12-11",
            dt.datetime(2025, 12, 10, 12, tzinfo=UTC),
            dt.datetime(2025, 12, 11, 17, tzinfo=UTC),
        ),
    ],
)
def test_times(start: str, end: str | None, begins: dt.date, ends: dt.date | None) -> None:
    found = one(start=start, end=end)
    assert found["dtstart"].dt == begins
    assert (found["dtend"].dt if "dtend" in found else None) == ends


def test_what_it_says() -> None:
    found = one(
        title="'Pasar; Malam, Raya\\nEND:VEVENT'",
        place="{name: Alun-alun, address: Jalan Mas, coordinates: {lat: -7.15, lon: 111.88}}",
    )
    assert str(found["summary"]) == "Pasar; Malam, Raya\\nEND:VEVENT"
    assert str(found["location"]) == "Alun-alun, Jalan Mas"
    assert found["geo"].to_ical() == "-7.15;111.88"
    assert found["categories"].cats == ["Pameran"]
    assert str(found["url"]) == "https://uji.example/agenda/pasar/"
    assert str(found["uid"]) == "pasar@uji.example"


def test_its_stamp_moves_with_updated_alone() -> None:
    plain, updated = one(), one(updated="2025-12-01 08:00")
    assert plain["dtstamp"].dt < updated["dtstamp"].dt == dt.datetime(2025, 12, 1, 1, tzinfo=UTC)
    assert "last-modified" not in plain
    assert updated["last-modified"].dt == updated["dtstamp"].dt


def test_all_events_are_in_one_calendar_each_under_a_name_of_its_own() -> None:
    files = {f"content/agenda/e{n}.md": event(start=f"2025-1{n}-01") for n in range(3)}
    found = read(site_of(files), "/agenda.ics")
    assert len({str(each["uid"]) for each in found}) == 3


def test_without_events_there_is_no_calendar_and_nothing_leads_to_one() -> None:
    empty = site_of({})
    assert all(not page.url.endswith(".ics") for page in empty.plan().pages)
    agenda = empty.context("/agenda/")
    assert (agenda["site"]["calendar"], agenda["calendar_url"], agenda["page"]["feeds"]) == ("", "", [])


def test_a_mended_text_makes_no_calendar_anew() -> None:
    keys = []
    for text in ("Isi acara.", "Isi acara yang lain."):
        pages = site_of({"content/agenda/pasar.md": event(text)}).plan().pages
        keys.append([at(pages, url).key for url in ("/agenda.ics", "/agenda/pasar.ics")])
    assert keys[0] == keys[1]


def test_the_library_is_not_imported_to_plan() -> None:
    code = "import sys, lontar.pages.plan; assert not {'icalendar', 'segno'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
