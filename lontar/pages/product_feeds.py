"""Products for shop windows elsewhere: a feed for Google Merchant Center and a catalogue for Meta.

Formats: RSS 2.0 with Google's namespace (support.google.com/merchants, "Product data specification") and
comma-separated values (developers.facebook.com/docs/commerce-platform/catalog/fields). Both take only what
has a price and a picture; `check` names the rest.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree

from markupsafe import Markup

from lontar.digest import digest
from lontar.model import urls
from lontar.model.config import Images
from lontar.model.product import Product
from lontar.pages.frame import Frame
from lontar.pages.photos import largest
from lontar.pages.planned import Html, Page, Rank
from lontar.site.site import Edition, Site

LONGEST_ID, LONGEST_TITLE, LONGEST_TEXT, LONGEST_BRAND, MOST_PICTURES = 50, 150, 5000, 70, 10
GOOGLE, META = "google.xml", "meta.csv"
"""The files, beside the catalogue's page."""
_GOOGLE = "http://base.google.com/ns/1.0"
_CURRENCY = "IDR"
Entry = tuple[Product, str]
"""A product and its maker's name."""


class Shop(NamedTuple):
    """Who offers, and where: all that a feed shows besides the products. `root` is the site's address
    without a slash at its end."""

    root: str
    home: str
    title: str
    description: str
    owner: str
    categories: Mapping[str, str]
    images: Images


class Offer(NamedTuple):
    """One product as both feeds tell it. What is made to order can be had, so it is in stock."""

    id: str
    title: str
    description: str
    link: str
    pictures: tuple[str, ...]
    price: int
    in_stock: bool
    brand: str
    category: str


def plan(_site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    shop = Shop(
        frame.origin + frame.base,
        frame.absolute(urls.home(edition.prefix)),
        frame.title,
        frame.description or frame.title,
        frame.organization["name"],
        frame.categories["produk"],
        frame.images,
    )
    entries = tuple(
        (product, maker.card.title if (maker := edition.maker_of.get(product.card.maker)) else "")
        for product in edition.products
        if is_offered(product)
    )
    for name, view in ((GOOGLE, view_google), (META, view_meta)):
        url = urls.catalogue(edition.prefix) + name
        yield Page(url, "", view, (shop, entries), "", Rank.INDEX)


def is_offered(product: Product) -> bool:
    """Whether the feeds may hold the product."""
    return product.card.price is not None and bool(product.photos)


def offers(html: Html, shop: Shop, entries: tuple[Entry, ...]) -> Iterator[Offer]:
    for product, maker in entries:
        card = product.card
        text = " ".join(Markup(" ".join(html[product.body.html])).striptags().split())
        yield Offer(
            product.slug if len(product.slug) <= LONGEST_ID else _short_id(product.slug),
            cut(card.title, LONGEST_TITLE),
            cut(text or card.title, LONGEST_TEXT),
            shop.root + card.url,
            tuple(
                shop.root + largest(photo, shop.images).url for photo in product.photos[: MOST_PICTURES + 1]
            ),
            card.price or 0,
            card.availability != "habis",
            cut(maker or shop.owner, LONGEST_BRAND),
            shop.categories.get(card.category, card.category),
        )


def _short_id(slug: str) -> str:
    """A long slug's beginning, told apart from others that begin so."""
    return f"{slug[: LONGEST_ID - 9]}-{digest(slug)[:8]}"


def cut(text: str, limit: int) -> str:
    """The text, or as many of its words as there is room for."""
    if len(text) <= limit:
        return text
    return (text[: limit - 1].rpartition(" ")[0] or text[: limit - 1]).rstrip() + "…"


def view_google(html: Html, shop: Shop, entries: tuple[Entry, ...]) -> bytes:
    feed = ElementTree.Element("rss", {"version": "2.0", "xmlns:g": _GOOGLE})
    channel = ElementTree.SubElement(feed, "channel")
    _add(channel, title=shop.title, link=shop.home, description=shop.description)
    for offer in offers(html, shop, entries):
        item = ElementTree.SubElement(channel, "item")
        _add(
            item,
            **{
                "g:id": offer.id,
                "g:title": offer.title,
                "g:description": offer.description,
                "g:link": offer.link,
                "g:image_link": offer.pictures[0],
            },
        )
        for picture in offer.pictures[1:]:
            _add(item, **{"g:additional_image_link": picture})
        _add(
            item,
            **{
                "g:availability": "in_stock" if offer.in_stock else "out_of_stock",
                "g:price": f"{offer.price} {_CURRENCY}",
                "g:brand": offer.brand,
                "g:identifier_exists": "no",
                "g:condition": "new",
                "g:product_type": offer.category,
            },
        )
    ElementTree.indent(feed, " ")
    data: bytes = ElementTree.tostring(feed, "utf-8", xml_declaration=True)
    return data + b"\n"


def _add(parent: ElementTree.Element, **texts: str) -> None:
    for name, text in texts.items():
        ElementTree.SubElement(parent, name).text = text


_COLUMNS = (
    *("id", "title", "description", "availability", "condition", "price", "link", "image_link", "brand"),
    *("additional_image_link", "product_type"),
)


def view_meta(html: Html, shop: Shop, entries: tuple[Entry, ...]) -> str:
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(_COLUMNS)
    for offer in offers(html, shop, entries):
        stock = "in stock" if offer.in_stock else "out of stock"
        table.writerow(
            (
                *(offer.id, offer.title, offer.description, stock, "new", f"{offer.price} {_CURRENCY}"),
                *(offer.link, offer.pictures[0], offer.brand, ",".join(offer.pictures[1:]), offer.category),
            )
        )
    return out.getvalue()
