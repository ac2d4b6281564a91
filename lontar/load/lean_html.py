"""An element tree as HTML, as markdown.serializers writes it, in half the time.

The library's writer minds qualified names, comments and processing instructions, which Markdown never makes;
where it meets one, the library's is used.
"""

from __future__ import annotations

from collections.abc import Callable
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
    tag = element.tag
    if not isinstance(tag, str):
        raise TypeError
    name = tag.lower()
    text, tail = element.text, element.tail
    write(f"<{tag}{_attributes(element)}>" if element.attrib else f"<{tag}>")
    if text:
        write(text if name in _RAW else _escape(text))
    for child in element:
        _write(child, write)
    if name not in HTML_EMPTY:
        write(f"</{tag}>")
    if tail:
        write(_escape(tail))


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
