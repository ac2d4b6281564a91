"""An event as written becomes a record."""

from __future__ import annotations

import datetime as dt

import pytest

from lontar.load.event import article_named
from lontar.model.event import Venue
from tests.building import EVENT, WIB, event, event_of, photos, wrong


def at(*when: int) -> dt.datetime:
    return dt.datetime(*when, tzinfo=WIB)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("start", "end", "until"),
    [
        ("2025-12-10", None, at(2025, 12, 11)),
        ("2025-12-10", "2025-12-10", at(2025, 12, 11)),
        ("2025-12-10", "2025-12-12", at(2025, 12, 13)),
        ("2025-12-10 19:00", None, at(2025, 12, 11)),
        ("2025-12-10 19:00", "2025-12-10", at(2025, 12, 11)),
        ("2025-12-10 19:00", "2025-12-10 22:30", at(2025, 12, 10, 22, 30)),
        ("2025-12-31", None, at(2026, 1, 1)),
        ("2025-12-10T12:00:00.000Z", "2025-12-10T15:00:00Z", at(2025, 12, 10, 22)),
    ],
)
def test_it_is_past_when_its_last_hour_is_over(start: str, end: str | None, until: dt.datetime) -> None:
    card = event_of(event(start=start, end=end)).card
    assert card.until == until
    assert card.until.utcoffset() == dt.timedelta(hours=7)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2025-12-10", "2025-12-09"),
        ("2025-12-10 09:00", "2025-12-10 09:00"),
        ("2025-12-10 09:00", "2025-12-09"),
        ("2025-12-10 09:00", "2025-12-10 08:59"),
        ("2025-12-10", "2025-12-10 00:00"),
    ],
)
def test_it_cannot_end_before_it_begins(start: str, end: str) -> None:
    assert wrong(EVENT, event(start=start, end=end)) == [("times-reversed", 7)]


def test_articles_are_named_by_slug_or_file() -> None:
    names = "[kabar, ../berita/2025/kabar.md, /berita/lain/index.md]"
    assert event_of(event(related=names)).related == ("kabar", "lain")


@pytest.mark.parametrize("name", ["../produk/kain.yaml", "../../luar.md", "/media/foto.jpg", "Kabar Baru"])
def test_what_names_no_article_is_told(name: str) -> None:
    assert article_named(EVENT, name) is None
    assert [code for code, _ in wrong(EVENT, event(related=f"['{name}']"))] == ["article-unknown"]


def test_the_rest_of_it() -> None:
    text = event(
        place="{name: Alun-alun, address: Jalan Mas, coordinates: {lat: -7.15, lon: 111.88}}",
        registration="https://daftar.example/a",
        cover="{file: /media/a.jpg, alt: A}",
        tags="[pasar, pasar]",
        updated="2025-12-01 08:00",
    )
    found = event_of(text, files=photos("a.jpg"))
    assert found.venue == Venue("Alun-alun", "Jalan Mas", (-7.15, 111.88))
    assert (found.card.place, found.tags, found.updated) == ("Alun-alun", ("pasar",), at(2025, 12, 1, 8))
    assert found.card.cover is not None
    assert found.registration == "https://daftar.example/a"


def test_a_summary_is_asked_for_and_made_up_meanwhile() -> None:
    found = event_of(event("Pasar buka sampai malam.", summary=None))
    assert found.card.summary == "Pasar buka sampai malam."
    assert [note.code for note in found.notes] == ["summary-missing"]
