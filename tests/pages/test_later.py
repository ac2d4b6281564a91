"""Lists that are made when they are shown."""

from __future__ import annotations

from lontar.pages.later import Later


def test_nothing_is_made_before_it_is_asked_for_and_nothing_twice() -> None:
    asked: list[str] = []

    def make() -> list[str]:
        asked.append("asked")
        return ["a", "b", "c"]

    later = Later(make)
    assert asked == []
    assert (list(later), len(later), later[0], later[1:], "b" in later) == (
        *(["a", "b", "c"], 3, "a", ["b", "c"], True),
    )
    assert asked == ["asked"]


def test_one_without_entries_is_no_more_than_an_empty_list() -> None:
    assert not Later(list[str])
