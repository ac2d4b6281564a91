"""What changed on disk since the last build, and when it has come to rest.

Nothing here reads a file. A build looks at all files anyway, so no event has to be understood, only
noticed: too many cost a build, and one that is missed is found by the next look without an event.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Condition

QUIET = 0.015
"""Seconds without an event after which a change is complete. Longer than the clock of a file system is
coarse (4 ms), so that two saves around a build never carry one stamp."""
PATIENCE = 1.0
"""Seconds a file may be left half-written before it is taken as it is."""
LONGEST = 0.5
"""Seconds after which a series of events without end is built in its midst."""
SLOWEST = 10.0
"""Likewise while a file is being written all the time."""


class Changes:
    """Noted by the watcher's thread, awaited by the main one. Paths are names to show, nothing more."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._noted = Condition()
        self._paths: dict[str, None] = {}
        self._writing: dict[str, float] = {}
        self._first = self._last = 0.0

    def note(self, path: str, *, writing: bool = False) -> None:
        """Something about `path` changed; `writing` says that whoever writes it has not closed it yet."""
        with self._noted:
            now = self._last = self._clock()
            if not self._paths:
                self._first = now
            self._paths[path] = None
            if writing:
                self._writing[path] = now
            else:
                self._writing.pop(path, None)
            self._noted.notify_all()

    @property
    def pending(self) -> bool:
        """Whether another build is due already, so that what the last one found is of no interest."""
        return bool(self._paths)

    def wait(self, seconds: float) -> tuple[str, ...]:
        """What has changed, once it has come to rest; nothing when nothing does for so long."""
        with self._noted:
            if not self._noted.wait_for(lambda: self._paths, seconds):
                return ()
            while (rest := self._due() - self._clock()) > 0:
                self._noted.wait(rest)
            paths = tuple(self._paths)
            self._paths.clear()
            return paths

    def _due(self) -> float:
        """When to build: at rest or after LONGEST, but not while a file is being written."""
        now = self._clock()
        for path in [path for path, since in self._writing.items() if since + PATIENCE <= now]:
            del self._writing[path]
        written = max(self._writing.values(), default=-PATIENCE) + PATIENCE
        rest = min(self._last + QUIET, self._first + LONGEST)
        return max(rest, min(written, self._first + SLOWEST))
