"""A record is complete at birth and never changes."""

from __future__ import annotations

import pytest

from tests.building import page, page_of


def test_it_cannot_be_changed() -> None:
    found = page_of(page())
    with pytest.raises(AttributeError):
        found.slug = "lain"  # type: ignore[misc]


def test_equal_files_make_equal_records() -> None:
    assert page_of(page()) == page_of(page())
    hash(page_of(page()))
