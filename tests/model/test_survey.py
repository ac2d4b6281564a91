"""A tally counts all its answers."""

from __future__ import annotations

from lontar.model.survey import Tally


def test_the_total_is_the_sum() -> None:
    assert Tally((("puas", 3), ("tidak", 2)), "2025-12-01").total == 5
    assert Tally((), "2025-12-01").total == 0
