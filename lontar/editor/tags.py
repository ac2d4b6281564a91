"""Tags that are nearly the same: spelled in another case, or one letter apart.

Two words one insertion, deletion, exchange or swap of neighbours apart share a word when one letter is
taken out of each; so they meet in a table of such words, and no pair of far ones is ever compared. (The
idea is that of symmetric deletion, as in SymSpell.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lontar.model.urls import slugify

_SHORTEST = 4
"""Letters: shorter words one letter apart are mostly other words."""
_RARE = 2
"""Uses: a slip is made once or twice; "canting" and "anting", each used often, are two words."""


def near_tags(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Each tag that is a more common one in another spelling, or rare and nearly one; with that one. `counts`
    tells how often each is used; among equally common ones the first in the alphabet is kept."""
    order = sorted(counts, key=lambda tag: (-counts[tag], tag))
    by_slug: dict[str, str] = {}
    by_rest: dict[str, list[str]] = {}
    for tag in order:
        slug = slugify(tag)
        if slug in by_slug:
            yield tag, by_slug[slug]
            continue
        by_slug[slug] = tag
        if len(slug) < _SHORTEST:
            continue
        rests = _rests(slug)
        close = (other for rest in rests for other in by_rest.get(rest, ()) if _is_near(slug, other))
        if counts[tag] <= _RARE and (other := next(close, None)) is not None:
            yield tag, by_slug[other]
        for rest in rests:
            by_rest.setdefault(rest, []).append(slug)


def _rests(slug: str) -> tuple[str, ...]:
    """The word itself, and what is left of it without one of its letters."""
    return tuple(dict.fromkeys((slug, *(slug[:at] + slug[at + 1 :] for at in range(len(slug))))))


def _is_near(one: str, other: str) -> bool:
    """One edit apart, no digit among what differs: "pameran-2025" is not "pameran-2026"."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    a, b = one[start : len(one) - end], other[start : len(other) - end]
    if any(sign.isdigit() for sign in a + b):
        return False
    return (len(a) <= 1 and len(b) <= 1) or (len(a) == len(b) == 2 and a == b[::-1])
