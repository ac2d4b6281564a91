"""Listings are cut so that every entry is on exactly one page."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.pages.pagination import cut_pages, pager_view
from tests.building import site_of


@given(st.integers(0, 120), st.integers(1, 30))
def test_every_entry_is_on_one_page(count: int, size: int) -> None:
    entries = list(range(count))
    pages = list(cut_pages(entries, size))
    assert [entry for _, _, part in pages for entry in part] == entries
    assert [number for number, _, _ in pages] == list(range(1, len(pages) + 1))
    assert {total for _, total, _ in pages} == {len(pages)}
    assert all(0 < len(part) <= size for _, _, part in pages) or count == 0


def test_nothing_is_one_empty_page() -> None:
    assert list(cut_pages([], 5)) == [(1, 1, [])]


def pager(number: int, total: int) -> Any:
    return pager_view(site_of({}).frame, "/berita/", number, total)


def test_one_page_needs_no_pager() -> None:
    assert pager(1, 1) is None


@pytest.mark.parametrize(
    ("number", "total", "labels"),
    [
        (1, 2, "[1] 2"),
        (1, 9, "[1] 2 … 8 9"),
        (5, 9, "1 2 … 4 [5] 6 … 8 9"),
        (9, 9, "1 2 … 8 [9]"),
        (3, 4, "1 2 [3] 4"),
    ],
)
def test_first_last_and_neighbours_are_shown(number: int, total: int, labels: str) -> None:
    pages = pager(number, total)["pages"]
    assert " ".join(f"[{one['label']}]" if one["current"] else one["label"] for one in pages) == labels


def test_pages_lead_to_their_urls() -> None:
    found = pager(2, 3)
    assert (found["prev_url"], found["next_url"]) == ("/berita/", "/berita/halaman/3/")
    assert [one["url"] for one in found["pages"]] == ["/berita/", "/berita/halaman/2/", "/berita/halaman/3/"]
    assert (pager(1, 3)["prev_url"], pager(3, 3)["next_url"]) == ("", "")
    assert [one["url"] for one in pager(1, 9)["pages"] if one["gap"]] == [None]


@given(st.integers(2, 60), st.data())
def test_pagers_are_in_order_with_gaps_where_pages_miss(total: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, total))
    pages = pager(number, total)["pages"]
    shown = [int(one["label"]) for one in pages if not one["gap"]]
    assert shown == sorted(set(shown))
    assert {1, number, total} <= set(shown)
    last = 0
    for one in pages:
        if one["gap"]:
            last += 1
            continue
        assert int(one["label"]) > last
        last = int(one["label"])
