"""Markdown text to HTML pieces and embeds: pure, sanitised, within a time budget.

The dialect is Python-Markdown with tables, footnotes, attribute lists and definition lists, and the
block syntax of `lontar.load.embeds`. The HTML is cut at every picture and embed (see model/body.py).
Nothing Markdown lets through is trusted: nh3 keeps the listed elements and attributes only.
"""

from __future__ import annotations

import gc
import html
import re
import signal
import threading
import weakref
from collections.abc import Callable
from functools import cache, lru_cache
from types import FrameType
from typing import TYPE_CHECKING, NamedTuple

import nh3

from lontar.load.embeds import MARK, Found
from lontar.model.body import Pieces

if TYPE_CHECKING:
    from lontar.load.dialect import Dialect

SECONDS = 3.0
"""Time one text may take; the slowest honest article seen takes a hundredth of it."""
_AGAIN = 0.05

_TAGS = {
    *("p", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "div", "details", "summary"),
    *("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption"),
    *("table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption"),
    *(
        "a",
        "strong",
        "em",
        "b",
        "i",
        "u",
        "s",
        "code",
        "br",
        "sup",
        "sub",
        "span",
        "abbr",
        "del",
        "ins",
        "mark",
    ),
    *("kbd", "small", "cite", "q"),
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

_CUT = re.compile(f"{MARK}(\\d+);(?:</p>)?")
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r' id="([^"]*)"')
_INLINE_TAG = re.compile(
    r"</?(?:a|strong|em|b|i|u|s|code|sup|sub|span|abbr|del|ins|mark|kbd|small|cite|q)\b[^>]*>"
)
_SPLIT = re.compile(r"(<[^>]*>)")
_CODE_STARTS, _CODE_ENDS = ("<code", "<pre", "<kbd"), ("</code", "</pre", "</kbd")
_HREF = re.compile(r' href="([^"]*)"')
_PARAGRAPH = re.compile(r"<p[^>]*>(.*?)</p>", re.DOTALL)
_QUOTES = re.compile(r"\"|'|\.\.\.|(?<=\s)--(?=\s)")
_SUMMARY_LENGTH = 160


class TooSlow(Exception):
    """The text took longer than its budget."""


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
        clean = _within(seconds, lambda: _sanitised(dialect.convert(text)))
    except BaseException:
        _dialect.cache_clear()  # what was broken off in the middle must not meet the next text
        raise
    seen = dict.fromkeys(dialect.links)

    def rewrite(match: re.Match[str]) -> str:
        written = html.unescape(match.group(1))
        seen.setdefault(written)
        return f' href="{html.escape(resolve(written))}"'

    parts = _CUT.split(curl_quotes(_HREF.sub(rewrite, clean)))
    pieces = tuple(part.removesuffix("<p>").strip("\n") for part in parts[0::2])  # a mark ends its paragraph
    found = tuple(dialect.found[int(number)] for number in parts[1::2])
    anchors = tuple(html.unescape(anchor) for anchor in _ID.findall(clean))
    words = len(_plain(" ".join(pieces)).split())
    return Converted(pieces, found, anchors, tuple(seen), _summary(pieces), words)


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


def plain_text(markup: str) -> str:
    """HTML without its tags and entities, white space folded."""
    return " ".join(_plain(markup).split())


def _plain(markup: str) -> str:
    return html.unescape(_TAG.sub(" ", _INLINE_TAG.sub("", markup)))


def _summary(pieces: Pieces) -> str:
    """The first paragraph with words in it, at most 160 characters, cut between words."""
    for match in _PARAGRAPH.finditer(" ".join(pieces)):
        text = re.sub(r"\s+([.,;:!?])", r"\1", plain_text(re.sub(r"<sup.*?</sup>", "", match.group(1))))
        if text:
            return shorten(text)
    return ""


def shorten(text: str, limit: int = _SUMMARY_LENGTH) -> str:
    """At most `limit` characters, cut between words and closed with "…"."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.–—-") + "…"


def curl_quotes(markup: str) -> str:
    """Straight quotes, three dots and a double hyphen between spaces as printers set them; not in code."""
    if '"' not in markup and "'" not in markup and "..." not in markup and "--" not in markup:
        return markup
    parts = _SPLIT.split(markup)
    code = 0
    for number, part in enumerate(parts):
        if number % 2 == 0:
            if part and not code and ('"' in part or "'" in part or "..." in part or "--" in part):
                parts[number] = _curl(part)
        elif part.startswith(_CODE_STARTS):
            code += 1
        elif part.startswith(_CODE_ENDS):
            code -= 1
    return "".join(parts)


def _curl(text: str) -> str:
    return _QUOTES.sub(_curled, text)


def _curled(match: re.Match[str]) -> str:
    sign = match.group()
    if sign == "...":
        return "…"
    if sign == "--":
        return "–"
    text, start, end = match.string, match.start(), match.end()
    opens = (start == 0 or text[start - 1] in " \n\t([{“‘—–/") and end < len(text) and not text[end].isspace()
    if sign == '"':
        return "“" if opens else "”"
    return "‘" if opens else "’"


def _within(seconds: float, work: Callable[[], str]) -> str:
    """What `work` returns; TooSlow after `seconds`. Signals reach the main thread only; every build converts
    there, in its own process or in a worker's.

    Python drops an exception that is raised in a callback of its garbage collector, and a library may
    swallow one: the alarm goes off again and again until `work` has ended.
    In such a callback, or one of a weak reference, none is raised, for Python would report it as lost.
    """
    if threading.current_thread() is not threading.main_thread():
        return work()
    ended = False

    def stop(_signal: int, frame: FrameType | None) -> None:
        if not ended and not _is_deaf(frame):
            raise TooSlow

    before = signal.signal(signal.SIGALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        return work()
    finally:
        ended = True  # first of all: the next alarm may be on its way
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _is_deaf(frame: FrameType | None) -> bool:
    """Whether a callback is running of the garbage collector, or of a weak reference whose object is gone."""
    callbacks = {getattr(callback, "__code__", None) for callback in gc.callbacks}
    while frame is not None and frame.f_code is not _within.__code__:
        if frame.f_code in callbacks or _is_told_of_an_end(frame):
            return True
        frame = frame.f_back
    return False


def _is_told_of_an_end(frame: FrameType) -> bool:
    """Callbacks of weak references are given the dead reference, after `self` where they are methods."""
    names = frame.f_code.co_varnames[: min(frame.f_code.co_argcount, 2)]
    given = [frame.f_locals.get(name) for name in names]
    return any(isinstance(one, weakref.ref) and one() is None for one in given)
