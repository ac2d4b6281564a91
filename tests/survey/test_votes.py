from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.survey import schema
from lontar.survey.checking import find_faults
from lontar.survey.database import open_engine, parse_url
from lontar.survey.schema import ensure_current
from lontar.survey.votes import Ballot, counts_of, record
from tests.survey.running import CHOICES

HOUR = 7200


def ballot(voter: bytes, choice: str = "puas", survey: str = "a", hour: int = HOUR, **more: bool) -> Ballot:
    return Ballot(survey, voter, (("choice", choice),), hour, **more)


def _rows(connection: sa.Connection, table: sa.Table = schema.votes) -> list[tuple[object, ...]]:
    with connection.begin():
        rows = connection.execute(sa.select(table).order_by(table.c.voter)).all()
    return [(bytes(row[0]), *row[1:]) for row in rows]


def test_a_second_vote_changes_the_first(connection: sa.Connection) -> None:
    assert record(connection, [ballot(b"1", is_new=True)]) == {"a": {("choice", "puas"): 1}}
    changed = record(connection, [ballot(b"1", "tidak-puas", hour=HOUR * 2)])
    assert changed == {"a": {("choice", "puas"): 0, ("choice", "tidak-puas"): 1}}
    assert _rows(connection) == [(b"1", "a", "choice", "tidak-puas", HOUR)]
    assert record(connection, [ballot(b"1", "tidak-puas")]) == {}


def test_of_one_voter_in_one_batch_the_last_word_counts(connection: sa.Connection) -> None:
    record(connection, [ballot(b"1", choice) for choice in CHOICES])
    assert _rows(connection) == [(b"1", "a", "choice", "tidak-puas", HOUR)]
    assert find_faults(connection) == []


def test_surveys_do_not_mix(connection: sa.Connection) -> None:
    record(connection, [ballot(b"1", survey="a"), ballot(b"1", "tidak-puas", survey="b")])
    with connection.begin():
        assert counts_of(connection) == {"a": {("choice", "puas"): 1}, "b": {("choice", "tidak-puas"): 1}}
        assert counts_of(connection, ["b", "c"]) == {"b": {("choice", "tidak-puas"): 1}, "c": {}}


def test_several_questions_are_one_vote(connection: sa.Connection) -> None:
    answers = tuple((f"u{n}", "puas") for n in range(1, 10))
    record(connection, [Ballot("skm", b"1", answers, HOUR)])
    assert len(_rows(connection)) == 9
    record(connection, [Ballot("skm", b"1", (*answers[:8], ("u9", "tidak-puas")), HOUR)])
    assert len(_rows(connection)) == 9
    assert find_faults(connection) == []


def test_37_trapped_votes_are_kept_apart(connection: sa.Connection) -> None:
    record(connection, [ballot(b"1", is_trapped=True), ballot(b"2")])
    assert [row[0] for row in _rows(connection)] == [b"2"]
    assert [row[0] for row in _rows(connection, schema.quarantine)] == [b"1"]
    assert find_faults(connection) == []


def test_batches_larger_than_a_statement(connection: sa.Connection) -> None:
    batch = [ballot(n.to_bytes(16, "big"), CHOICES[n % 4], is_new=True) for n in range(513)]
    record(connection, batch)
    assert len(_rows(connection)) == 513
    assert find_faults(connection) == []


@settings(max_examples=30, deadline=None)
@given(
    batches=st.lists(
        st.lists(st.tuples(st.integers(0, 5), st.sampled_from(CHOICES), st.sampled_from("ab")), max_size=8),
        max_size=6,
    )
)
def test_any_series_of_votes_leaves_the_last_of_each_and_a_true_tally(
    batches: list[list[tuple[int, str, str]]],
) -> None:
    engine = sa.create_engine("sqlite://")
    expected: dict[tuple[bytes, str], str] = {}
    with engine.connect() as memory:
        ensure_current(memory)
        for batch in batches:
            record(memory, [ballot(bytes([voter]), choice, survey) for voter, choice, survey in batch])
            expected |= {(bytes([voter]), survey): choice for voter, choice, survey in batch}
        assert {(row[0], row[1]): row[3] for row in _rows(memory)} == expected
        assert find_faults(memory) == []
        with memory.begin():
            tally = {
                (survey, choice): count
                for survey, counts in counts_of(memory).items()
                for (_, choice), count in counts.items()
                if count
            }
        assert tally == Counter((survey, choice) for (_, survey), choice in expected.items())
    engine.dispose()


def test_33_several_processes_on_one_postgresql_count_one_voter_once(postgres_url: str) -> None:
    """Four connections vote for the same voters at once; the lock makes them take turns."""
    engine = open_engine(parse_url(postgres_url))
    with engine.connect() as first:
        ensure_current(first)

    def votes_of(worker: int) -> None:
        with engine.connect() as own:
            for round_ in range(15):
                record(own, [ballot(bytes([n]), CHOICES[(worker + round_) % 4]) for n in range(10)])

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(votes_of, range(4)))
    with engine.connect() as last:
        assert len(_rows(last)) == 10
        assert find_faults(last) == []
    engine.dispose()
