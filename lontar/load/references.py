"""What a relative path in a document points at: a photo, another record's URL, or nothing that exists.

Pure functions of names: no file is touched. A reference never leaves content/.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from urllib.parse import unquote

from lontar.model.urls import KINDS, SLUG, SUFFIXES, record_url, split_name

_DRIVE = re.compile(r"[A-Za-z]:[\\/]|\\")


class OutsideContent(ValueError):
    """The reference leads out of content/, or is written for another file system."""


def content_path(source: str, written: str) -> str:
    """Path from the site's root of what `written` names in the document `source`.

    "foto.jpg" is beside the document, "../media/x.jpg" relative to it, "/media/x.jpg" from content/.
    """
    name = unquote(written)
    if _DRIVE.search(name) or "\0" in name:
        raise OutsideContent(written)
    base = "content" if name.startswith("/") else posixpath.dirname(source)
    path = posixpath.normpath(f"{base}/{name.lstrip('/')}")
    if not path.startswith("content/"):
        raise OutsideContent(written)
    return path


def record_of(path: str) -> tuple[str, str, str] | None:
    """Kind, slug and language tag of the record whose source would be `path`; None if it is not one."""
    parts = PurePosixPath(path).parts
    kind = KINDS.get(parts[1]) if len(parts) > 2 else None
    if kind is None or not path.endswith(SUFFIXES[kind]):
        return None
    slug, lang = split_name(path)
    return (kind, slug, lang) if SLUG.match(slug) else None


def url_of_file(path: str, prefixes: dict[str, str]) -> str | None:
    """URL path of the record whose source is `path`; `prefixes` maps a language tag to its prefix."""
    record = record_of(path)
    if record is None:
        return None
    kind, slug, lang = record
    return record_url(kind, slug, prefixes.get(lang, ""))
