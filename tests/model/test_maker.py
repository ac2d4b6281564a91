"""A record is complete at birth and never changes."""

from __future__ import annotations

import pytest

from tests.building import maker, maker_of


def test_it_cannot_be_changed() -> None:
    found = maker_of(maker())
    with pytest.raises(AttributeError):
        found.slug = "lain"  # type: ignore[misc]


def test_equal_files_make_equal_records() -> None:
    assert maker_of(maker()) == maker_of(maker())
    hash(maker_of(maker()))
