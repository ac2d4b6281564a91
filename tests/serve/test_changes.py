"""When a change is complete: at rest, closed, or too long under way."""

from __future__ import annotations

import time
from threading import Thread, Timer

from lontar.serve.changes import LONGEST, PATIENCE, QUIET, SLOWEST, Changes


class Clock:
    """Time that stands still until it is set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_nothing_changes_for_so_long() -> None:
    assert Changes().wait(0.01) == ()


def test_changes_are_told_once_in_their_order() -> None:
    changes = Changes()
    for path in ("b", "a", "b"):
        changes.note(path)
    before = changes.pending
    assert changes.wait(0) == ("b", "a")
    assert (before, changes.pending) == (True, False)
    assert changes.wait(0) == ()


def test_a_change_rests_before_it_is_told() -> None:
    changes = Changes()
    changes.note("a")
    noted = time.monotonic()
    assert changes.wait(1) == ("a",)
    assert time.monotonic() - noted >= QUIET


def test_a_change_from_another_thread_wakes_the_waiting() -> None:
    changes = Changes()
    thread = Thread(target=changes.note, args=("a",))
    thread.start()
    assert changes.wait(30) == ("a",)
    thread.join()


def test_a_file_that_is_being_written_is_waited_for() -> None:
    changes = Changes()
    changes.note("a", writing=True)
    closing = Timer(0.1, changes.note, ("a",))
    started = time.monotonic()
    closing.start()
    assert changes.wait(30) == ("a",)
    assert 0.1 <= time.monotonic() - started < PATIENCE
    closing.join()


def test_but_not_for_ever() -> None:
    clock = Clock()
    changes = Changes(clock)
    changes.note("a", writing=True)
    clock.now += PATIENCE
    assert changes.wait(0) == ("a",)
    assert not changes.pending


def test_a_series_without_end_is_told_in_its_midst() -> None:
    clock = Clock()
    changes = Changes(clock)
    changes.note("a")
    clock.now += LONGEST
    changes.note("b")
    assert changes.wait(0) == ("a", "b")
    changes.note("c", writing=True)
    clock.now += SLOWEST
    changes.note("c", writing=True)
    assert changes.wait(0) == ("c",)
