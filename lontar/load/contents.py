"""The fingerprint of what a record is made from, and in it that of the front matter alone."""

from __future__ import annotations

import re

from lontar.digest import digest, digest_bytes

FENCE = re.compile(r"^-{3,}\s*$", re.MULTILINE)
"""A line around front matter: frontmatter.default_handlers.YAMLHandler.FM_BOUNDARY, which a build that reads
no front matter need not import."""
_FENCE = re.compile(FENCE.pattern.encode(), re.MULTILINE)
_WHOLE = 32


def content_digest(data: bytes, original: tuple[str, bytes] | None) -> str:
    """Of all that a record is made from: the file, and the one that it translates."""
    if original is not None:
        return digest(data, *original)
    return digest_bytes(data) + _front(data)


def front_of(content: str) -> str:
    """The fingerprint of the front matter in what `content_digest` gave, "" where it knows of none."""
    return content[_WHOLE:]


def _front(data: bytes) -> str:
    """Of all before the second fence. Whatever is a fence in bytes is one in the decoded text, so equal
    fingerprints mean equal front matter there (where there are more fences, it ends before that)."""
    opening = _FENCE.match(data)
    closing = _FENCE.search(data, opening.end()) if opening is not None else None
    return digest_bytes(data[: closing.start()])[:16] if closing is not None else ""
