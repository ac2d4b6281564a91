"""The spans that nearly all texts are made of, read at once: **strong**, *emphasis* and [text](/address/).

The library tries each pattern on the text in turn, puts a placeholder where it fits and looks for all
placeholders in the end. A text whose signs all belong to plain spans, none within another, comes out the same
when it is split at them; every other text is the library's.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX, AtomicString

_OTHERS = ("_", "`", "\\", "<", "&", STX, ETX, "  \n", "![", "[^")
"""What begins another inline pattern of the dialect than those of the three."""
_SPANS = re.compile(
    r"\*(?:\*(?<!\*\*\*)(?!\s)([^*\[\]]+)(?<!\s)\*\*(?!\*)"
    r"|(?<!\*\*)(?!\s)([^*\[\]]+)(?<!\s)\*(?!\*))"
    r"|\[([^*\[\]]+)\]\(([^\s()<>'\"\\*]+)\)"
)

Spans = tuple[str, list[Element]]
"""What comes before the first span, and the spans, each with what comes after it as its tail."""


def place_spans(block: Element) -> bool:
    """Put the spans of all texts of a block into it; False, and nothing done, when the library must."""
    whole = "".join(block.itertext()) if len(block) else block.text or ""
    if block.tail:
        whole += block.tail
    for sign in _OTHERS:
        if sign in whole:
            return False
    if "*" not in whole and "[" not in whole:
        return True
    found: list[tuple[Element, Spans]] = []
    for element in block.iter():
        text, tail = element.text, element.tail
        if tail and ("*" in tail or "[" in tail):
            return False
        if text and ("*" in text or "[" in text) and not isinstance(text, AtomicString):
            read = _read_spans(text)
            if read is None:
                return False
            found.append((element, read))
    for element, (before, spans) in found:
        element.text = before or None
        element[:0] = spans
    return True


def _read_spans(text: str) -> Spans | None:
    """None when some of the signs belong to no plain span."""
    parts = _SPANS.split(text)
    spans: list[Element] = []
    stars = brackets = 0
    for at in range(1, len(parts), 5):
        strong, emphasis, words, address, after = parts[at : at + 5]
        if strong:
            element, stars = Element("strong"), stars + 4
        elif emphasis:
            element, stars = Element("em"), stars + 2
        else:
            element, brackets = Element("a", {"href": address}), brackets + 1
        element.text = strong or emphasis or words
        element.tail = after or None
        spans.append(element)
    if text.count("*") != stars or text.count("[") != brackets or text.count("]") != brackets:
        return None
    return parts[0], spans
