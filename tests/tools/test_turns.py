"""Several may run together; who wants to be alone waits for them, and they for him."""

from __future__ import annotations

import fcntl
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.tools.turns import PLACE, turn
from tests.tools.waiting import PATIENCE


def is_free(place: Path, how: int) -> bool:
    """Whether another run could have its turn now."""
    with (place / "room").open("w") as room, suppress(BlockingIOError):
        fcntl.flock(room, how | fcntl.LOCK_NB)
        return True
    return False


@pytest.mark.parametrize("alone", [False, True])
def test_others_are_let_in_or_kept_out(tmp_path: Path, alone: bool) -> None:
    with turn(alone=alone, place=tmp_path):
        assert is_free(tmp_path, fcntl.LOCK_SH) is not alone
        assert not is_free(tmp_path, fcntl.LOCK_EX)
    assert is_free(tmp_path, fcntl.LOCK_EX)


def test_who_waits_to_be_alone_is_the_next(tmp_path: Path) -> None:
    entered: list[str] = []
    here = Event()

    def alone() -> None:
        here.set()
        with turn(alone=True, place=tmp_path):
            entered.append("alone")

    waiting = Thread(target=alone)
    with turn(alone=False, place=tmp_path):
        waiting.start()
        assert here.wait(PATIENCE)
        assert entered == []
    waiting.join(PATIENCE)
    assert entered == ["alone"]


def test_this_very_test_keeps_other_runs_from_being_alone() -> None:
    assert not is_free(PLACE, fcntl.LOCK_EX)


@pytest.mark.alone
def test_this_very_test_is_alone() -> None:
    assert not is_free(PLACE, fcntl.LOCK_SH)
