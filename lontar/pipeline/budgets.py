"""What a page weighs on its way to a phone, against what site_config.yaml allows its kind.

HTML, CSS and JavaScript count as gzip sends them, fonts and pictures as they are; of pictures, those of the
first view, in the size that a phone 360 pixels wide with two dots a pixel takes. 1 kB is 1,000 bytes.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from lontar.errors import Place, Problem, problem
from lontar.load.config import base_path
from lontar.model.config import Budget, Config
from lontar.model.urls import output_path
from lontar.pages.planned import Page

KINDS = ("html", "css", "js", "fonts", "images")
EVERY = "semua"
"""The kind of page whose budget is that of all pages without one of their own."""
_PHONE = 720
_KB = 1000
_REFERENCES = {
    "css": re.compile(rb'<link rel="stylesheet" href="([^"]+)"'),
    "js": re.compile(rb'<script[^>]* src="([^"]+)"'),
    "fonts": re.compile(rb'<link rel="preload" href="([^"]+)" as="font"'),
}
_PICTURE = re.compile(rb"<picture[^>]*>(?:(?!</picture>).)*?fetchpriority=.high.", re.DOTALL)
_CANDIDATES = re.compile(rb'srcset="([^"]+)"')
_NAMED = 3


class Part(NamedTuple):
    """`size` in bytes, as it is sent."""

    kind: str
    name: str
    size: int


def find_heavy(
    pages: Iterable[Page],
    config: Config,
    file_of: Callable[[str], Path],
) -> Iterator[tuple[str, Problem]]:
    """Pages heavier than their kind may be, each with its output path. `file_of` gives the file of an output
    path."""
    budgets, base = dict(config.budgets), base_path(config.site.url)

    @cache
    def size_of(url: str, packed: bool) -> int:
        path = file_of(output_path(url.removeprefix(base)))
        try:
            return _gzipped(path.read_bytes()) if packed else path.stat().st_size
        except OSError:
            return 0

    for page in pages:
        kind = PurePosixPath(page.template).stem
        budget = budgets.get(kind, budgets.get(EVERY))
        if budget is None or not page.template.endswith(".html"):
            continue
        try:
            html = file_of(page.path).read_bytes()
        except OSError:
            continue
        if (heavy := _judge(page, kind, budget, html, size_of)) is not None:
            yield page.path, heavy


def _judge(
    page: Page, kind: str, budget: Budget, html: bytes, size_of: Callable[[str, bool], int]
) -> Problem | None:
    """The first kind of part that is too heavy; with the biggest parts of the page named."""
    parts = [Part("html", page.url, len(html) if len(html) <= budget.html * _KB else _gzipped(html))]
    for name, pattern in _REFERENCES.items():
        for found in dict.fromkeys(pattern.findall(html)):
            url = found.decode()
            parts.append(Part(name, url, size_of(url, name != "fonts")))
    parts += [Part("images", url, size_of(url, False)) for url in first_view(html)]
    for name in KINDS:
        limit = getattr(budget, name)
        weight = sum(part.size for part in parts if part.kind == name)
        if limit and weight > limit * _KB:
            values = {
                "url": page.url,
                "kind": kind,
                "found": _kb(weight),
                "limit": limit,
                "parts": _told(parts),
            }
            place = Place(page.source or f"templates/{page.template}", page.line)
            return problem(place, "budget", part=f"@budget-{name}", **values)
    return None


def _told(parts: Iterable[Part]) -> str:
    """The biggest of the parts, by name."""
    biggest = sorted(parts, key=lambda part: (-part.size, part.name))[:_NAMED]
    return ", ".join(f"{PurePosixPath(part.name).name or 'HTML'} {_kb(part.size)} kB" for part in biggest)


def first_view(html: bytes) -> list[str]:
    """The picture a page loads first, as a phone takes it: from the first format that is offered, the
    smallest that is wide enough."""
    found = _PICTURE.search(html)
    offered = _CANDIDATES.search(found.group()) if found else None
    if offered is None:
        return []
    widths = [one.split() for one in offered.group(1).decode().split(",")]
    sized = sorted((int(width.removesuffix("w")), url) for url, width in widths)
    return [next((url for width, url in sized if width >= _PHONE), sized[-1][1])]


def _gzipped(data: bytes) -> int:
    return len(zlib.compress(data, 6, 31))


def _kb(size: int) -> str:
    return f"{size / _KB:.1f}"
