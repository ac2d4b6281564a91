"""Waiting for what another process does."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

PATIENCE = 120.0
"""Seconds: far beyond what a busy machine needs, so that running out of them means that it will never be."""


def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for it, giving the processor to others; fail when patience ends."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"not reached: {what}"
        os.sched_yield()
