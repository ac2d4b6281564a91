"""The page of a product: a plate in a catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lontar.model import urls
from lontar.model.maker import MakerCard
from lontar.model.product import Dimensions, Product, ProductCard
from lontar.pages.bodies import (
    Shown,
    address_photos,
    body_lang,
    body_view,
    embedded_products,
    embedded_surveys,
)
from lontar.pages.cards import label_of, maker_card, photo_view, product_card, tag_links
from lontar.pages.formats import number, weight
from lontar.pages.frame import Frame
from lontar.pages.meta import context
from lontar.pages.planned import Html, Page
from lontar.pages.share_cards import card_text
from lontar.pages.sharing import order_link, share_links
from lontar.pages.structured_data import product as product_data
from lontar.pages.surveys import Asked
from lontar.site.related import find_related
from lontar.site.site import Edition, Site

TEMPLATE = "product.html"
_RELATED = 4


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    products = edition.products
    groups = [
        (*(urls.slugify(tag) for tag in p.tags), f"/{p.card.category}", f"//{p.card.maker}") for p in products
    ]
    related = find_related([product.card for product in products], groups, _RELATED)
    for product, others in zip(products, related, strict=True):
        maker = edition.maker_of.get(product.card.maker)
        told = (
            (maker.card, len(edition.products_by_maker[maker.slug]), maker.contact.whatsapp)
            if maker
            else None
        )
        pairs = tuple((card, m.card if (m := edition.maker_of.get(card.maker)) else None) for card in others)
        body = product.body
        args = (
            frame,
            product,
            told,
            pairs,
            embedded_products(edition, body),
            embedded_surveys(site, edition, body),
        )
        card = product.card
        trail = (frame.words["gallery"], label_of(frame, "produk", card.category), card.title)
        text = card_text(frame.cards, "product", card.title, trail, card.cover)
        yield Page(card.url, TEMPLATE, view, args, product.source, card=text)


def view(
    html: Html,
    frame: Frame,
    product: Product,
    told: tuple[MakerCard, int, str] | None,
    related: tuple[tuple[ProductCard, MakerCard | None], ...],
    embedded: Shown,
    surveys: tuple[Asked, ...],
) -> dict[str, Any]:
    card = product.card
    maker = told[0] if told else None
    category_url = urls.gallery_category(card.category, frame.prefix)
    crumbs = [
        (frame.words["gallery"], urls.gallery(frame.prefix)),
        (label_of(frame, "produk", card.category), category_url),
        (card.title, card.url),
    ]
    made = context(
        frame,
        "product",
        card.title,
        card.url,
        title_lang=card.title_lang,
        description=card.summary or card.title,
        crumbs=crumbs,
        photo=card.cover,
        og_type="product",
        json_ld=lambda: (
            [product_data(frame, product, maker.title if maker else "")] if product.photos else []
        ),
        card=product_card(frame, card, maker),
        photos=[photo_view(frame, photo) for photo in product.photos],
        body=body_view(frame, html, product.body, embedded, surveys, card.url),
        body_lang=body_lang(frame, product.body),
        facts=_facts(frame, product),
        maker=maker_card(frame, told[0], told[1]) if told else None,
        order=_order(frame, card, told[2] if told else ""),
        tags=tag_links(frame, product.tags, product.langs.tags),
        related=[product_card(frame, *pair) for pair in related],
        share=share_links(frame, card.title, card.url),
        share_url=frame.absolute(card.url),
        qr_url=frame.href(urls.product_qr(card.url)) if frame.site["catalogue"] else "",
    )
    address_photos(made["body"], product.body.anchors, made["photos"])
    return made


def _order(frame: Frame, card: ProductCard, whatsapp: str) -> dict[str, str] | None:
    """The maker's WhatsApp, else the council's, from which they are put through."""
    digits = whatsapp or frame.organization.get("telephone", "").removeprefix("+")
    if not digits:
        return None
    label = frame.words["order"] if card.price is not None else frame.words["ask_price"]
    return {
        "label": label,
        "url": order_link(frame, digits, card.title, card.url),
        "note": frame.words["order_note"],
    }


def _facts(frame: Frame, product: Product) -> list[dict[str, str]]:
    """An attribute is named by who wrote it, so its label is in the language of its value."""
    words, lang, langs = frame.words, frame.lang, product.langs
    said = frame.other_lang(langs.attributes)
    facts = [
        (words["materials"], ", ".join(product.materials), "", frame.other_lang(langs.materials)),
        (words["techniques"], ", ".join(product.techniques), "", frame.other_lang(langs.techniques)),
        (words["size"], _size(product.dimensions, words["diameter"], lang), "", ""),
        (words["weight"], weight(product.weight, lang) if product.weight else "", "", ""),
        (words["sku"], product.sku, "", ""),
        *((label, value, said, said) for label, value in product.attributes),
    ]
    return [
        {"label": label, "value": value, "label_lang": label_lang, "lang": value_lang}
        for label, value, label_lang, value_lang in facts
        if value
    ]


def _size(size: Dimensions, diameter: str, lang: str) -> str:
    """ "200 × 110 cm", "garis tengah 18 cm × 9 cm": length, width, height as far as they are known."""
    sides = [number(side, lang) for side in (size.length, size.width, size.height) if side]
    text = f"{' × '.join(sides)} cm" if sides else ""
    if size.diameter:
        round_ = f"{diameter} {number(size.diameter, lang)} cm"
        return f"{round_} × {text}" if text else round_
    return text
