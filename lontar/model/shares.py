"""Percentages of a tally that always add up to 100."""

from __future__ import annotations

from collections.abc import Sequence


def percentages(counts: Sequence[int]) -> tuple[int, ...]:
    """Whole percents by the largest remainder (Hamilton's method); ties go to the earlier choice.

    Their sum is 100, or all are 0 when nothing was counted. Counts must not be negative.
    """
    total = sum(counts)
    if total == 0:
        return tuple(0 for _ in counts)
    floors = [count * 100 // total for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda i: (-(counts[i] * 100 % total), i))
    for i in by_remainder[: 100 - sum(floors)]:
        floors[i] += 1
    return tuple(floors)
