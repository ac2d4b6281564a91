"""A record is complete at birth and never changes."""

from __future__ import annotations

import pytest

from tests.building import article, article_of


def test_it_cannot_be_changed() -> None:
    found = article_of(article())
    with pytest.raises(AttributeError):
        found.slug = "lain"  # type: ignore[misc]


def test_equal_files_make_equal_records() -> None:
    assert article_of(article()) == article_of(article())
    hash(article_of(article()))
