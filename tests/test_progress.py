"""A bar on a terminal after a second; nothing in pipes."""

from __future__ import annotations

import io
import sys

import pytest

from lontar import progress
from lontar.messages import cli_texts
from lontar.progress import Bar

TEXTS = cli_texts("id")


class Terminal(io.StringIO):
    """Where a terminal would be."""

    def isatty(self) -> bool:
        return True


class Clock:
    """Time that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(progress, "time", made)
    return made


def stand_in(monkeypatch: pytest.MonkeyPatch, file: io.StringIO) -> io.StringIO:
    """Let `file` be where errors are written (to be called in the test: pytest sets its own before)."""
    monkeypatch.setattr(sys, "stderr", file)
    monkeypatch.setenv("TERM", "xterm")
    return file


def run(bar: Bar, clock: Clock, steps: int, seconds: float) -> None:
    for step in range(steps):
        clock.now += seconds
        bar("pages", step + 1, steps)
    bar.close()


def test_in_a_pipe_it_is_silent(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = stand_in(monkeypatch, io.StringIO())
    run(Bar(TEXTS), clock, 5, 10)
    assert pipe.getvalue() == ""


def test_quick_work_shows_nothing(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = stand_in(monkeypatch, Terminal())
    run(Bar(TEXTS), clock, 9, 0.1)
    assert terminal.getvalue() == ""


def test_slow_work_is_shown(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = stand_in(monkeypatch, Terminal())
    run(Bar(TEXTS), clock, 5, 1)
    assert TEXTS["pages"] in terminal.getvalue()


def test_it_can_be_silenced(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = stand_in(monkeypatch, Terminal())
    run(Bar(TEXTS, enabled=False), clock, 5, 10)
    assert terminal.getvalue() == ""


def test_closing_twice_does_no_harm(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, Terminal())
    bar = Bar(TEXTS)
    run(bar, clock, 3, 1)
    bar.close()


def test_every_stage_has_its_words() -> None:
    for lang in ("id", "en"):
        assert {"photos", "texts", "renditions", "pages", "write"} <= set(cli_texts(lang))
