"""Related records: near, few, never oneself, and found in time that does not grow with the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from hypothesis import given
from hypothesis import strategies as st

from lontar.site.related import find_related

GROUPS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=4, unique=True), max_size=15)


@given(GROUPS, st.integers(1, 5))
def test_they_are_others_of_a_shared_group_and_told_once(groups: list[list[str]], count: int) -> None:
    found = find_related(range(len(groups)), groups, count)
    assert len(found) == len(groups)
    for index, others in enumerate(found):
        assert index not in others
        assert len(set(others)) == len(others) <= count
        for other in others:
            assert set(groups[index]) & set(groups[other])


@given(GROUPS, st.integers(1, 3))
def test_as_many_as_there_are(groups: list[list[str]], count: int) -> None:
    """Within one group, the nearest `count` to either side are looked at: enough, where there are enough."""
    found = find_related(range(len(groups)), groups, count)
    for index, others in enumerate(found):
        mates = {
            other
            for other in range(len(groups))
            if other != index and set(groups[other]) & set(groups[index])
        }
        assert len(others) == min(count, len(mates))


def test_the_rarest_group_comes_first() -> None:
    groups = [["all", "rare"], ["all"], ["all"], ["all", "rare"]]
    assert find_related("wxyz", groups, 2)[0] == ("z", "x")


def test_the_nearest_comes_first() -> None:
    assert find_related(range(7), [["a"]] * 7, 4)[3] == (4, 2, 5, 1)
    assert find_related(range(7), [["a"]] * 7, 3)[0] == (1, 2, 3)


def test_alone_there_is_nothing_related() -> None:
    assert find_related("ab", [["x"], []], 3) == [(), ()]
    assert find_related((), (), 3) == []


def test_a_new_record_changes_its_neighbours_only() -> None:
    before = find_related([f"r{n}" for n in range(100)], [["a"]] * 100, 4)
    after = find_related(["new", *[f"r{n}" for n in range(100)]], [["a"]] * 101, 4)[1:]
    assert sum(one != other for one, other in zip(before, after, strict=True)) <= 4


class Counting(Sequence[int]):
    """A range that counts how often it is looked into."""

    def __init__(self, length: int) -> None:
        self.length = length
        self.looks = 0

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        self.looks += 1
        return range(self.length)[index]

    def __iter__(self) -> Iterator[int]:
        raise AssertionError("all records are looked at")


def test_looks_grow_with_the_records_and_no_faster() -> None:
    for length in (200, 2000):
        records = Counting(length)
        find_related(records, [["a", f"b{n % 7}"] for n in range(length)], 4)
        assert records.looks == 4 * length


def test_a_group_named_twice_counts_once() -> None:
    assert find_related("ab", [["x", "x"], ["x", "x"]], 3) == [("b",), ("a",)]
