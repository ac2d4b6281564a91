"""The spans that nearly all texts are made of, read at once: **strong**, *emphasis* and [text](/address/).

The library tries each pattern on the text in turn, puts a placeholder where it fits and looks for all
placeholders in the end. A text whose signs all belong to plain spans, none within another, comes out the same
when it is split at them; every other text is the library's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX, AtomicString

_SIGN = re.compile(r"[*_`\\\[<&]|  \n")
"""One of these begins every inline pattern of the dialect."""
_OTHERS = re.compile(rf"[_`\\<&{STX}{ETX}]|  \n|!\[|\[\^")
"""What begins another pattern than the three."""
_SPANS = re.compile(
    r"(?<!\*)\*\*(?!\s)([^*\[\]]+)(?<!\s)\*\*(?!\*)"
    r"|(?<!\*)\*(?!\s)([^*\[\]]+)(?<!\s)\*(?!\*)"
    r"|\[([^*\[\]]+)\]\(([^\s()<>'\"\\*]+)\)"
)
_LEFT = re.compile(r"[*\[\]]")

Spans = tuple[str, list[Element]]
"""What comes before the first span, and the spans, each with what comes after it as its tail."""


def place_spans(block: Element) -> bool:
    """Put the spans of all texts of a block into it; False, and nothing done, when the library must."""
    found: list[tuple[Element, Spans]] = []
    for element in block.iter():
        text, tail = element.text, element.tail
        if tail and _SIGN.search(tail):
            return False
        if text and _SIGN.search(text) and not isinstance(text, AtomicString):
            read = read_spans(text)
            if read is None:
                return False
            found.append((element, read))
    for element, (before, spans) in found:
        element.text = before or None
        element[:0] = spans
    return True


def read_spans(text: str) -> Spans | None:
    """None when the text holds anything but plain spans."""
    if _OTHERS.search(text):
        return None
    parts = _SPANS.split(text)
    if any(_LEFT.search(plain) for plain in parts[0::5]):
        return None
    return parts[0], list(_elements(parts))


def _elements(parts: list[str]) -> Iterable[Element]:
    for at in range(1, len(parts), 5):
        strong, emphasis, words, address, after = parts[at : at + 5]
        if strong:
            element = Element("strong")
            element.text = strong
        elif emphasis:
            element = Element("em")
            element.text = emphasis
        else:
            element = Element("a", {"href": address})
            element.text = words
        element.tail = after or None
        yield element
