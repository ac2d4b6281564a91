"""Families 26 to 29 on the whole endpoint: killed, without power, without its database, with a full queue.

Short forms; the long ones are `make soak-survey` (benchmarks/survey/soak.py, powercut.py).
"""

from __future__ import annotations

import socket
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from benchmarks.survey.powercut import FULL, NORMAL, cut_often
from benchmarks.survey.soak import soak
from lontar.survey.checking import find_faults
from lontar.survey.database import open_engine, parse_url
from tests.survey.running import SAME_ORIGIN, Running, endpoint
from tests.tools.waiting import PATIENCE, until


def test_26_killed_under_load_no_acknowledged_vote_is_missing(tmp_path: Path, database: str) -> None:
    result = soak(tmp_path, database, kills=2, seconds=0.8)
    assert result.acknowledged > 0
    assert result.missing == 0
    assert result.faults == ()


def test_26_a_power_cut_loses_no_acknowledged_vote() -> None:
    outcomes = cut_often(40, FULL)
    assert sum(outcome.acknowledged for outcome in outcomes) > 1000
    assert sum(outcome.lost for outcome in outcomes) == 0
    assert [outcome.faults for outcome in outcomes if outcome.faults] == []


def test_26_the_power_cut_test_would_notice_a_weaker_setting() -> None:
    assert sum(outcome.lost for outcome in cut_often(40, NORMAL)) > 0


class Wire:
    """The line to PostgreSQL: a loopback port that passes everything on, and can be cut.

    `cut_at` is a piece of the protocol: when the endpoint sends it, it is passed on or not (`deliver`),
    and then the line is cut on both sides.
    """

    def __init__(self, target: str) -> None:
        self._target = target
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self.cut_at, self.deliver, self.is_down, self.was_cut = b"", True, False, threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._server.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            if self.is_down:
                near.close()
                continue
            far = socket.socket(socket.AF_UNIX)
            far.connect(self._target)
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self._pass, args=(source, sink, source is near), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket, is_outward: bool) -> None:
        while True:
            try:
                data = source.recv(65536)
                is_cut = is_outward and self.cut_at and self.cut_at in data
                if data and (not is_cut or self.deliver):
                    sink.sendall(data)
            except OSError:
                data, is_cut = b"", False
            if is_cut:
                self.cut_at = b""
                self.was_cut.set()
            if is_cut or not data:
                for end in (source, sink):
                    with suppress(OSError):
                        end.shutdown(socket.SHUT_RDWR)
                    end.close()
                return


@pytest.fixture
def wire(postgres_folder: Path) -> Iterator[Wire]:
    wire = Wire(str(next(postgres_folder.glob(".s.PGSQL.*[0-9]"))))
    yield wire
    wire.close()


@pytest.fixture
def over_the_wire(tmp_path: Path, postgres_url: str, wire: Wire) -> Iterator[Running]:
    name = postgres_url.partition("@/")[2].partition("?")[0]
    url = f"postgresql://postgres@127.0.0.1:{wire.port}/{name}?gssencmode=disable"
    with endpoint(tmp_path, url, "--quota", "1000000") as running:
        yield running


@pytest.mark.parametrize("deliver", [True, False])
def test_28_lost_in_commit_is_a_503_and_trying_again_is_one_vote(
    over_the_wire: Running, wire: Wire, deliver: bool
) -> None:
    """Whether the COMMIT arrived cannot be known; with the cookie of the 503 the retry is the same vote."""
    with httpx.Client(headers=SAME_ORIGIN, timeout=PATIENCE) as client:
        wire.deliver, wire.cut_at = deliver, b"COMMIT"
        lost = client.post(over_the_wire.survey_url, data={"choice": "puas"})
        assert wire.was_cut.is_set()
        assert lost.status_code == 503
        assert "lontar_voter" in client.cookies

        def is_stored() -> bool:
            return client.post(over_the_wire.survey_url, data={"choice": "puas"}).status_code == 303

        until(is_stored, "the vote is taken again")
    assert over_the_wire.results()["n"] == 1


def test_28_while_postgresql_is_down_votes_are_refused_and_results_still_shown(
    over_the_wire: Running, wire: Wire
) -> None:
    assert over_the_wire.vote().status_code == 303
    wire.is_down, wire.cut_at = True, b"BEGIN"
    assert over_the_wire.vote().status_code == 503
    assert over_the_wire.vote().status_code == 503
    health = httpx.get(f"{over_the_wire.url}/health")
    assert (health.status_code, health.json()["reason"]) == (503, "lost")
    assert over_the_wire.results()["n"] == 1
    wire.is_down = False
    until(lambda: over_the_wire.vote().status_code == 303, "votes are taken again")
    assert httpx.get(f"{over_the_wire.url}/health").status_code == 200


def test_28_several_processes_share_one_postgresql(tmp_path: Path, postgres_url: str) -> None:
    with endpoint(tmp_path, postgres_url) as one, endpoint(tmp_path, postgres_url) as other:
        for running in (one, other, one):
            assert running.vote().status_code == 303
        until(lambda: one.results()["n"] == other.results()["n"] == 3, "both show all votes")


def test_33_one_visitor_voting_a_thousand_times_at_once_is_one_row(tmp_path: Path, database: str) -> None:
    with endpoint(tmp_path, database) as running:
        token = running.vote().cookies["lontar_voter"]
        headers = SAME_ORIGIN | {"Cookie": f"lontar_voter={token}"}

        def vote_often(worker: int) -> set[int]:
            choices = ("puas", "tidak-puas", "cukup-puas")
            with httpx.Client(headers=headers, timeout=PATIENCE) as client:
                return {
                    client.post(running.survey_url, data={"choice": choices[(worker + n) % 3]}).status_code
                    for n in range(50)
                }

        with ThreadPoolExecutor(20) as workers:
            assert set.union(*workers.map(vote_often, range(20))) == {303}
        assert running.results()["n"] == 1
    engine = open_engine(parse_url(database))
    with engine.connect() as connection:
        assert find_faults(connection) == []
        with connection.begin():
            assert connection.exec_driver_sql("SELECT count(*) FROM votes").scalar() == 1
    engine.dispose()


def test_27_a_database_file_that_fails_is_told_by_503_and_health(tmp_path: Path, sqlite_url: str) -> None:
    """Another program holds SQLite's write lock: votes are refused in bounded time, then taken again."""
    with endpoint(tmp_path, sqlite_url, "--quota", "1000000") as running:
        assert running.vote().status_code == 303
        holder = sqlite3.connect(tmp_path / "survey.db", isolation_level=None)
        holder.execute("PRAGMA wal_autocheckpoint=0")
        holder.execute("BEGIN IMMEDIATE")
        assert running.vote().status_code == 503
        holder.execute("ROLLBACK")
        until(lambda: running.vote().status_code == 303, "votes are taken again")
        assert running.results()["n"] == 2
        holder.close()
