"""A time budget breaks work off, and one timer is enough for many pieces of work."""

from __future__ import annotations

import signal
import time

import pytest

from lontar.load.alarm import TooSlow, ticking, within


def spin(seconds: float) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    return "done"


def test_what_is_quick_is_returned_and_no_timer_is_left() -> None:
    before = signal.getsignal(signal.SIGALRM)
    assert within(5, lambda: "done") == "done"
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before


def test_one_timer_ticks_for_many_pieces_of_work() -> None:
    with ticking():
        for _ in range(2):
            assert within(5, lambda: spin(0.06)) == "done"
            with pytest.raises(TooSlow):
                within(0.05, lambda: spin(5))
            assert signal.getitimer(signal.ITIMER_REAL)[1] > 0
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_between_two_pieces_of_work_nothing_is_raised() -> None:
    with ticking():
        assert within(0.01, lambda: "done") == "done"
        assert spin(0.2) == "done"


class LastWords:
    """Spins in `__del__`, where Python reports an exception and drops it (the tests' settings make the report
    an error)."""

    def __del__(self) -> None:
        spin(0.2)


def test_last_words_of_an_object_are_left_to_end() -> None:
    def work() -> None:
        LastWords()
        spin(5)

    with pytest.raises(TooSlow):
        within(0.05, work)
