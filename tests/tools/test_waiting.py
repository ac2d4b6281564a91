"""Waiting ends when it is reached, and only then."""

from __future__ import annotations

import pytest

from tests.tools import waiting


def test_it_waits_for_what_another_does() -> None:
    left = [False, False, True]
    waiting.until(lambda: left.pop(0), "the third time")
    assert left == []


def test_what_never_comes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PATIENCE", 0.01)
    with pytest.raises(AssertionError, match="not reached: never"):
        waiting.until(lambda: False, "never")
