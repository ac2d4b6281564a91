"""An element tree as HTML, as markdown.serializers writes it, in half the time.

The library's writer minds qualified names, comments and processing instructions, which Markdown never makes;
where it meets one, the library's is used.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown.serializers import (  # type: ignore[attr-defined]
    BOOLEAN_ATTRIBUTES,
    HTML_EMPTY,
    RE_AMP,
    to_html_string,
)

_BOOLEAN = BOOLEAN_ATTRIBUTES["html"]
_RAW = frozenset(("script", "style"))


def to_html(root: Element) -> str:
    parts: list[str] = []
    try:
        _write(root, parts.append)
    except TypeError:
        return to_html_string(root)
    return "".join(parts)


def _write(element: Element, write: Callable[[str], None]) -> None:
    tag, text, tail = element.tag, element.text, element.tail
    begin, end, is_raw = _written(tag)
    write(f"<{tag}{_attributes(element)}>" if element.attrib else begin)
    if text:
        write(text if is_raw else _escape(text))
    for child in element:
        _write(child, write)
    write(end)
    if tail:
        write(_escape(tail))


@cache
def _written(tag: object) -> tuple[str, str, bool]:
    """How an element without attributes begins and how it ends, and whether its text stands as it is. Tags
    are Markdown's own, so there are few."""
    if not isinstance(tag, str):
        raise TypeError
    name = tag.lower()
    return f"<{tag}>", "" if name in HTML_EMPTY else f"</{tag}>", name in _RAW


def _attributes(element: Element) -> str:
    parts: list[str] = []
    pairs: list[tuple[Any, Any]] = sorted(element.items())
    for name, value in pairs:
        if not isinstance(name, str) or not (value is None or isinstance(value, str)):
            raise TypeError
        if value is None:
            parts.append(f" {name}")
            continue
        told = _escape(value)
        if '"' in told:
            told = told.replace('"', "&quot;")
        parts.append(f" {told}" if name == told and name in _BOOLEAN else f' {name}="{told}"')
    return "".join(parts)


def _escape(text: str) -> str:
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text
