"""What in a text stands in the way of those who jump from link to link (WCAG 2.2, 2.4.4).

The order of headings needs no look: the dialect puts sections in order whatever their marks are.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence

from lontar.errors import Place, Problem, problem

_LINK = re.compile(r"<a [^>]*>((?:(?!</a>).)*)</a>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_VAGUE = frozenset(
    (
        *("di sini", "disini", "klik di sini", "klik disini", "klik", "sini", "tautan", "tautan ini", "link"),
        *("link ini", "baca", "selengkapnya", "baca selengkapnya", "lihat", "lihat di sini"),
        *("here", "click here", "click", "this", "this link", "read more", "more", "see here"),
    )
)


def find_vague_links(pieces: Sequence[str], place: Callable[[str], Place]) -> Iterator[Problem]:
    """Links whose words say nothing of where they lead. `place` tells where words stand in the source."""
    for piece in pieces:
        if "<a " in piece:
            for found in _LINK.finditer(piece):
                words = _words(found.group(1))
                if words.casefold().rstrip(" .…»>→") in _VAGUE:
                    yield problem(place(words), "link-vague", found=words)


def _words(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
