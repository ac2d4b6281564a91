from __future__ import annotations

import sqlalchemy as sa

from lontar.survey.checking import find_faults
from lontar.survey.votes import record
from tests.survey.test_votes import ballot


def test_a_sound_store_has_no_faults(connection: sa.Connection) -> None:
    record(connection, [ballot(b"1"), ballot(b"2", "tidak-puas")])
    record(connection, [ballot(b"1", "tidak-puas")])
    assert find_faults(connection) == []


def test_tallies_that_do_not_match_are_told_one_by_one(connection: sa.Connection) -> None:
    record(connection, [ballot(b"1"), ballot(b"2", "tidak-puas")])
    with connection.begin():
        connection.execute(sa.text("DELETE FROM votes WHERE choice = 'puas'"))
        connection.execute(sa.text("DELETE FROM tallies WHERE choice = 'tidak-puas'"))
    assert find_faults(connection) == [
        "a/choice/puas: 0 votes, tally 1",
        "a/choice/tidak-puas: 1 votes, tally 0",
    ]


def test_another_schema_is_told(connection: sa.Connection) -> None:
    with connection.begin():
        connection.execute(sa.text("UPDATE lontar_meta SET value = '9' WHERE name = 'schema'"))
    assert find_faults(connection) == ["schema 9 instead of 1: run migrate"]
