"""Percentages that always add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.model.shares import percentages


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ((), ()),
        ((0, 0), (0, 0)),
        ((5,), (100,)),
        ((1, 1, 1), (34, 33, 33)),
        ((1, 0, 0, 0), (100, 0, 0, 0)),
        ((2, 1), (67, 33)),
        ((1, 1, 1, 1, 1, 1), (17, 17, 17, 17, 16, 16)),
        ((999, 1), (100, 0)),
        ((0, 3, 0, 1), (0, 75, 0, 25)),
    ],
)
def test_known_tallies(counts: tuple[int, ...], shares: tuple[int, ...]) -> None:
    assert percentages(counts) == shares


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=8))
def test_they_add_up_in_order_by_the_largest_remainder(counts: list[int]) -> None:
    shares = percentages(counts)
    total = sum(counts)
    assert len(shares) == len(counts)
    if total == 0:
        assert set(shares) == {0}
        return
    assert sum(shares) == 100
    for count, share in zip(counts, shares, strict=True):
        assert share in (count * 100 // total, count * 100 // total + 1)
        assert count or share == 0
    for (a, x), (b, y) in zip(
        sorted(zip(counts, shares, strict=True)), sorted(zip(counts, shares, strict=True))[1:], strict=False
    ):
        assert x <= y or a == b
    raised = [
        count * 100 % total
        for count, share in zip(counts, shares, strict=True)
        if share > count * 100 // total
    ]
    left = [
        count * 100 % total
        for count, share in zip(counts, shares, strict=True)
        if share == count * 100 // total
    ]
    assert not raised or not left or min(raised) >= max(left)


@given(st.lists(st.integers(0, 100), min_size=2, max_size=6))
def test_of_equal_counts_the_earlier_is_not_less(counts: list[int]) -> None:
    shares = percentages(counts)
    for i, count in enumerate(counts):
        for j in range(i + 1, len(counts)):
            assert count != counts[j] or shares[i] >= shares[j]
