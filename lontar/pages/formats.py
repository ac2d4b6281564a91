"""Dates, numbers and sizes as people write them, by CLDR's data (Babel)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
"""Indonesia's time zones by their hours from UTC."""


@lru_cache(maxsize=4096)
def date_view(moment: dt.datetime | dt.date, lang: str, with_time: bool = False) -> Mapping[str, str]:
    """The *date* of docs/templates.md: "Rabu, 26 November 2025" and its shorter forms."""
    iso = moment.isoformat() if with_time else moment.isoformat()[:10]
    return {
        "iso": iso,
        "long": long_date(moment, lang),
        "short": _dates().format_date(moment, "d MMM y", locale=lang),
        "time": clock(moment, lang) if with_time and isinstance(moment, dt.datetime) else "",
    }


def long_date(moment: dt.datetime | dt.date, lang: str) -> str:
    """ "Rabu, 26 November 2025" """
    return str(_dates().format_date(moment, "EEEE, d MMMM y", locale=lang))


def plain_date(moment: dt.datetime | dt.date, lang: str) -> str:
    """ "26 November 2025" """
    return str(_dates().format_date(moment, "d MMMM y", locale=lang))


@lru_cache(maxsize=512)
def month_name(year: int, month: int, lang: str) -> str:
    """ "November 2025" """
    return str(_dates().format_date(dt.date(year, month, 1), "LLLL y", locale=lang))


def clock(moment: dt.datetime, lang: str) -> str:
    """ "09.00 WIB": the hour, with the zone's Indonesian name where it has one."""
    offset = moment.utcoffset() or dt.timedelta()
    hours, rest = divmod(offset.total_seconds(), 3600)
    zone = _ZONES.get(int(hours)) if rest == 0 else None
    mark = "." if lang == "id" else ":"
    return f"{moment:%H}{mark}{moment:%M}" + (f" {zone}" if zone else moment.strftime(" %z").rstrip())


def rupiah(amount: int, lang: str) -> str:
    """ "Rp150.000", in English "Rp150,000"."""
    return "Rp" + number(amount, lang)


@lru_cache(maxsize=4096)
def number(value: float, lang: str) -> str:
    """Digits grouped; no more decimals than there are."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=lang, format="#,##0.##"))


def weight(grams: int, lang: str) -> str:
    """ "350 g", from a kilogram on "1,2 kg"."""
    return f"{number(grams, lang)} g" if grams < 1000 else f"{number(grams / 1000, lang)} kg"


def _dates() -> Any:
    from babel import dates

    return dates
