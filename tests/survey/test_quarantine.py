from __future__ import annotations

import sqlalchemy as sa

from lontar.survey.checking import find_faults
from lontar.survey.quarantine import purge, quarantined, release
from lontar.survey.votes import counts_of, record
from tests.survey.test_votes import ballot


def _fill(connection: sa.Connection) -> None:
    record(connection, [ballot(b"1", is_trapped=True), ballot(b"2", "tidak-puas", is_trapped=True)])
    record(connection, [ballot(b"3", survey="b", is_trapped=True), ballot(b"2")])


def test_37_what_is_held_is_counted_apart(connection: sa.Connection) -> None:
    _fill(connection)
    assert quarantined(connection) == {"a": 2, "b": 1}
    assert quarantined(connection, "b") == {"b": 1}


def test_37_released_votes_count_and_a_stored_vote_stays(connection: sa.Connection) -> None:
    _fill(connection)
    assert release(connection, "a") == 1
    with connection.begin():
        assert counts_of(connection)["a"] == {("choice", "puas"): 2}
    assert quarantined(connection) == {"b": 1}
    assert find_faults(connection) == []
    assert release(connection) == 1
    assert release(connection) == 0
    assert find_faults(connection) == []


def test_purging_erases_what_is_held_and_nothing_else(connection: sa.Connection) -> None:
    _fill(connection)
    assert purge(connection, "b") == 1
    assert purge(connection) == 2
    assert quarantined(connection) == {}
    assert find_faults(connection) == []
