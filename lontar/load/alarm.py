"""A time budget for work in pure Python: a signal breaks it off wherever the main thread is.

Setting a timer takes system calls; around many short pieces of work one timer runs on (`ticking`), and each
piece only says until when it may last.
"""

from __future__ import annotations

import gc
import signal
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

T = TypeVar("T")

_TICK = 0.05
"""Seconds."""


class TooSlow(Exception):
    """The work took longer than its budget."""


class _Clock:
    """`until` is when the work that is being done must have ended, by time.monotonic."""

    runs = False
    until: float | None = None


@contextmanager
def ticking(first: float = _TICK) -> Iterator[None]:
    """The timer runs; `first` are the seconds to its first tick. Signals reach the main thread only; every
    build reads texts there, in its own process or in a worker's."""
    if _Clock.runs or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    _Clock.runs = True
    try:
        signal.setitimer(signal.ITIMER_REAL, first, _TICK)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        _Clock.runs = False
        signal.signal(signal.SIGALRM, before)


def within(seconds: float, work: Callable[[], T]) -> T:
    """What `work` returns; TooSlow after `seconds`.

    Python drops an exception that is raised in a callback of its garbage collector or in the last words of
    an object, and a library may swallow one: the alarm goes off at every tick until `work` has ended.
    In such code none is raised, for Python would report it as lost.
    """
    if threading.current_thread() is not threading.main_thread():
        return work()
    if not _Clock.runs:
        with ticking(min(seconds, _TICK)):
            return within(seconds, work)
    try:
        _Clock.until = time.monotonic() + seconds
        return work()
    finally:
        _Clock.until = None


def _ring(_signal: int, frame: FrameType | None) -> None:
    if _Clock.until is not None and time.monotonic() >= _Clock.until and _hears(frame):
        raise TooSlow


def _hears(frame: FrameType | None) -> bool:
    """Whether work runs within its budget, and no last words of an object (`__del__`, the callback of a weak
    reference whose object is gone) nor a callback of the garbage collector."""
    callbacks = {getattr(callback, "__code__", None) for callback in gc.callbacks}
    while frame is not None:
        if frame.f_code is within.__code__:
            return True
        if frame.f_code.co_name == "__del__" or frame.f_code in callbacks or _is_told_of_an_end(frame):
            return False
        frame = frame.f_back
    return False


def _is_told_of_an_end(frame: FrameType) -> bool:
    """Callbacks of weak references are given the dead reference, after `self` where they are methods."""
    names = frame.f_code.co_varnames[: min(frame.f_code.co_argcount, 2)]
    given = [frame.f_locals.get(name) for name in names]
    return any(isinstance(one, weakref.ref) and one() is None for one in given)
