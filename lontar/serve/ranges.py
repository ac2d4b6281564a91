"""Which part of a file a browser asks for: the Range header of RFC 9110, section 14. Pure.

Without it a browser cannot seek in a film. One range is answered; several at once may be answered with the
whole file, and are.
"""

from __future__ import annotations

import re

_ONE = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*", re.ASCII | re.IGNORECASE)


def range_of(header: str, size: int) -> range | None:
    """The bytes to send of `size`: empty when the file has none of those asked for (416), None when the
    header is of no known form and the whole file is to be sent."""
    asked = _ONE.fullmatch(header)
    if asked is None:
        return None
    first, last = asked.groups()
    if not first:
        return range(max(0, size - int(last)), size) if last else None
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1, size) if last else size)
