"""The theme's files as published: style sheets joined, references rewritten, names fingerprinted."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from lontar.digest import digest_bytes
from lontar.pages.planned import Html, Page, Rank

STYLES = "css/site.css"
FOLDER = "/aset/"
_URL = re.compile(r"url\(\s*([\"']?)(?!data:|https?:|#|/)([^)\"']+)\1\s*\)")
_SMALL = 1024
"""Bytes up to which a drawing stands in the style sheet itself: a request costs a phone more than they do."""
_COMMENT = re.compile(rb"/\*(?!!).*?\*/\n?", re.DOTALL)


_PLAIN = " !$&'()*+,-./:;=?@_~"
"""What needs no escape in a quoted data: URL (RFC 2397, WHATWG URL); escapes compress badly."""


class AssetMissing(LookupError):
    """A style sheet refers to a file that the theme does not have: (sheet, reference)."""


def publish(assets: Mapping[str, bytes], base: str) -> tuple[dict[str, str], dict[str, bytes]]:
    """URL path of every asset by its name, and the content of every URL path.

    Files of css/ become one sheet, css/site.css, in the order of their names; files of root/ keep their
    names at the site's root; all others carry eight digits of their digest and never change under a URL.
    Style sheets lose their comments.
    """
    names: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for name, written in assets.items():
        if name.startswith("css/"):
            continue
        data = _COMMENT.sub(b"", written) if name.endswith(".css") else written
        in_root = name.startswith("root/")
        names[name] = "/" + name.removeprefix("root/") if in_root else fingerprinted(name, data)
        files[names[name]] = data
    sheets = {
        name: data
        for name, data in sorted(assets.items())
        if name.startswith("css/") and name.endswith(".css")
    }
    if sheets:
        small = {name: data for name, data in assets.items() if name.endswith(".svg") and len(data) <= _SMALL}
        joined = "\n".join(_rewrite(name, data.decode(), names, small, base) for name, data in sheets.items())
        sheet = _COMMENT.sub(b"", joined.encode())
        names[STYLES] = fingerprinted(STYLES, sheet)
        files[names[STYLES]] = sheet
    return names, files


def plan(files: Mapping[str, bytes]) -> Iterator[Page]:
    for url, data in files.items():
        yield Page(url, "", view, (data,), "", Rank.ASSET)


def view(_html: Html, data: bytes) -> bytes:
    return data


def fingerprinted(name: str, data: bytes) -> str:
    """ "fonts/serif.woff2" → "/aset/fonts/serif.0a1b2c3d.woff2" """
    stem, suffix = posixpath.splitext(name)
    return f"{FOLDER}{stem}.{digest_bytes(data)[:8]}{suffix}"


def _rewrite(sheet: str, text: str, names: Mapping[str, str], small: Mapping[str, bytes], base: str) -> str:
    def published(match: re.Match[str]) -> str:
        path, mark, fragment = match.group(2).strip().partition("#")
        name = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), path))
        if name not in names:
            raise AssetMissing(sheet, match.group(2))
        if name in small and not mark:
            drawing = " ".join(small[name].decode().replace(">\n", ">").split())
            return f'url("data:image/svg+xml,{quote(drawing, safe=_PLAIN)}")'
        return f'url("{base}{names[name]}{mark}{fragment}")'

    return _URL.sub(published, text)
