"""Every stored answer as CSV or JSON, for spreadsheets and archives. There is nobody to recognise in it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import sqlalchemy as sa

from lontar.survey import schema
from lontar.survey.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Answer:
    """`respondent` numbers a survey's visitors in random order; `hour` is when they first answered, UTC."""

    survey: str
    respondent: int
    question: str
    text: str
    choice: str
    label: str
    score: int | None
    hour: str


def answers(connection: sa.Connection, catalogue: Catalogue, survey: str | None = None) -> Iterator[Answer]:
    """All answers, survey by survey; the order within one follows the random voter ids."""
    v = schema.votes.c
    query = sa.select(v.survey, v.voter, v.question, v.choice, v.hour).order_by(v.survey, v.voter, v.question)
    if survey is not None:
        query = query.where(v.survey == survey)
    at: tuple[str, bytes] | None = None
    respondent = 0
    with connection.begin():
        for row in connection.execute(query):
            visitor = (row.survey, bytes(row.voter))
            respondent = 1 if at is None or at[0] != row.survey else respondent + (at != visitor)
            at = visitor
            poll = catalogue.polls.get(row.survey)
            choice = next((c for c in poll.choices if c.value == row.choice), None) if poll else None
            text = next((q.text for q in poll.questions if q.id == row.question), "") if poll else ""
            yield Answer(
                survey=row.survey,
                respondent=respondent,
                question=row.question,
                text=text,
                choice=row.choice,
                label=choice.label if choice else "",
                score=choice.score if choice else None,
                hour=dt.datetime.fromtimestamp(row.hour, dt.UTC).isoformat(),
            )


def to_csv(found: Iterator[Answer]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(Answer.__dataclass_fields__)
    for answer in found:
        writer.writerow([harmless(value) for value in asdict(answer).values()])
    return text.getvalue()


def harmless(value: object) -> object:
    """A text that a spreadsheet would run as a formula gets an apostrophe in front."""
    return (
        f"'{value}"
        if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
        else value
    )


def to_json(found: Iterator[Answer]) -> str:
    return json.dumps(
        {"version": 1, "answers": [asdict(answer) for answer in found]}, ensure_ascii=False, indent=1
    )
