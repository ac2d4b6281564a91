"""The composed picture by which a page without a photo is shared: which pages have one, and with what text.

Composing takes time, so a kind of record with very many pages without a photo has one for each of its
sections instead (docs/decisions/0043-share-cards.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lontar.digest import digest
from lontar.model.photo import Photo
from lontar.model.urls import slugify
from lontar.pages.planned import Rendition
from lontar.site.site import Edition

SIZE, LIMIT, QUALITY = (1200, 630), 250_000, 78
ENGINE = "1"
"""Changes when equal names would otherwise hide unequal bytes."""
_NEVER = ("home", "notfound")
"""Kinds that are shared by the image of the site."""
_BY_SECTION = ("tag", "archive")
"""Kinds of which there are many that hardly anybody shares."""


class Cards(NamedTuple):
    """`design` is the digest of the theme's share/, "" if it has none; `line` stands under each title; `many`
    are the kinds of record that have one for each section."""

    design: str
    line: str
    many: tuple[str, ...]


def make_cards(edition: Edition, design: str, line: str, limit: int) -> Cards:
    """`limit` is the most pages of one kind of record that have a card of their own."""
    bare = {
        "article": sum(article.card.cover is None for article in edition.articles),
        "product": sum(product.card.cover is None for product in edition.products),
        "maker": sum(maker.card.cover is None for maker in edition.makers),
        "page": len(edition.pages),
        "event": sum(event.card.cover is None for event in edition.events),
    }
    return Cards(design, line, tuple(kind for kind, count in bare.items() if count > limit))


def card_text(cards: Cards, kind: str, title: str, trail: Sequence[str], photo: Photo | None) -> str:
    """Title and line of the page's card, "" if it has none. `trail` are the labels of its breadcrumbs."""
    if photo is not None or not cards.design or kind in _NEVER:
        return ""
    if kind in cards.many or kind in _BY_SECTION:
        title = trail[-2] if len(trail) > 1 else cards.line
    return f"{title}\n{cards.line}"


def composed(text: str, design: str) -> Rendition:
    """The picture with the text of `card_text`."""
    key = digest(ENGINE, text, design, *SIZE, QUALITY)[:10]
    stem = slugify(text.partition("\n")[0])[:60] or "kartu"
    url = f"/media/{stem}-{SIZE[0]}-{key}.jpg"
    return Rendition(url, "", *SIZE, "jpeg", QUALITY, "card", LIMIT, design, text)
