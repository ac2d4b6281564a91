"""The store on disks and servers that fail. Family 27: every write and every sync fails once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import apsw
import psycopg
import pytest
import sqlalchemy as sa

from benchmarks.survey.apsw_driver import Driver
from benchmarks.survey.disk import Disk, failure
from lontar.survey.checking import find_faults
from lontar.survey.database import log_bytes, open_engine, parse_url
from lontar.survey.store import Store, StoreError, SyncError
from tests.survey.test_votes import ballot

_names = count()


class Failing:
    """A disk on which the `at`-th operation of a kind fails, once or for good."""

    def __init__(self, folder: Path) -> None:
        self.kind, self.at, self.seen, self.full = "", 0, 0, False
        self.disk = Disk(f"failing{next(_names)}", self._before)
        self.url = parse_url(f"sqlite:///{folder / 'survey.db'}")

    def _before(self, kind: str, _path: str) -> None:
        if self.full and kind == "write":
            raise apsw.exception_for(apsw.SQLITE_FULL)
        if kind == self.kind:
            self.seen += 1
            if self.seen == self.at:
                raise failure(kind)

    def arm(self, kind: str, at: int) -> None:
        self.kind, self.at, self.seen = kind, at, 0

    def store(self, checkpoint_bytes: int = 0) -> Store:
        engine = open_engine(self.url, module=Driver(self.disk.name))
        return Store(engine, checkpoint_bytes=checkpoint_bytes)


@pytest.fixture
def failing(tmp_path: Path) -> Iterator[Failing]:
    failing = Failing(tmp_path)
    yield failing
    failing.disk.unregister()


def _stored(url: sa.URL) -> set[bytes]:
    engine = open_engine(url)
    with engine.connect() as connection:
        assert find_faults(connection) == []
        with connection.begin():
            voters = {bytes(row[0]) for row in connection.exec_driver_sql("SELECT voter FROM votes")}
    engine.dispose()
    return voters


def _batch(number: int) -> list[bytes]:
    return [bytes([number, n]) for n in range(5)]


@pytest.mark.parametrize("kind", ["write", "truncate", "sync"])
@pytest.mark.parametrize("idle", [True, False])
def test_27_after_every_failure_once_nothing_acknowledged_is_lost_and_nothing_refused_is_stored(
    tmp_path: Path, kind: str, idle: bool
) -> None:
    """Batches and checkpoints; the n-th operation fails, for every n until none is left to fail."""
    for at in range(1, 400):
        folder = tmp_path / str(at)
        folder.mkdir()
        failing = Failing(folder)
        store = failing.store()
        store.record([ballot(voter) for voter in _batch(0)])
        failing.arm(kind, at)
        acknowledged, refused = set(_batch(0)), set[bytes]()
        try:
            for number in range(1, 4):
                try:
                    store.record([ballot(voter) for voter in _batch(number)])
                    acknowledged |= set(_batch(number))
                except StoreError:
                    refused |= set(_batch(number))
                with suppress(StoreError):
                    store.tidy(idle=idle)
        except SyncError:
            pass  # the process ends here: what was not answered may be stored or not
        store.close()
        failing.disk.unregister()
        stored = _stored(failing.url)
        assert acknowledged <= stored, f"{kind} {at}"
        assert refused.isdisjoint(stored), f"{kind} {at}"
        if failing.seen < at:
            assert at > 3 or kind == "truncate"
            return
    pytest.fail("the operations never ended")


def test_27_a_failed_sync_is_told_apart(failing: Failing) -> None:
    store = failing.store()
    failing.arm("sync", 1)
    with pytest.raises(SyncError):
        store.record([ballot(b"1")])


def test_27_a_full_disk_refuses_until_a_probe_succeeds(failing: Failing) -> None:
    store = failing.store()
    store.record([ballot(b"1")])
    failing.full = True
    with pytest.raises(StoreError) as error:
        store.record([ballot(b"2")])
    assert error.value.reason == "full"
    with pytest.raises(StoreError):
        store.probe()
    failing.full = False
    store.probe()
    store.record([ballot(b"3")])
    store.close()
    assert _stored(failing.url) == {b"1", b"3"}


def test_28_a_lost_postgresql_connection_is_opened_anew(postgres_url: str) -> None:
    store = Store(open_engine(parse_url(postgres_url)))
    store.record([ballot(b"1")])
    with psycopg.connect(postgres_url, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    with pytest.raises(StoreError) as error:
        store.record([ballot(b"2")])
    assert error.value.reason == "lost"
    store.probe()
    store.record([ballot(b"2")])
    assert store.counts() == {"a": {("choice", "puas"): 2}}
    store.close()


def test_checkpoints_come_when_idle_and_only_late_under_load(sqlite_url: str) -> None:
    url = parse_url(sqlite_url)
    store = Store(open_engine(url), checkpoint_bytes=60_000)
    numbers = count()

    def grow_beyond(size: int) -> None:
        while log_bytes(url) <= size:
            store.record([ballot(next(numbers).to_bytes(16, "little")) for _ in range(20)])

    grow_beyond(60_000)
    store.tidy(idle=False)
    assert log_bytes(url) > 0
    store.tidy(idle=True)
    assert log_bytes(url) == 0
    grow_beyond(240_000)
    store.tidy(idle=False)
    assert log_bytes(url) == 0
    store.close()


@pytest.mark.alone
def test_a_reader_delays_a_checkpoint_but_no_vote(sqlite_url: str) -> None:
    """A long export or backup keeps the log alive; the writer does not wait for it."""
    url = parse_url(sqlite_url)
    store = Store(open_engine(url), checkpoint_bytes=1000)
    store.record([ballot(b"1")])
    reading = open_engine(url, read_only=True)
    with reading.connect() as reader, reader.begin():
        assert reader.exec_driver_sql("SELECT count(*) FROM votes").scalar() == 1
        started = time.monotonic()
        for number in range(3):
            store.record([ballot(bytes([number, 9]))])
            store.tidy(idle=True)
        assert time.monotonic() - started < 4  # not the 5 s that a statement may wait for a lock
        assert reader.exec_driver_sql("SELECT count(*) FROM votes").scalar() == 1
        assert log_bytes(url) > 0
    reading.dispose()
    while log_bytes(url):
        store.record([ballot(b"more")])
        store.tidy(idle=True)
    assert store.counts() == {"a": {("choice", "puas"): 5}}
    store.close()
