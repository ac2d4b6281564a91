"""When a site changes by itself."""

from __future__ import annotations

import datetime as dt

import pytest

from lontar.errors import ContentErrors
from lontar.pipeline.upcoming import upcoming
from tests.pipeline.conftest import TODAY, Place


def asked(place: Place, drafts: bool = False) -> str:
    moment = upcoming(place.root, place.request.cache, TODAY, drafts, lambda *_: None)
    return moment.isoformat() if moment else ""


def test_it_is_the_moment_to_which_a_build_stays_good(place: Place) -> None:
    place.article(1, publish_at="2027-02-01 06:00", date="2026-11-01")
    assert asked(place) == "2027-02-01T06:00:00+07:00"
    place.build()
    assert asked(place) == "2027-02-01T06:00:00+07:00"
    assert place.build(today=dt.date(2027, 1, 31)).written == 0
    assert place.build(today=dt.date(2027, 2, 1)).written > 0


def test_no_change_is_to_come(place: Place) -> None:
    assert asked(place) == ""


def test_unreadable_files_are_told(place: Place) -> None:
    place.article(1, date="besok")
    with pytest.raises(ContentErrors):
        asked(place)
