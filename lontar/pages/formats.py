"""Dates, numbers and sizes as people write them, by CLDR's data (Babel).

Day, month and year stay on one line, as an hour and its zone do: the spaces between them do not break,
nor do the dashes between two days of a month and two hours (U+2060).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.core import Locale

_ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}
"""Indonesia's time zones by their hours from UTC."""


def date_view(moment: dt.datetime | dt.date, lang: str, with_time: bool = False) -> Mapping[str, str]:
    """The *date* of docs/templates.md: "Rabu, 26 November 2025" and its shorter forms."""
    return _date_view(moment.isoformat(), lang, with_time)


@lru_cache(maxsize=16384)
def _date_view(written: str, lang: str, with_time: bool) -> Mapping[str, str]:
    """By its spelling, for two moments are equal in different zones. Lists, neighbours and related items
    show an article's date again and again."""
    moment = dt.datetime.fromisoformat(written)
    return {
        "iso": written if with_time else written[:10],
        "long": long_date(moment, lang),
        "short": _day(moment, "d\u00a0MMM\u00a0y", lang),
        "time": clock(moment, lang) if with_time and len(written) > len("2025-11-26") else "",
    }


def long_date(moment: dt.datetime | dt.date, lang: str) -> str:
    """ "Rabu, 26 November 2025" """
    return _day(moment, "EEEE, d\u00a0MMMM\u00a0y", lang)


def plain_date(moment: dt.datetime | dt.date, lang: str) -> str:
    """ "26 November 2025" """
    return _day(moment, "d\u00a0MMMM\u00a0y", lang)


def short_month(moment: dt.datetime | dt.date, lang: str) -> str:
    """ "Nov 2025" """
    return _day(moment, "MMM\u00a0y", lang)


def period(start: dt.datetime, end: dt.datetime | None, has_time: bool, lang: str) -> str:
    """From when to when: "Rabu, 26 November 2025, 09.00–12.00 WIB", "26–28 November 2025"."""
    one_day = end is None or end.date() == start.date()
    if not has_time:
        return long_date(start, lang) if one_day or end is None else _days(start.date(), end.date(), lang)
    begin = f"{long_date(start, lang)}, {clock(start, lang)}"
    if end is None:
        return begin
    if one_day:
        return f"{long_date(start, lang)}, {clock(start, lang).split()[0]}–\u2060{clock(end, lang)}"
    return f"{begin}\u00a0– {long_date(end, lang)}, {clock(end, lang)}"


def _days(first: dt.date, last: dt.date, lang: str) -> str:
    """ "26–28 November 2025", "30 November – 2 Desember 2025" """
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–\u2060{plain_date(last, lang)}"
    begin = _day(first, "d\u00a0MMMM", lang) if first.year == last.year else plain_date(first, lang)
    return f"{begin}\u00a0– {plain_date(last, lang)}"


def month_name(year: int, month: int, lang: str) -> str:
    """ "November 2025" """
    return _formatted(year, month, 1, "LLLL y", lang)


def clock(moment: dt.datetime, lang: str) -> str:
    """ "09.00 WIB": the hour, with the zone's Indonesian name where it has one."""
    offset = moment.utcoffset() or dt.timedelta()
    hours, rest = divmod(offset.total_seconds(), 3600)
    zone = _ZONES.get(int(hours)) if rest == 0 else None
    mark = "." if lang == "id" else ":"
    time = f"{moment.hour:02}{mark}{moment.minute:02}"
    return time + (f"\u00a0{zone}" if zone else f"\u00a0{moment:%z}".rstrip())


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


def _day(moment: dt.date, pattern: str, lang: str) -> str:
    return _formatted(moment.year, moment.month, moment.day, pattern, lang)


@cache
def _formatted(year: int, month: int, day: int, pattern: str, lang: str) -> str:
    """Days come again and again on the pages of a site, moments hardly ever."""
    from babel.dates import format_date

    return str(format_date(dt.date(year, month, day), pattern, locale=_locale(lang)))


@cache
def _locale(lang: str) -> Locale:
    from babel.core import Locale

    return Locale.parse(lang)
