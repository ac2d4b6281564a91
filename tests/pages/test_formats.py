"""Dates, numbers and sizes as people write them in Indonesian and English."""

from __future__ import annotations

import datetime as dt

import pytest

from lontar.pages import formats

WIB, WITA, WIT = (dt.timezone(dt.timedelta(hours=hours)) for hours in (7, 8, 9))
DAY = dt.datetime(2025, 11, 26, 9, 5, tzinfo=WIB)


def test_a_date_with_its_hour() -> None:
    assert formats.date_view(DAY, "id", True) == {
        "iso": "2025-11-26T09:05:00+07:00",
        "long": "Rabu, 26\u00a0November\u00a02025",
        "short": "26\u00a0Nov\u00a02025",
        "time": "09.05\u00a0WIB",
    }
    assert formats.date_view(DAY, "en", True) == {
        "iso": "2025-11-26T09:05:00+07:00",
        "long": "Wednesday, 26\u00a0November\u00a02025",
        "short": "26\u00a0Nov\u00a02025",
        "time": "09:05\u00a0WIB",
    }


def test_a_date_without_an_hour() -> None:
    found = formats.date_view(DAY, "id")
    assert (found["iso"], found["time"]) == ("2025-11-26", "")
    assert formats.date_view(dt.date(2026, 8, 17), "id", True)["long"] == "Senin, 17\u00a0Agustus\u00a02026"


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        (WIB, "09.00\u00a0WIB"),
        (WITA, "09.00\u00a0WITA"),
        (WIT, "09.00\u00a0WIT"),
        (dt.UTC, "09.00\u00a0+0000"),
        (dt.timezone(dt.timedelta(hours=5, minutes=30)), "09.00\u00a0+0530"),
        (dt.timezone(dt.timedelta(hours=-3)), "09.00\u00a0-0300"),
    ],
)
def test_the_hour_tells_its_zone(zone: dt.timezone, said: str) -> None:
    assert formats.clock(dt.datetime(2025, 1, 1, 9, tzinfo=zone), "id") == said


def test_days_and_months() -> None:
    assert formats.plain_date(dt.date(2025, 2, 20), "id") == "20\u00a0Februari\u00a02025"
    assert formats.month_name(2025, 11, "id") == "November 2025"
    assert formats.month_name(2025, 5, "id") == "Mei 2025"
    assert formats.month_name(2025, 5, "en") == "May 2025"


@pytest.mark.parametrize(
    ("end", "has_time", "said"),
    [
        (None, False, "Rabu, 26~November~2025"),
        (None, True, "Rabu, 26~November~2025, 09.05~WIB"),
        (DAY.replace(hour=12), True, "Rabu, 26~November~2025, 09.05–^12.05~WIB"),
        (DAY.replace(day=28), False, "26–^28~November~2025"),
        (DAY.replace(month=12, day=2), False, "26~November~– 2~Desember~2025"),
        (DAY.replace(year=2026, month=1), False, "26~November~2025~– 26~Januari~2026"),
        (DAY.replace(day=27), True, "Rabu, 26~November~2025, 09.05~WIB~– Kamis, 27~November~2025, 09.05~WIB"),
    ],
)
def test_a_period_breaks_after_a_comma_or_dash_alone(
    end: dt.datetime | None, has_time: bool, said: str
) -> None:
    """A tilde stands for a space that does not break, a caret for a dash that does not."""
    assert formats.period(DAY, end, has_time, "id") == said.replace("~", "\u00a0").replace("^", "\u2060")


@pytest.mark.parametrize(
    ("amount", "indonesian", "english"),
    [(150_000, "Rp150.000", "Rp150,000"), (999, "Rp999", "Rp999"), (1_250_000, "Rp1.250.000", "Rp1,250,000")],
)
def test_rupiah(amount: int, indonesian: str, english: str) -> None:
    assert (formats.rupiah(amount, "id"), formats.rupiah(amount, "en")) == (indonesian, english)


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (12.5, "12,5", "12.5"),
        (12.0, "12", "12"),
        (1200, "1.200", "1,200"),
        (0.25, "0,25", "0.25"),
        (0, "0", "0"),
    ],
)
def test_numbers(value: float, indonesian: str, english: str) -> None:
    assert (formats.number(value, "id"), formats.number(value, "en")) == (indonesian, english)


def test_weights() -> None:
    assert formats.weight(350, "id") == "350 g"
    assert formats.weight(999, "id") == "999 g"
    assert formats.weight(1200, "id") == "1,2 kg"
    assert formats.weight(2000, "en") == "2 kg"
