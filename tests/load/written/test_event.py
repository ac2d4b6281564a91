"""What may be written of an event."""

from __future__ import annotations

import pytest

from tests.building import EVENT, event, wrong


def test_the_least_is_enough() -> None:
    assert wrong(EVENT, event()) == []


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("title", None, "field-missing"),
        ("start", None, "field-missing"),
        ("start", "besok", "moment"),
        ("place", None, "field-missing"),
        ("place", "Alun-alun", "type"),
        ("place", "{address: Jalan}", "field-missing"),
        ("place", "{name: A, coordinates: {lat: 91, lon: 0}}", "range"),
        ("category", "Pasar Malam", "slug-value"),
        ("registration", "daftar.example", "web-address"),
        ("tempat", "Alun-alun", "field-unknown"),
    ],
)
def test_mistakes_are_told(field: str, value: str | None, code: str) -> None:
    assert [found for found, _ in wrong(EVENT, event(**{field: value}))] == [code]
