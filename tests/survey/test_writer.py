"""Group commit, with a store whose speed and faults the test decides."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import wraps

import pytest

from lontar.survey.database import open_engine, parse_url
from lontar.survey.store import Store, StoreError, SyncError
from lontar.survey.votes import Ballot, Counts
from lontar.survey.writer import BusyError, Writer
from tests.survey.test_votes import ballot
from tests.tools.apart import run_apart


def in_a_loop(test: Callable[[SteeredStore], Awaitable[None]]) -> Callable[[SteeredStore], None]:
    @wraps(test)
    def run(store: SteeredStore) -> None:
        async def main() -> None:
            await test(store)

        run_apart(main())

    return run


class SteeredStore(Store):
    """A real SQLite store behind a door: `open_door` lets batches through, `fault` is raised instead."""

    def __init__(self, url: str) -> None:
        super().__init__(open_engine(parse_url(url)))
        self.door = threading.Event()
        self.door.set()
        self.at_the_door = threading.Event()
        self.batches: list[int] = []
        self.fault: Exception | None = None
        self.is_well = True

    def record(self, ballots: Sequence[Ballot]) -> Mapping[str, Counts]:
        self.at_the_door.set()
        self.door.wait()
        if self.fault is not None:
            fault, self.fault = self.fault, None
            raise fault
        self.batches.append(len(ballots))
        return super().record(ballots)

    def probe(self) -> None:
        if not self.is_well:
            raise StoreError("full", "still")
        super().probe()


@pytest.fixture
def store(sqlite_url: str) -> SteeredStore:
    return SteeredStore(sqlite_url)


def _writer(store: Store, faults: list[BaseException] | None = None, capacity: int = 4096) -> Writer:
    taken = [] if faults is None else faults
    writer = Writer(store, end_process=taken.append, capacity=capacity)
    writer.start(asyncio.get_running_loop())
    return writer


@in_a_loop
async def test_votes_that_wait_share_a_transaction(store: SteeredStore) -> None:
    writer = _writer(store)
    store.door.clear()
    futures = [writer.submit(ballot(b"first"))]
    await asyncio.to_thread(store.at_the_door.wait)
    futures += [writer.submit(ballot(n.to_bytes(16, "big"))) for n in range(700)]
    assert not any(future.done() for future in futures)
    store.door.set()
    await asyncio.gather(*futures)
    assert store.batches == [1, 512, 188]
    assert writer.counts["a"] == {("choice", "puas"): 701}
    await writer.stop()


@in_a_loop
async def test_29_a_full_queue_refuses_at_once_and_nothing_of_it_is_stored(store: SteeredStore) -> None:
    writer = _writer(store, capacity=10)
    store.door.clear()
    futures = [writer.submit(ballot(b"first"))]
    await asyncio.to_thread(store.at_the_door.wait)
    futures += [writer.submit(ballot(bytes([n]))) for n in range(10)]
    with pytest.raises(BusyError) as busy:
        writer.submit(ballot(b"one too many"))
    assert busy.value.reason == "queue"
    assert writer.queued == 10
    store.door.set()
    await asyncio.gather(*futures)
    await writer.stop()
    assert sum(store.batches) == 11


@in_a_loop
async def test_27_a_failure_refuses_its_batch_and_the_next_vote_is_taken_after_a_probe(
    store: SteeredStore,
) -> None:
    writer = _writer(store)
    store.fault = StoreError("failed", "once")
    with pytest.raises(BusyError):
        await writer.submit(ballot(b"1"))
    await writer.refresh()
    assert writer.trouble == ""
    await writer.submit(ballot(b"2"))
    assert writer.counts["a"] == {("choice", "puas"): 1}
    await writer.stop()


@in_a_loop
async def test_27_while_the_disk_is_full_votes_are_refused_until_a_probe_succeeds(
    store: SteeredStore,
) -> None:
    writer = _writer(store)
    store.fault, store.is_well = StoreError("full", "disk"), False
    with pytest.raises(BusyError) as busy:
        await writer.submit(ballot(b"1"))
    assert busy.value.reason == "full"
    await writer.refresh()
    with pytest.raises(BusyError):
        writer.submit(ballot(b"2"))
    store.is_well = True
    await writer.refresh()  # wakes the writer, which probes first
    await writer.submit(ballot(b"3"))
    assert store.batches == [1]
    await writer.stop()


@in_a_loop
async def test_27_a_failed_sync_ends_the_process_and_answers_nobody(store: SteeredStore) -> None:
    faults: list[BaseException] = []
    writer = _writer(store, faults)
    store.fault = SyncError("fsync")
    future = writer.submit(ballot(b"1"))
    await asyncio.to_thread(writer._thread.join)
    assert [type(fault) for fault in faults] == [SyncError]
    assert not future.done()
    Store.close(store)


@in_a_loop
async def test_a_fault_of_our_own_ends_the_process_too(store: SteeredStore) -> None:
    faults: list[BaseException] = []
    writer = _writer(store, faults)
    store.fault = ZeroDivisionError()
    writer.submit(ballot(b"1"))
    await asyncio.to_thread(writer._thread.join)
    assert [type(fault) for fault in faults] == [ZeroDivisionError]
    Store.close(store)


@in_a_loop
async def test_stopping_stores_and_answers_what_was_taken(store: SteeredStore) -> None:
    writer = _writer(store)
    store.door.clear()
    futures = [writer.submit(ballot(bytes([n]))) for n in range(20)]
    stopping = asyncio.create_task(writer.stop())
    store.door.set()
    await stopping
    await asyncio.gather(*futures)
    assert sum(store.batches) == 20
    with pytest.raises(BusyError):
        writer.submit(ballot(b"late"))
    await writer.refresh()


@in_a_loop
async def test_a_visitor_who_left_does_not_disturb_the_others(store: SteeredStore) -> None:
    writer = _writer(store)
    store.door.clear()
    gone, stays = writer.submit(ballot(b"1")), writer.submit(ballot(b"2"))
    gone.cancel()
    store.door.set()
    await stays
    await writer.stop()
    assert sum(store.batches) == 2
