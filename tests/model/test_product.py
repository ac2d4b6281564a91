"""A record is complete at birth and never changes."""

from __future__ import annotations

import pytest

from tests.building import product, product_of


def test_it_cannot_be_changed() -> None:
    found = product_of(product())
    with pytest.raises(AttributeError):
        found.slug = "lain"  # type: ignore[misc]


def test_equal_files_make_equal_records() -> None:
    assert product_of(product()) == product_of(product())
    hash(product_of(product()))
