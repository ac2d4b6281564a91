"""One thread, one connection, group commit: every vote waiting when the writer is free shares a transaction.

A vote's future is fulfilled only after COMMIT. The queue is bounded: past it a vote is refused at once
rather than kept waiting. After a failure votes are refused until a probe succeeds. A failed fsync ends the
process unanswered, because the kernel may already have dropped what it could not write, and a retry would
report success for it.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence

from lontar.survey.store import Store, StoreError
from lontar.survey.votes import Ballot, Counts

CAPACITY = 4096
BATCH = 512
PROBE_SECONDS = 1.0
IDLE_SECONDS = 1.0

GATHER_SECONDS = 0.004
PAUSE_SECONDS = 0.0002
BUSY_BATCH = 4

Waiting = tuple[Ballot, "asyncio.Future[None]"]


class BusyError(Exception):
    """The vote was not taken: the queue is full, or the database refuses (`reason`)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Writer:
    """`end_process` is called in the writer's thread with the fault that must not be survived."""

    def __init__(
        self, store: Store, *, end_process: Callable[[BaseException], None], capacity: int = CAPACITY
    ) -> None:
        self._store = store
        self._end_process = end_process
        self._capacity = capacity
        self._queue: deque[Waiting] = deque()
        self._wake = threading.Event()
        self._stopping = False
        self._was_busy = False
        self._refreshes: list[asyncio.Future[None]] = []
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="survey-writer", daemon=True)
        self.trouble = ""
        self.last_commit = time.monotonic()
        self.counted_at = time.monotonic()
        self.counts: Mapping[str, Counts] = store.counts()

    @property
    def queued(self) -> int:
        return len(self._queue)

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._thread.start()

    def submit(self, ballot: Ballot) -> asyncio.Future[None]:
        """A future that is done when the vote is stored. BusyError when it was not even taken."""
        if self.trouble:
            raise BusyError(self.trouble)
        if self._stopping or self._loop is None:
            raise BusyError("stopping")
        if len(self._queue) >= self._capacity:
            raise BusyError("queue")
        future = self._loop.create_future()
        self._queue.append((ballot, future))
        self._wake.set()
        return future

    async def refresh(self) -> None:
        """Read the tallies anew: other processes may have counted. The old ones stay if that fails."""
        if self._stopping or self._loop is None:
            return
        future = self._loop.create_future()
        self._refreshes.append(future)
        self._wake.set()
        await future

    async def stop(self) -> None:
        """Store what was taken, answer it, and close the database."""
        self._stopping = True
        self._wake.set()
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        try:
            while not (self._stopping and not self._queue):
                woken = self._wake.wait(PROBE_SECONDS if self.trouble else IDLE_SECONDS)
                self._wake.clear()
                self._work(idle=not woken)
            self._answer_refreshes()
            self._store.close()
        except BaseException as fault:  # a fault of our own, or fsync: go down unanswered, never on
            self._end_process(fault)

    def _work(self, *, idle: bool) -> None:
        if self.trouble:
            self._probe()
        if self._was_busy:
            self._gather()
        while batch := [self._queue.popleft() for _ in range(min(BATCH, len(self._queue)))]:
            self._write(batch)
            self._was_busy = len(batch) >= BUSY_BATCH
            self._tidy(idle=False)
        if self._refreshes:
            self._answer_refreshes()
        if idle:
            self._tidy(idle=True)

    def _gather(self) -> None:
        """Under load, wait while votes keep coming: one large batch costs less than two, and while this
        thread sleeps the event loop has Python's lock for itself."""
        end = time.monotonic() + GATHER_SECONDS
        before = len(self._queue)
        while before < BATCH and time.monotonic() < end:
            time.sleep(PAUSE_SECONDS)
            if len(self._queue) == before:
                return
            before = len(self._queue)

    def _write(self, batch: Sequence[Waiting]) -> None:
        try:
            if self.trouble:
                raise StoreError(self.trouble, "not tried")
            counts = self._store.record([ballot for ballot, _ in batch])
        except StoreError as failure:
            self.trouble = failure.reason
            self._call(_refuse, batch, failure.reason)
            self._probe()
            return
        self.counts = dict(self.counts) | {
            survey: {**self.counts.get(survey, {}), **new} for survey, new in counts.items()
        }
        self.last_commit = time.monotonic()
        self._call(_fulfil, [future for _, future in batch])

    def _probe(self) -> None:
        """Once the database takes votes again its tallies are read anew: a batch that was lost in COMMIT may
        be stored after all."""
        try:
            self._store.probe()
            self.counts = self._store.counts()
        except StoreError as failure:
            self.trouble = failure.reason
        else:
            self.trouble = ""

    def _tidy(self, *, idle: bool) -> None:
        try:
            self._store.tidy(idle=idle)
        except StoreError as failure:
            self.trouble = failure.reason

    def _answer_refreshes(self) -> None:
        waiting, self._refreshes = self._refreshes, []
        try:
            self.counts = self._store.counts()
            self.counted_at = time.monotonic()
        except StoreError as failure:
            self.trouble = failure.reason
        self._call(_fulfil, waiting)

    def _call(self, function: Callable[..., None], *arguments: object) -> None:
        assert self._loop is not None
        self._loop.call_soon_threadsafe(function, *arguments)


def _fulfil(futures: Sequence[asyncio.Future[None]]) -> None:
    for future in futures:
        if not future.done():
            future.set_result(None)


def _refuse(batch: Sequence[Waiting], reason: str) -> None:
    for _, future in batch:
        if not future.done():
            future.set_exception(BusyError(reason))
