"""Names, order and life of releases."""

from __future__ import annotations

import datetime as dt

from lontar.publish.release import carried, earlier, is_name, name_of, outdated, sources_of
from tests.publish.conftest import NEW_STYLE, NOW, PHOTO, STYLE

A, B, C, D = (f"2026112{day}T000000Z-00000000" for day in range(4))


def test_a_name_tells_time_and_content() -> None:
    wib = dt.timezone(dt.timedelta(hours=7))
    name = name_of({"a": "1"}, NOW.astimezone(wib), ())
    assert is_name(name)
    assert name.startswith("20261124T091500Z-")
    assert name != name_of({"a": "2"}, NOW, ())


def test_a_new_name_sorts_last_even_when_a_clock_was_set_back() -> None:
    later = name_of({}, NOW + dt.timedelta(days=2), ())
    assert name_of({}, NOW, [later]) > later
    within = name_of({}, NOW, [name_of({}, NOW, ())])
    assert within.startswith("20261124T091501Z-")


def test_other_names_are_no_releases() -> None:
    assert not any(map(is_name, ["", "..", ".incoming-x", f"{A}/x", f"{A}\n", "20261124", f"x{A}"]))


def test_three_are_kept() -> None:
    assert outdated([A, B, C, D], C, D) == [A]
    assert outdated([A, B], A, B) == []


def test_what_was_rolled_back_is_not_kept() -> None:
    assert outdated([A, B, C, D], B, D) == [C]


def test_without_a_current_release_the_newest_are_kept() -> None:
    assert outdated([A, B, C, D], "", D) == [A, B]


def test_the_way_back_leads_to_the_one_before() -> None:
    assert earlier([A, B, C], B) == A
    assert earlier([B, C], B) is None
    assert earlier([], "") is None


def test_files_are_shared_with_what_will_be_kept() -> None:
    assert sources_of([A, B, C, D], C) == [C, B]
    assert sources_of([A], "") == []


def test_only_files_named_by_their_content_stay_a_while() -> None:
    older = {"index.html": "1", STYLE: "1", PHOTO: "1"}
    newer = {"index.html": "2", NEW_STYLE: "1", PHOTO: "1"}
    assert carried({"index.html": "3"}, [newer, older]) == [sorted([NEW_STYLE, PHOTO]), [STYLE]]
