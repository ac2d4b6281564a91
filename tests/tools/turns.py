"""Tests that measure time have the machine to themselves: no other test runs beside them, of this run or of
another one."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACE = Path(tempfile.gettempdir()) / f"lontar-tests-{os.geteuid()}"


@contextmanager
def turn(*, alone: bool, place: Path = PLACE) -> Iterator[None]:
    """Hold a shared lock, or the exclusive one. Everybody passes the same gate first, so that who waits to be
    alone is not overtaken for ever."""
    place.mkdir(mode=0o700, exist_ok=True)
    with (place / "gate").open("w") as gate, (place / "room").open("w") as room:
        fcntl.flock(gate, fcntl.LOCK_EX)
        fcntl.flock(room, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        fcntl.flock(gate, fcntl.LOCK_UN)
        yield
