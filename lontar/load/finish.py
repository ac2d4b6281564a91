"""Clean HTML of a text to what a page shows of it, in one walk from tag to tag.

The input is nh3's output: every "<" begins a tag and every ">" ends one, attributes stand in double quotes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from lontar.load.embeds import MARK
from lontar.model.body import Pieces

_TAGS = re.compile(r"(<[^>]*>)")
_CUT = re.compile(f"{MARK}(\\d+);(?:</p>)?")
_ID = re.compile(r' id="([^"]*)"')
_HREF = re.compile(r' href="([^"]*)"')
_WITHIN_WORDS = frozenset(
    (
        *("a", "strong", "em", "b", "i", "u", "s", "code", "sup", "sub", "span", "abbr", "del", "ins"),
        *("mark", "kbd", "small", "cite", "q"),
    )
)
"""Elements that may begin and end in the middle of a word."""
_NAME = re.compile(r"</?([^\s>/]*)")
_CODE = ("<code", "<pre", "<kbd", "</code", "</pre", "</kbd")
_PARAGRAPH = re.compile(r"<p(?: [^>]*)?>")
_NOTE = re.compile(r"<sup.*?</sup>")
_LONE_SIGN = re.compile(r" ([.,;:!?])")
_EDGE = "\0"
"""Stands for a tag between two texts; the sanitiser lets none through."""
_BEFORE = rf" \n\t(\[{{“‘—–/{_EDGE}"
_OPENING_DOUBLE = re.compile(rf'"(?<![^{_BEFORE}]")(?=[^\s{_EDGE}])')
_OPENING_SINGLE = re.compile(rf"'(?<![^{_BEFORE}]')(?=[^\s{_EDGE}])")
"""Behind nothing or one of the signs before, and ahead of what is no space."""
_DASH = re.compile(r"(?<=\s)--(?=\s)")
_SUMMARY_LENGTH = 160


class Finished(NamedTuple):
    """`marks` are the numbers of the embeds between the pieces, `anchors` all ids, `links` all addresses as
    written."""

    pieces: Pieces
    marks: tuple[int, ...]
    anchors: tuple[str, ...]
    links: tuple[str, ...]
    summary: str
    words: int


def finish(clean: str, resolve: Callable[[str], str]) -> Finished:
    """Quotes are curled, links led through `resolve`, the text is cut at its marks."""
    parts = _TAGS.split(clean)
    anchors: list[str] = []
    links: list[str] = []

    def rewrite(match: re.Match[str]) -> str:
        written = html.unescape(match.group(1))
        links.append(written)
        return f' href="{html.escape(resolve(written))}"'

    for at in range(1, len(parts), 2):
        tag = parts[at]
        if ' id="' in tag:
            anchors += map(html.unescape, _ID.findall(tag))
        if ' href="' in tag:
            parts[at] = _HREF.sub(rewrite, tag)
    _curl_parts(parts, _has_code(clean))
    whole = "".join(parts)
    cut = _CUT.split(whole)
    pieces = tuple(part.removesuffix("<p>").strip("\n") for part in cut[0::2])  # a mark ends its paragraph
    marks = tuple(map(int, cut[1::2]))
    words = len(_CUT.sub(" ", _without_tags(parts)).split())
    return Finished(
        pieces,
        marks,
        tuple(anchors),
        tuple(dict.fromkeys(links)),
        _summary(_CUT.sub(_in_sentence, whole)),
        words,
    )


def plain_text(markup: str) -> str:
    """HTML without its tags and entities, white space folded."""
    return " ".join(_without_tags(_TAGS.split(markup)).split())


def _without_tags(parts: list[str]) -> str:
    """`parts` are texts and tags in turn."""
    bare = parts.copy()
    bare[1::2] = map(_room, parts[1::2])
    text = "".join(bare)
    return html.unescape(text) if "&" in text else text


@lru_cache(maxsize=256)
def _room(tag: str) -> str:
    """What stands between the words on both sides of a tag."""
    name = _NAME.match(tag)
    return "" if name is not None and name.group(1) in _WITHIN_WORDS else " "


def _in_sentence(mark: re.Match[str]) -> str:
    """What stands for an embed in a summary: nothing but the end of its paragraph, if that is there."""
    return "</p>" if mark.group().endswith("</p>") else " "


def _summary(markup: str) -> str:
    """The first paragraph with words in it, at most 160 characters, cut between words."""
    for match in _PARAGRAPH.finditer(markup):
        inside = markup[match.end() :].partition("</p>")[0]
        if "<sup" in inside:
            inside = _NOTE.sub("", inside)
        text = _LONE_SIGN.sub(r"\1", plain_text(inside))
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
    parts = _TAGS.split(markup)
    _curl_parts(parts, _has_code(markup))
    return "".join(parts)


def _has_code(markup: str) -> bool:
    return "<code" in markup or "<pre" in markup or "<kbd" in markup


def _curl_parts(parts: list[str], has_code: bool) -> None:
    """Texts and tags in turn; all texts at once, with a sign between them that no text has."""
    texts, tags = parts[0::2], parts[1::2]
    code = _in_code(tags) if has_code else frozenset()
    prose = [text for number, text in enumerate(texts) if number not in code] if code else texts
    curled = _curl(_EDGE.join(prose)).split(_EDGE)
    if not code:
        parts[0::2] = curled
        return
    rest = iter(curled)
    parts[0::2] = [text if number in code else next(rest) for number, text in enumerate(texts)]


def _in_code(tags: list[str]) -> frozenset[int]:
    """The numbers of the texts that stand in code; text n is the one before tag n."""
    found: list[int] = []
    depth = 0
    for number, tag in enumerate(tags, 1):
        if tag.startswith(_CODE):
            depth += -1 if tag[1] == "/" else 1
        if depth:
            found.append(number)
    return frozenset(found)


def _curl(text: str) -> str:
    if '"' in text:
        text = _OPENING_DOUBLE.sub("“", text).replace('"', "”")
    if "'" in text:
        text = _OPENING_SINGLE.sub("‘", text).replace("'", "’")
    if "..." in text:
        text = text.replace("...", "…")
    if "--" in text:
        text = _DASH.sub("–", text)
    return text
