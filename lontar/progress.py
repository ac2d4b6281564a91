"""A progress bar on a terminal, for work that takes more than a second; nothing in pipes."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from typing import Any

_PATIENCE = 1.0
"""Seconds before a bar appears."""


class Bar:
    """Called as a `Progress` (see lontar.pipeline.report); `close` takes the bar away."""

    def __init__(self, texts: Mapping[str, str], enabled: bool | None = None) -> None:
        self._texts = texts
        self._enabled = sys.stderr.isatty() if enabled is None else enabled
        self._started = time.monotonic()
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        if not self._enabled or time.monotonic() - self._started < _PATIENCE:
            return
        if self._bar is None:
            self._bar = _open()
        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(self._texts[stage], total=total)
        self._bar.update(self._tasks[stage], completed=done, total=total)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def _open() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.start()
    return bar
