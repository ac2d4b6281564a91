"""Heavy steps on all cores: pure functions mapped over an Executor (concurrent.futures, PEP 3148)."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def process_pool(jobs: int) -> Executor:
    """Workers forked from this process: they inherit what is loaded and need no start-up of their own.

    They inherit its locks, too, so they end when it does, even when it is killed."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(
        jobs, mp_context=get_context("fork"), initializer=_begin, initargs=(os.getpid(),)
    )


def _begin(parent: int) -> None:
    gc.freeze()  # looking for garbage among what is inherited would copy it all
    end_with(parent)


def end_with(parent: int) -> None:
    """End this process as soon as the one that started it, `parent`, has ended in whatever way."""
    import select
    from threading import Thread

    try:
        watched = os.pidfd_open(parent)
    except (AttributeError, OSError):  # no Linux, an old one, or it has ended already
        watched = -1
    if os.getppid() != parent:
        os._exit(1)
    if watched >= 0:
        Thread(target=lambda: (select.select([watched], [], []), os._exit(1)), daemon=True).start()


class Near:
    """Processes of this machine for texts, started at the first call; photos get as many threads."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._pool: Executor | None = None

    def __call__(self) -> Executor:
        if self._pool is None:
            self._pool = process_pool(self.jobs)
        return self._pool

    def close(self) -> None:
        """Ends the processes; what has not begun is cancelled. The next call starts others."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


class Far:
    """Workers on other machines, which work on photos as well as on texts."""

    def __init__(self, start: Callable[[], Executor]) -> None:
        self._start = start

    def __call__(self) -> Executor:
        return self._start()


def release(workers: Callable[[], Executor] | None) -> None:
    """Let near workers go: idle processes hold memory, too."""
    if isinstance(workers, Near):
        workers.close()


@contextmanager
def photo_workers(start: Callable[[], Executor] | None, count: int) -> Iterator[Executor | None]:
    """Who is to work on `count` photos: far workers, else threads, or this thread alone (None).

    libvips leaves Python's lock, and must not work in forked processes: once it has worked it keeps threads
    of its own, which a fork does not copy, and a child would wait for them for ever.
    """
    if start is None or count < 2:
        yield None
    elif isinstance(start, Far):
        yield start()
    else:
        from concurrent.futures import ThreadPoolExecutor

        jobs = start.jobs if isinstance(start, Near) else cores()
        with ThreadPoolExecutor(jobs + 1) as pool:  # each waits a tenth of its time for libvips' own threads
            yield pool


def chunks(items: Sequence[T], size: int) -> list[Sequence[T]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def map_over(executor: Executor | None, function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """function(item) for each item, in order; here and now without an executor.

    An exception, Ctrl-C among them, cancels what has not begun.
    """
    if executor is None:
        yield from map(function, items)
        return
    futures = deque(executor.submit(function, item) for item in items)
    try:
        while futures:  # a result that was handed on is held no longer
            yield futures.popleft().result()
    finally:
        for future in futures:
            future.cancel()


class Beside:
    """A question of yes or no, answered in a forked process while this one goes on."""

    def __init__(self, question: Callable[[], bool]) -> None:
        self._answer: bool | None = None
        self._process = os.fork()
        if self._process == 0:
            code = 2
            try:
                code = 0 if question() else 1
            finally:
                os._exit(code)  # nothing else of what was inherited is to run

    def answer(self) -> bool:
        """Waits for it; False, too, when the process came to grief."""
        if self._answer is None:
            _, status = os.waitpid(self._process, 0)
            self._answer = status == 0
        return self._answer

    def close(self) -> None:
        """Nobody wants to know any more."""
        if self._answer is None:
            os.kill(self._process, signal.SIGKILL)
            self.answer()
