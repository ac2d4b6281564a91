"""Markdown text to HTML pieces and embeds: pure, sanitised, within a time budget.

The dialect is Python-Markdown with tables, footnotes, attribute lists and definition lists, and the
block syntax of `lontar.load.embeds`. The HTML is cut at every picture and embed (see model/body.py).
Nothing Markdown lets through is trusted: nh3 keeps the listed elements and attributes only.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import nh3

from lontar.load.alarm import within
from lontar.load.embeds import Found
from lontar.load.finish import finish
from lontar.model.body import Pieces

if TYPE_CHECKING:
    from lontar.load.dialect import Dialect

SECONDS = 3.0
"""Time one text may take; the slowest honest article seen takes a hundredth of it."""

_TAGS = {
    *("p", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "div", "details", "summary"),
    *("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption"),
    *("table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption"),
    *("a", "strong", "em", "b", "i", "u", "s", "code", "br", "sup", "sub", "span", "abbr", "del", "ins"),
    *("mark", "kbd", "small", "cite", "q"),
}
_ATTRIBUTES = {
    "*": {"id", "class"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "q": {"cite"},
    "div": {"role"},
    "sup": {"id"},
}
SCHEMES = {"http", "https", "mailto", "tel", "geo"}


class Converted(NamedTuple):
    """`found` are the embeds between the pieces, `links` all that stood in href attributes."""

    pieces: Pieces
    found: tuple[Found, ...]
    anchors: tuple[str, ...]
    links: tuple[str, ...]
    summary: str
    words: int


def convert(
    text: str, lang: str = "id", resolve: Callable[[str], str] = str, seconds: float = SECONDS
) -> Converted:
    """Convert one text; `resolve` turns each link as written into the one to publish.

    TooSlow when the budget is spent, RecursionError when it nests too deeply; faults of the parser on
    hopeless text (AssertionError, IndexError, ValueError) are the caller's to report, too.
    """
    dialect = _dialect(lang, threading.get_ident())
    try:
        clean = within(seconds, lambda: _sanitised(dialect.convert(text)))
    except BaseException:
        _dialect.cache_clear()  # what was broken off in the middle must not meet the next text
        raise
    done = finish(clean, resolve)
    return Converted(
        done.pieces,
        tuple(dialect.found[number] for number in done.marks),
        done.anchors,
        tuple(dict.fromkeys((*dialect.links, *done.links))),
        done.summary,
        done.words,
    )


@cache
def _sanitiser() -> nh3.Cleaner:
    """One a process: setting it up takes as long as a text."""
    return nh3.Cleaner(
        tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, strip_comments=True
    )


def _sanitised(rough: str) -> str:
    return _sanitiser().clean(rough)


@lru_cache(maxsize=16)
def _dialect(lang: str, _thread: int) -> Dialect:
    """One a thread: the library's parser keeps the state of the text it reads."""
    from lontar.load.dialect import Dialect

    return Dialect(lang)
