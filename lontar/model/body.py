"""Markdown text after conversion: everything but the HTML itself, which is stored by digest.

The HTML is cut at its embeds: pieces[0], embed 0, pieces[1], embed 1, …, pieces[n]. What stands
between two pieces (a picture, a product card, a survey) is drawn by templates, so that it follows
the theme and the other record without a new conversion of the text.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from lontar.model.photo import Photo

EmbedKind = Literal["photo", "figure", "gallery", "product", "survey", "video"]
Pieces = tuple[str, ...]


class Embed(NamedTuple):
    """A place in the text that a template fills. `target` is the URL of a product, the id of a survey
    or the address of a video; `photos` are those of a picture or a gallery."""

    kind: EmbedKind
    target: str
    title: str
    photos: tuple[Photo, ...]
    line: int

    @property
    def digest_parts(self) -> tuple[str, ...]:
        return (self.kind, self.target, self.title, *(photo.digest for photo in self.photos))


class Link(NamedTuple):
    """An internal link: the URL path on this site, its fragment without '#', the line it stands on."""

    url: str
    fragment: str
    line: int


class Body(NamedTuple):
    """`anchors` are all ids in the text; `html` is the digest under which the pieces are stored; `digest`
    covers the embeds, too. `lang` is the language of the text: that of the original where a translation
    has none of its own."""

    html: str
    embeds: tuple[Embed, ...]
    anchors: tuple[str, ...]
    links: tuple[Link, ...]
    summary: str
    words: int
    lang: str
    digest: str
