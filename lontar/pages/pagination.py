"""Listings cut into numbered pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from lontar.model.urls import numbered
from lontar.pages.frame import Frame

T = TypeVar("T")


def cut_pages(entries: Sequence[T], size: int) -> Iterator[tuple[int, int, Sequence[T]]]:
    """Number (from 1), count of pages, and entries of each page; one empty page when there is nothing."""
    total = max(1, -(-len(entries) // size))
    for number in range(1, total + 1):
        yield number, total, entries[(number - 1) * size : number * size]


def pager_view(frame: Frame, base: str, number: int, total: int) -> dict[str, Any] | None:
    """The *pager* of docs/templates.md: the first, the last and the pages around this one."""
    if total == 1:
        return None
    shown = sorted({1, 2, total - 1, total, *range(number - 1, number + 2)} & set(range(1, total + 1)))
    pages: list[dict[str, Any]] = []
    last = 0
    for page in shown:
        if page != last + 1:
            pages.append({"label": "…", "url": None, "current": False, "gap": True})
        url = frame.href(numbered(base, page))
        pages.append({"label": str(page), "url": url, "current": page == number, "gap": False})
        last = page
    return {
        "number": number,
        "total": total,
        "prev_url": frame.href(numbered(base, number - 1)) if number > 1 else "",
        "next_url": frame.href(numbered(base, number + 1)) if number < total else "",
        "pages": pages,
    }
