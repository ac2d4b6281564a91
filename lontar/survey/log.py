"""Structured log: one JSON object a line, and no word about who the visitor is.

There is no place in it for an address, an agent, a cookie, a body or a path, so none can slip in. Lines of
requests are buffered and flushed once a second, events at once.
"""

from __future__ import annotations

import json
import time
from typing import TextIO


class Log:
    """`level` is all (every request), problems (status 400 and up, and events) or off."""

    def __init__(self, stream: TextIO, level: str = "all") -> None:
        self._stream = stream
        self._all = level == "all"
        self._problems = level in ("all", "problems")

    def request(self, method: str, status: int, milliseconds: float, reason: str) -> None:
        """`reason` is a code of ours, never a text of theirs; a method we do not know is written as "?"."""
        if self._all or (self._problems and status >= 400):
            known = method if method in ("GET", "HEAD", "POST") else "?"
            self._stream.write(
                f'{{"at":{time.time():.3f},"method":"{known}","status":{status},"ms":{milliseconds:.1f},'
                f'"reason":"{reason}"}}\n'
            )

    def flush(self) -> None:
        self._stream.flush()

    def event(self, name: str, **details: str | int | float) -> None:
        if self._problems:
            self._stream.write(json.dumps({"at": round(time.time(), 3), "event": name, **details}) + "\n")
            self._stream.flush()
