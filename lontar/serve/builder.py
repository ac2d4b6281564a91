"""Builds, in a process of their own that stays warm.

The server and the watcher have threads, and a build forks workers: both in one process could stand still
for ever. So the build has a process without any thread, started anew (spawned, not forked) and told over a
pipe when to build. It has everything imported, it ends when the pipe does, and should it be killed the
next build starts another.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from lontar.errors import ContentErrors, Problem
from lontar.pipeline.report import Report, Request

_TRIES = (0.0, 0.02, 0.1, 0.5)
"""Seconds to wait before each try: a folder may vanish under a build that has just listed it."""
_PATIENCE = 2.0
_ENDINGS = {signal.SIGINT, signal.SIGTERM}


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: its report, or else problems, or else what the system or our own code refused.

    `base` is the path under which the site lies on its host, `endpoint` where its votes go.
    """

    report: Report | None = None
    problems: tuple[Problem, ...] = ()
    failure: str = ""
    base: str = ""
    endpoint: str = ""


class Builder:
    """A handle on the process. Not for several threads at once."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._process: Any = None
        self._pipe: Connection | None = None

    def build(self) -> Built:
        """Build now. A process that was killed is replaced, once."""
        for _ in range(2):
            pipe = self._pipe or self._start()
            try:
                pipe.send(True)
                built: Built = pipe.recv()
                return built
            except (EOFError, OSError):
                self.close()
        return Built(failure="EOF")

    def close(self) -> None:
        """End the process and all its workers, whatever they are doing."""
        if self._process is None or self._pipe is None:
            return
        self._pipe.close()
        self._process.join(0.2)
        if self._process.is_alive():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
        self._process.join(_PATIENCE)
        self._process = self._pipe = None

    def _start(self) -> Connection:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self._request), name="lontar-build")
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
        try:
            process.start()  # an interruption in the middle of it would leave half a process
            self._process = process
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()
        return self._pipe


def _work(pipe: Connection, request: Request) -> None:
    """The process: build when told to, until the other end is gone."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)  # blocked while this process was started
    os.setsid()  # a group of its own: Ctrl-C is for the server, and all workers can be ended together
    gc.set_threshold(50_000, 20, 50)
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while pipe.recv():
            pipe.send(build_once(request))
            gc.collect()


def build_once(request: Request, sleep: Callable[[float], None] = time.sleep) -> Built:
    """One build, with whatever it comes to as a value."""
    from lontar.pipeline.build import build

    failed: Exception | None = None
    for wait in _TRIES:
        sleep(wait)
        try:
            return _built(request, build(request, _quiet, _quiet))
        except ContentErrors as error:
            return Built(problems=error.problems)
        except FileNotFoundError as error:
            failed = error
        except Exception as error:
            failed = error
            break
    return Built(failure=_told(failed, request.cache))


def _built(request: Request, report: Report) -> Built:
    base, endpoint = _mount((request.root / "site_config.yaml").read_bytes())
    return Built(report, base=base, endpoint=endpoint)


@lru_cache(maxsize=1)
def _mount(config: bytes) -> tuple[str, str]:
    from lontar.load.config import base_path, parse_config

    read = parse_config(config)
    return base_path(read.site.url), read.survey_endpoint


def _told(error: Exception | None, cache: Path) -> str:
    """The error on one line; where it is a mistake of our own, its record is put beside the cache."""
    if isinstance(error, OSError):
        return f"{error.strerror or error}: {error.filename or ''}".rstrip(": ")
    import traceback

    log = cache.parent / "error.log"
    with contextlib.suppress(OSError):
        log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return f"{type(error).__name__}: {error} ({log})"[:300]


def _quiet(*_: object) -> None:
    """Nobody watches the progress."""
