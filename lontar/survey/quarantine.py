"""Answers that filled in the trap field: counted apart, erased or counted in only by the operator's word."""

from __future__ import annotations

from collections import Counter

import sqlalchemy as sa

from lontar.survey import schema
from lontar.survey.votes import add_to_tallies, put, take_turn


def quarantined(connection: sa.Connection, survey: str | None = None) -> dict[str, int]:
    """Visitors held per survey."""
    q = schema.quarantine.c
    with connection.begin():
        query = sa.select(q.survey, sa.func.count(sa.distinct(q.voter))).group_by(q.survey).order_by(q.survey)
        return {row[0]: row[1] for row in connection.execute(query.where(_of(survey)))}


def purge(connection: sa.Connection, survey: str | None = None) -> int:
    """Erase what is held; the number of rows."""
    with connection.begin():
        take_turn(connection)
        return connection.execute(sa.delete(schema.quarantine).where(_of(survey))).rowcount


def release(connection: sa.Connection, survey: str | None = None) -> int:
    """Count what is held after all, in one transaction; the rows counted. A stored vote stays as it is."""
    q, v = schema.quarantine.c, schema.votes.c
    with connection.begin():
        take_turn(connection)
        stored = sa.exists().where(v.voter == q.voter, v.survey == q.survey, v.question == q.question)
        held = connection.execute(
            sa.select(q.voter, q.survey, q.question, q.choice, q.hour).where(~stored, _of(survey))
        )
        rows = [(bytes(voter), of, question, choice, hour) for voter, of, question, choice, hour in held]
        put(connection, schema.votes, rows)
        changes = Counter((of, question, choice) for _, of, question, choice, _ in rows)
        add_to_tallies(connection, changes)
        connection.execute(sa.delete(schema.quarantine).where(_of(survey)))
        return len(rows)


def _of(survey: str | None) -> sa.ColumnElement[bool]:
    return sa.true() if survey is None else schema.quarantine.c.survey == survey
