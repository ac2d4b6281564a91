"""The one syntax for what Markdown has no words for, alone on a line:

    [[produk: batik-sekar-jati]]        a product's card
    [[galeri]]                          the photos listed under `photos:`, here
    [[galeri: satu.jpg, dua.jpg]]       some of them
    [[survei: kepuasan-situs]]          a survey
    [[video: https://… | Judulnya]]     a video, loaded on a click

English names (product, gallery, survey) mean the same.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

MARK = "\ue000"
"""A private-use character, refused in what editors write: so nobody can forge a mark."""

FoundKind = Literal[
    "photo", "figure", "gallery", "product", "survey", "video", "unknown", "unfinished", "empty"
]
NAMES: dict[str, FoundKind] = {
    "produk": "product",
    "product": "product",
    "galeri": "gallery",
    "gallery": "gallery",
    "survei": "survey",
    "survey": "survey",
    "video": "video",
}
_LINE = re.compile(r" {0,3}\[\[\s*([^\]:|\[]*?)\s*(?::\s*([^\]]*?)\s*)?\]\]\s*\Z")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|^(?: {4}|\t).*")
_WITHIN = re.compile(rf"\[\[\s*(?:{'|'.join(NAMES)})\s*(?::[^\[\]]*)?\]\]", re.IGNORECASE)
_MISSPELT = re.compile(r"(?<!\\)\[\[\s*([^\W\d_][^\]:|\[]*?)\s*(?::[^\[\]]*)?\]\](?![(\[])")
"""Within a sentence; "[[1]](/x/)" and "[[a]][b]" are links."""
_BROKEN = re.compile(rf" {{0,3}}\[\[?\s*(?:{'|'.join(NAMES)})\b\s*[:\]]", re.IGNORECASE)


class Found(NamedTuple):
    """An embed as written: `target` (file names, slug, id or address), `title` after "|", its line
    within the text, from 1 (0 where Markdown does not tell). For pictures `title` is the caption."""

    kind: FoundKind
    target: str
    title: str
    line: int
    alt: str = ""


def read_embed(text: str, line: int) -> Found | None:
    """The embed on one line of text, or None when the line is none."""
    match = _LINE.match(text)
    if match is None:
        if _BROKEN.match(text):
            return Found("unfinished", text.strip(), "", line)
        if "[[" not in text:
            return None
        prose = _CODE.sub("", text)
        if within := _WITHIN.search(prose):
            return Found("unfinished", within.group(), "", line)
        misspelt = _MISSPELT.search(prose)
        return Found("unknown", misspelt.group(1), "", line) if misspelt else None
    name, value = match.group(1), match.group(2) or ""
    kind = NAMES.get(name.lower())
    if kind is None:
        return Found("unknown", name, "", line)
    target, _, title = value.partition("|")
    if not target.strip() and kind != "gallery":
        return Found("empty", name, "", line)
    return Found(kind, target.strip(), title.strip(), line)
