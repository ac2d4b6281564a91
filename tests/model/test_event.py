"""The record of an event."""

from __future__ import annotations

from lontar.model.outline import outline
from lontar.model.record import title_of, url_of
from tests.building import event, event_of


def test_an_event_is_a_record_with_a_text() -> None:
    found = event_of(event())
    assert (url_of(found), title_of(found)) == ("/agenda/pasar/", "Pasar Malam")


def test_a_mended_text_leaves_the_outline_and_a_moved_event_does_not() -> None:
    one = event_of(event("Isi acara."))
    assert outline(event_of(event("Isi acara yang lain."))) == outline(one)
    for field, value in (
        ("start", "2025-12-11"),
        ("place", "{name: Pendapa}"),
        ("place", "{name: Alun-alun, coordinates: {lat: -7, lon: 111}}"),
        ("registration", "https://a.example"),
        ("related", "[kabar]"),
        ("updated", "2025-12-01"),
    ):
        assert outline(event_of(event(**{field: value}))) != outline(one), field
