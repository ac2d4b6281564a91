"""The store: a batch of ballots in one transaction, with the tally that it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import sqlalchemy as sa

from lontar.survey import schema

Counts = Mapping[tuple[str, str], int]
"""(question, choice) -> number of answers."""

Row = tuple[bytes, str, str, str, int]
"""voter, survey, question, choice, hour."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One visitor's answers to one survey. `is_new`: the voter id was made just now, no row can exist."""

    survey: str
    voter: bytes
    answers: tuple[tuple[str, str], ...]
    hour: int
    is_new: bool = False
    is_trapped: bool = False


ROWS_PER_STATEMENT = 64
ONE_WRITER_LOCK = 0x10_27A2
"""Key of the advisory lock that makes several processes on one PostgreSQL take turns."""


def record(connection: sa.Connection, ballots: Sequence[Ballot]) -> dict[str, Counts]:
    """Store `ballots` in order; the later of one voter wins. Returns the changed tallies, after COMMIT."""
    counted = [ballot for ballot in ballots if not ballot.is_trapped]
    trapped = [ballot for ballot in ballots if ballot.is_trapped]
    changed: dict[str, Counts] = {}
    with connection.begin():
        if not all(ballot.is_new for ballot in counted):
            take_turn(connection)
        if counted:
            changes = _changes(counted, _previous(connection, counted))
            put(connection, schema.votes, rows_of(counted))
            changed = add_to_tallies(connection, changes)
        if trapped:
            put(connection, schema.quarantine, rows_of(trapped))
    return changed


def take_turn(connection: sa.Connection) -> None:
    """Until the transaction ends no other process counts returning voters: two of them must not both find
    that one had not voted yet. SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(ONE_WRITER_LOCK)))


def _previous(connection: sa.Connection, ballots: Sequence[Ballot]) -> dict[tuple[bytes, str, str], str]:
    """What the returning voters among them have answered so far."""
    voters = {ballot.voter for ballot in ballots if not ballot.is_new}
    if not voters:
        return {}
    v = schema.votes.c
    rows = connection.execute(
        sa.select(v.voter, v.survey, v.question, v.choice).where(v.voter.in_(sorted(voters)))
    )
    return {(bytes(row.voter), row.survey, row.question): row.choice for row in rows}


def _changes(
    ballots: Sequence[Ballot], previous: dict[tuple[bytes, str, str], str]
) -> Counter[tuple[str, str, str]]:
    """What the batch adds to each (survey, question, choice), voters who come twice in it included."""
    current = dict(previous)
    changes: Counter[tuple[str, str, str]] = Counter()
    for ballot in ballots:
        for question, choice in ballot.answers:
            key = (ballot.voter, ballot.survey, question)
            before = current.get(key)
            if before is not None:
                changes[ballot.survey, question, before] -= 1
            changes[ballot.survey, question, choice] += 1
            current[key] = choice
    return changes


def rows_of(ballots: Iterable[Ballot]) -> list[Row]:
    """One row per voter and question, the last one given."""
    rows: dict[tuple[bytes, str, str], Row] = {}
    for ballot in ballots:
        for question, choice in ballot.answers:
            key = (ballot.voter, ballot.survey, question)
            rows[key] = (*key, choice, ballot.hour)
    return list(rows.values())


def put(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """A changed vote keeps the hour of its first: the chart counts visitors, not changes of mind."""
    for start in range(0, len(rows), ROWS_PER_STATEMENT):
        chunk = rows[start : start + ROWS_PER_STATEMENT]
        values = tuple(value for row in chunk for value in row)
        connection.exec_driver_sql(
            _put_statement(connection.dialect.paramstyle, table.name, len(chunk)), values
        )


@cache
def _put_statement(paramstyle: str, table: str, count: int) -> str:
    """One statement for many rows. Row by row the driver would hand Python's lock to the event loop at each,
    and wait for it each time (measured: a third of the votes a second)."""
    rows = ", ".join([_marks(paramstyle, 5)] * count)
    return (
        f"INSERT INTO {table} (voter, survey, question, choice, hour) VALUES {rows}"
        " ON CONFLICT (voter, survey, question) DO UPDATE SET choice = excluded.choice"
    )


def _marks(paramstyle: str, count: int) -> str:
    return "(" + ", ".join(["?" if paramstyle == "qmark" else "%s"] * count) + ")"


def add_to_tallies(
    connection: sa.Connection, changes: Mapping[tuple[str, str, str], int]
) -> dict[str, Counts]:
    """Add to the tallies; the new number of each that changed."""
    changed: dict[str, dict[tuple[str, str], int]] = {}
    rows = [(*key, change) for key, change in sorted(changes.items()) if change]
    for start in range(0, len(rows), ROWS_PER_STATEMENT):
        chunk = rows[start : start + ROWS_PER_STATEMENT]
        values = tuple(value for row in chunk for value in row)
        statement = _add_statement(connection.dialect.paramstyle, len(chunk))
        for survey, question, choice, count in connection.exec_driver_sql(statement, values):
            changed.setdefault(survey, {})[question, choice] = count
    return dict(changed)


@cache
def _add_statement(paramstyle: str, count: int) -> str:
    rows = ", ".join([_marks(paramstyle, 4)] * count)
    return (
        f"INSERT INTO tallies (survey, question, choice, count) VALUES {rows}"
        " ON CONFLICT (survey, question, choice) DO UPDATE SET count = tallies.count + excluded.count"
        " RETURNING survey, question, choice, count"
    )


def counts_of(connection: sa.Connection, surveys: Sequence[str] | None = None) -> dict[str, Counts]:
    """The running tallies of some surveys, or of all. Surveys without an answer have an empty one."""
    t = schema.tallies.c
    query = sa.select(t.survey, t.question, t.choice, t["count"])
    if surveys is not None:
        query = query.where(t.survey.in_(surveys))
    counts: dict[str, dict[tuple[str, str], int]] = {survey: {} for survey in surveys or ()}
    for survey, question, choice, count in connection.execute(query):
        counts.setdefault(survey, {})[question, choice] = count
    return dict(counts)
