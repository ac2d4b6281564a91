"""The directory of makers and the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lontar.model import urls
from lontar.model.maker import Contact, Maker, MakerCard
from lontar.model.product import ProductCard
from lontar.pages.bodies import (
    Shown,
    address_photos,
    body_lang,
    body_view,
    embedded_products,
    embedded_surveys,
)
from lontar.pages.cards import first_cover, maker_card, product_card
from lontar.pages.formats import plain_date
from lontar.pages.frame import Frame
from lontar.pages.maker_map import map_view, view_geojson
from lontar.pages.maps import map_links
from lontar.pages.meta import context
from lontar.pages.planned import Html, Page, Rank
from lontar.pages.share_cards import card_text
from lontar.pages.surveys import Asked
from lontar.site.site import Edition, Site

TEMPLATE, DIRECTORY = "maker.html", "makers.html"


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    cards = tuple((m.card, len(edition.products_by_maker.get(m.slug, ()))) for m in edition.makers)
    title = frame.words["makers"]
    lead = first_cover(card for card, _ in cards)
    text = card_text(frame.cards, "makers", title, (title,), lead)
    located = tuple((m.card, m.coordinates) for m in edition.makers if m.coordinates is not None)
    yield Page(urls.makers(edition.prefix), DIRECTORY, view_directory, (frame, cards, located), card=text)
    data = (frame.origin + frame.base, located)
    yield Page(urls.makers_geojson(edition.prefix), "", view_geojson, data, "", Rank.INDEX)
    listed = "perajin" in site.config.lists.filters
    for maker in edition.makers:
        products = tuple(product.card for product in edition.products_by_maker.get(maker.slug, ()))
        body = maker.body
        args = (
            frame,
            maker,
            products,
            embedded_products(edition, body),
            embedded_surveys(site, edition, body),
            urls.gallery_maker(maker.slug, edition.prefix) if products and listed else "",
        )
        card = maker.card
        text = card_text(frame.cards, "maker", card.title, (title, card.title), card.cover)
        yield Page(card.url, TEMPLATE, view, args, maker.source, card=text)


def view_directory(
    _html: Html,
    frame: Frame,
    cards: tuple[tuple[MakerCard, int], ...],
    located: tuple[tuple[MakerCard, tuple[float, float]], ...],
) -> dict[str, Any]:
    title, url = frame.words["makers"], urls.makers(frame.prefix)
    districts: dict[str, list[dict[str, Any]]] = {}
    for card, count in cards:
        entry = {**maker_card(frame, card, count), "symbol": card.kind}
        districts.setdefault(card.district, []).append(entry)
    order = sorted(districts, key=lambda name: (name == "", name))
    return context(
        frame,
        "makers",
        title,
        url,
        description=frame.words["makers_intro"],
        crumbs=[(title, url)],
        photo=first_cover(card for card, _ in cards),
        cards=[maker_card(frame, *card) for card in cards],
        drawn=map_view(frame, located),
        districts=[{"name": name or frame.words["no_district"], "makers": districts[name]} for name in order],
        geojson_url=frame.href(urls.makers_geojson(frame.prefix)),
    )


def view(
    html: Html,
    frame: Frame,
    maker: Maker,
    products: tuple[ProductCard, ...],
    embedded: Shown,
    surveys: tuple[Asked, ...],
    listed_at: str,
) -> dict[str, Any]:
    card = maker.card
    made = context(
        frame,
        "maker",
        card.title,
        card.url,
        title_lang=card.title_lang,
        description=card.summary or card.title,
        crumbs=[(frame.words["makers"], urls.makers(frame.prefix)), (card.title, card.url)],
        photo=card.cover,
        og_type="profile",
        card=maker_card(frame, card, len(products)),
        body=body_view(frame, html, maker.body, embedded, surveys, card.url),
        body_lang=body_lang(frame, maker.body),
        facts=_facts(frame, maker),
        contact=_contact(frame, maker.contact),
        products=[product_card(frame, product, card) for product in products],
        products_url=frame.href(listed_at),
        maps=map_links(frame, maker.coordinates),
    )
    address_photos(made["body"], maker.body.anchors, [made["card"]["cover"]])
    return made


def _facts(frame: Frame, maker: Maker) -> list[dict[str, str]]:
    words, view = frame.words, maker_card(frame, maker.card, 0)
    curation = view["curation"]["label"]
    if maker.curated_on is not None:
        curation = words["curated_on"].format(status=curation, date=plain_date(maker.curated_on, frame.lang))
    if maker.curated_by:
        curation = f"{curation} ({maker.curated_by})"
    facts = [
        (words["place"], view["place"]),
        (words["since"], str(maker.since) if maker.since else ""),
        (words["curation"], curation),
    ]
    return [
        {"label": label, "value": value, "label_lang": "", "lang": "", "url": ""}
        for label, value in facts
        if value
    ]


def _contact(frame: Frame, contact: Contact) -> list[dict[str, str]]:
    words = frame.words
    ways = [
        ("whatsapp", words["whatsapp"], contact.whatsapp, f"https://wa.me/{contact.whatsapp}"),
        (
            "instagram",
            words["instagram"],
            contact.instagram,
            f"https://www.instagram.com/{contact.instagram}/",
        ),
        ("email", words["email"], contact.email, f"mailto:{contact.email}"),
        ("website", words["website"], contact.website, contact.website),
    ]
    return [{"name": name, "label": label, "url": url} for name, label, value, url in ways if value]
