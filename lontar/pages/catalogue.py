"""The catalogue to print: all products by category, each with its maker, price and code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lontar.model import urls
from lontar.model.maker import MakerCard
from lontar.model.photo import Photo
from lontar.model.product import ProductCard
from lontar.pages.cards import first_cover, label_of, product_card
from lontar.pages.frame import Frame
from lontar.pages.meta import context
from lontar.pages.planned import Html, Page
from lontar.pages.product_feeds import GOOGLE, META
from lontar.pages.share_cards import card_text
from lontar.site.site import Edition, Site

TEMPLATE = "catalogue.html"
Piece = tuple[ProductCard, MakerCard | None, tuple[str, ...], str]
"""A product, its maker, what it is made of, and the language in which that is said."""


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    """Nothing where the theme has no catalogue."""
    if not frame.site["catalogue"]:
        return
    known = list(site.config.categories["produk"])
    order = [slug for slug in known if slug in edition.products_by_category]
    order += [slug for slug in edition.products_by_category if slug not in known]
    parts = tuple(
        (
            slug,
            tuple(
                (
                    p.card,
                    m.card if (m := edition.maker_of.get(p.card.maker)) else None,
                    p.materials,
                    p.langs.materials,
                )
                for p in edition.products_by_category[slug]
            ),
        )
        for slug in order
    )
    makers = sum(1 for slug in edition.products_by_maker if slug in edition.maker_of)
    title = frame.words["catalogue"]
    text = card_text(frame.cards, "catalogue", title, (title,), _lead(parts))
    yield Page(urls.catalogue(edition.prefix), TEMPLATE, view, (frame, parts, makers), card=text)


def _lead(parts: Iterable[tuple[str, tuple[Piece, ...]]]) -> Photo | None:
    return first_cover(piece[0] for _, pieces in parts for piece in pieces)


def view(
    _html: Html, frame: Frame, parts: tuple[tuple[str, tuple[Piece, ...]], ...], makers: int
) -> dict[str, Any]:
    words, url = frame.words, urls.catalogue(frame.prefix)
    count = sum(len(pieces) for _, pieces in parts)
    return context(
        frame,
        "catalogue",
        words["catalogue"],
        url,
        description=words["catalogue_intro"],
        crumbs=[(words["gallery"], urls.gallery(frame.prefix)), (words["catalogue"], url)],
        photo=_lead(parts),
        parts=[
            {
                "id": slug,
                "title": label_of(frame, "produk", slug),
                "count": len(pieces),
                "pieces": [_piece(frame, *piece) for piece in pieces],
            }
            for slug, pieces in parts
        ],
        count_text=words["catalogue_count"].format(n=count, makers=makers),
        address=frame.absolute(urls.home(frame.prefix)),
        feeds_out=[
            {"label": label, "url": frame.href(url + name), "type": type_}
            for label, name, type_ in (
                ("Google Merchant", GOOGLE, "application/rss+xml"),
                ("Meta", META, "text/csv"),
            )
        ],
    )


def _piece(
    frame: Frame, card: ProductCard, maker: MakerCard | None, materials: tuple[str, ...], lang: str
) -> dict[str, Any]:
    return {
        **product_card(frame, card, maker),
        "materials": ", ".join(materials),
        "materials_lang": frame.other_lang(lang),
        "qr_url": frame.href(urls.product_qr(card.url)),
    }
