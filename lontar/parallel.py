"""Heavy steps on all cores: pure functions mapped over an Executor (concurrent.futures, PEP 3148)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def process_pool(jobs: int) -> Executor:
    """Workers forked from this process: they inherit what is loaded and need no start-up of their own."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(jobs, mp_context=get_context("fork"))


@contextmanager
def threads(wanted: bool) -> Iterator[Executor | None]:
    """A thread a core while the block runs, for work that leaves Python's lock; None when not wanted.

    libvips is such work, and must not be done in forked processes: once it has worked it keeps threads of
    its own, which a fork does not copy, and a child would wait for them for ever.
    """
    if not wanted:
        yield None
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(cores()) as pool:
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
    futures = [executor.submit(function, item) for item in items]
    try:
        for future in futures:
            yield future.result()
    finally:
        for future in futures:
            future.cancel()
