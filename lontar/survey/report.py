"""The report of one survey: a single HTML page to print or send, with nothing to load from elsewhere."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial

import jinja2
import sqlalchemy as sa
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from lontar.survey import schema
from lontar.survey.catalogue import Catalogue, Poll
from lontar.survey.results import results_of
from lontar.survey.skm import index_of
from lontar.survey.votes import counts_of
from lontar.survey.words import words_of

CHART_WIDTH, CHART_HEIGHT = 640, 180


@dataclass(frozen=True, slots=True)
class Bar:
    """One day of the chart, in its coordinates."""

    day: str
    count: int
    x: float
    y: float
    width: float
    height: float


def answers_per_day(connection: sa.Connection, poll: Poll, zone: dt.tzinfo) -> dict[dt.date, int]:
    """Visitors by the day of their first answer, days without one included."""
    v = schema.votes.c
    rows = connection.execute(
        sa.select(v.hour, sa.func.count())
        .where(v.survey == poll.id, v.question == poll.questions[0].id)
        .group_by(v.hour)
    )
    days: Counter[dt.date] = Counter()
    for hour, count in rows:
        days[dt.datetime.fromtimestamp(hour, zone).date()] += count
    if not days:
        return {}
    first, last = min(days), max(days)
    return {day: days[day] for day in (first + dt.timedelta(n) for n in range((last - first).days + 1))}


def bars_of(days: Mapping[dt.date, int], language: str) -> Sequence[Bar]:
    """Bars side by side, the highest as high as the chart; never wider than 48 units."""
    if not days:
        return ()
    step = CHART_WIDTH / max(len(days), 8)
    highest = max(days.values())
    bars = []
    for number, (day, count) in enumerate(days.items()):
        height = round(CHART_HEIGHT * count / highest, 1)
        bars.append(
            Bar(
                day=format_date(day, "long", locale=language),
                count=count,
                x=round(number * step, 1),
                y=CHART_HEIGHT - height,
                width=round(step * 0.8, 1),
                height=height,
            )
        )
    return bars


def make_report(
    connection: sa.Connection, catalogue: Catalogue, poll: Poll, *, language: str, now: dt.datetime
) -> str:
    """`now` carries the time zone in which days are counted."""
    assert now.tzinfo is not None
    with connection.begin():
        results = results_of(poll, counts_of(connection, [poll.id])[poll.id])
        days = answers_per_day(connection, poll, now.tzinfo)
        q = schema.quarantine.c
        held = connection.execute(
            sa.select(sa.func.count(sa.distinct(q.voter))).where(q.survey == poll.id)
        ).scalar_one()
    index = index_of(results)
    number = partial(_number, language=language)
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("lontar.survey"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html").render(
        t=words_of(language),
        language=language,
        site=catalogue,
        poll=poll,
        results=results,
        days=[(format_date(day, "long", locale=language), count) for day, count in days.items()],
        bars=bars_of(days, language),
        chart=(CHART_WIDTH, CHART_HEIGHT),
        held=held,
        index=index,
        index_value=number(index.value, "0.00") if index else "",
        averages=[
            (average.question, number(average.nrr, "0.000"), number(average.weighted, "0.000"))
            for average in index.averages
        ]
        if index
        else [],
        made=format_datetime(now, "full", locale=language),
        number=partial(number, pattern="#,##0"),
    )


def _number(value: Fraction | Decimal | int, pattern: str, language: str) -> str:
    exact = Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else Decimal(value)
    return str(format_decimal(exact, format=pattern, locale=language))
