"""Work on all cores: in order, and stopped when something fails."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, get_ident

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.parallel import Far, Near, chunks, cores, map_over, photo_workers, process_pool, release


def double(value: int) -> int:
    return 2 * value


def own_pid(_: int) -> int:
    return os.getpid()


def test_without_an_executor_it_is_map() -> None:
    assert list(map_over(None, double, [1, 2, 3])) == [2, 4, 6]
    assert list(map_over(None, double, [])) == []


def test_order_is_kept_whatever_finishes_first() -> None:
    first = Event()

    def work(number: int) -> int:
        if number == 0:
            assert first.wait(10)
        else:
            first.set()
        return number

    with ThreadPoolExecutor(2) as pool:
        assert list(map_over(pool, work, range(5))) == list(range(5))


def test_a_failure_cancels_what_has_not_begun() -> None:
    """The only worker is held at whichever item it takes next until the failure has been told."""
    started: list[int] = []
    gate = Event()

    def work(number: int) -> None:
        started.append(number)
        if number == 0:
            raise ValueError(number)
        assert gate.wait(10)

    with ThreadPoolExecutor(1) as pool:
        with pytest.raises(ValueError, match="0"):
            list(map_over(pool, work, range(1000)))
        gate.set()
    assert len(started) <= 2


def test_leaving_early_cancels_the_rest() -> None:
    started: list[int] = []
    gate = Event()

    def work(number: int) -> int:
        started.append(number)
        if number:
            gate.wait(10)
        return number

    with ThreadPoolExecutor(1) as pool:
        found = map_over(pool, work, range(100))
        assert next(found) == 0
        found.close()  # type: ignore[attr-defined]
        gate.set()
    assert len(started) <= 2


def test_processes_do_the_work() -> None:
    with process_pool(2) as pool:
        assert list(map_over(pool, double, range(4))) == [0, 2, 4, 6]
        assert os.getpid() not in set(map_over(pool, own_pid, range(4)))


@given(st.lists(st.integers(), max_size=40), st.integers(1, 12))
def test_chunks_hold_everything_once(items: list[int], size: int) -> None:
    found = chunks(items, size)
    assert [item for chunk in found for item in chunk] == items
    assert all(0 < len(chunk) <= size for chunk in found)


def test_there_is_a_core() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)


def test_photos_are_for_threads_of_this_process_or_for_other_machines() -> None:
    with process_pool(1) as other:
        with photo_workers(lambda: other, 2) as pool:
            assert set(map_over(pool, own_pid, [1, 2])) == {os.getpid()}
        with photo_workers(Far(lambda: other), 2) as pool:
            assert pool is other
        for start, count in ((None, 9), (lambda: other, 1), (Far(lambda: other), 1)):
            with photo_workers(start, count) as none:
                assert none is None


def test_photos_get_a_thread_more_than_jobs() -> None:
    """For one always waits for a thread of libvips."""
    workers = Near(1)
    meeting = Barrier(2, timeout=20)
    with photo_workers(workers, 9) as pool:
        assert isinstance(pool, ThreadPoolExecutor)
        seen = set(map_over(pool, lambda _: (meeting.wait(), get_ident())[1], range(8)))
        assert len(seen) == 2
    workers.close()  # no process was ever started


def test_processes_are_started_at_the_first_call() -> None:
    workers = Near(1)
    assert workers() is workers()
    assert list(map_over(workers(), own_pid, [1])) != [os.getpid()]
    first = workers()
    release(workers)
    assert workers() is not first
    assert list(map_over(workers(), own_pid, [1])) != [os.getpid()]
    release(workers)
    release(None)
