"""The end of the process, without freeing one by one what it holds: the system takes it back at once."""

from __future__ import annotations

import atexit
import contextlib
import os
import sys

_code: int | None = None


def leave_at_once() -> None:
    """To be called before anything else is arranged for the end: what is arranged last is done first, so all
    of it is done, output is flushed, and only then the process ends. Where something was arranged before
    (by coverage, by a machine's sitecustomize), Python ends in its own way."""
    if atexit._ncallbacks() == 0:
        atexit.register(_leave)


def with_code(code: int) -> int:
    """The exit code, remembered. Without one (an exception came through) Python ends in its own way."""
    global _code
    _code = code
    return code


def _leave() -> None:
    if _code is not None:
        with contextlib.suppress(OSError, ValueError):  # a closed pipe is Python's to report
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:  # it was closed before the process began
                    stream.flush()
            os._exit(_code)
