"""Bytes of a document as text, or the reason why not: UTF-8 only, no characters that hide something."""

from __future__ import annotations

import re

from lontar.errors import Place, Problem, problem

LARGEST_DOCUMENT = 1 << 20
"""Bytes; the text of some 150 printed pages."""

_HIDING = re.compile(
    "[\u202a-\u202e\u2066-\u2069]"  # bidirectional overrides and isolates (CVE-2021-42574)
    "|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"  # control characters
    "|[\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]"  # private use and non-characters
)


def decode(path: str, data: bytes) -> str | Problem:
    """Text with LF line ends and without a byte order mark."""
    if len(data) > LARGEST_DOCUMENT:
        return problem(Place(path), "file-too-large", found=len(data) // 1024, limit=LARGEST_DOCUMENT // 1024)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return problem(Place(path, 1), "encoding", found="UTF-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return problem(Place(path, line), "encoding", found=f"0x{data[error.start]:02X}")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.replace("\n", "").isprintable():  # twice as fast, and enough for nearly all
        return text
    if (hidden := _HIDING.search(text)) is not None:
        line = text.count("\n", 0, hidden.start()) + 1
        column = hidden.start() - text.rfind("\n", 0, hidden.start())
        return problem(Place(path, line, column), "character-hidden", found=f"U+{ord(hidden.group()):04X}")
    return text
