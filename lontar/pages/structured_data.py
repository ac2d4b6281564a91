"""JSON-LD for search engines (schema.org; required fields by Google's Search documentation)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from lontar.model.article import Article
from lontar.model.event import Event
from lontar.model.photo import Photo
from lontar.model.product import Product
from lontar.pages.frame import Frame
from lontar.pages.photos import news_images, scaled

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_STOCK = {"tersedia": "InStock", "pesanan": "MadeToOrder", "habis": "OutOfStock"}


def script(data: dict[str, Any]) -> Markup:
    """Data as the content of a script element: nothing in it can end the element or open a comment."""
    text = _ENCODER.encode({"@context": "https://schema.org", **data})
    for sign, escape in _UNSAFE.items():
        text = text.replace(sign, escape)
    return Markup(text)


def breadcrumb_list(trail: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """`trail` holds labels and absolute addresses."""
    entries = [
        {"@type": "ListItem", "position": position, "name": label, "item": address}
        for position, (label, address) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": entries}


def website(frame: Frame) -> dict[str, Any]:
    return {
        "@type": "WebSite",
        "@id": frame.absolute("/#situs"),
        "name": frame.title,
        "url": frame.absolute(f"{frame.prefix}/"),
        "inLanguage": frame.lang,
        "publisher": {"@id": frame.organization["@id"]},
    }


def news_article(frame: Frame, article: Article) -> dict[str, Any]:
    card = article.card
    found: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": card.title,
        "description": card.summary,
        "url": frame.absolute(card.url),
        "mainEntityOfPage": frame.absolute(card.url),
        "datePublished": card.date.isoformat(),
        "dateModified": (article.updated or card.date).isoformat(),
        "inLanguage": frame.lang,
        "author": [
            {
                "@type": "Organization",
                "name": article.author or frame.organization["name"],
                "url": frame.absolute("/"),
            }
        ],
        "publisher": frame.organization,
    }
    if card.cover is not None:
        found["image"] = [frame.absolute(one.url) for one in news_images(card.cover.file, frame.images)]
    return found


def product(frame: Frame, product: Product, maker: str) -> dict[str, Any]:
    """A product snippet: what is for sale is ordered from its maker, not on the page."""
    card = product.card
    found: dict[str, Any] = {
        "@type": "Product",
        "name": card.title,
        "description": card.summary or card.title,
        "url": frame.absolute(card.url),
        "image": _images(frame, product.photos),
        "category": frame.categories["produk"].get(card.category, card.category),
        "brand": {"@type": "Brand", "name": maker or frame.organization["name"]},
    }
    if product.sku:
        found["sku"] = product.sku
    if product.materials:
        found["material"] = list(product.materials)
    if card.price is not None:
        found["offers"] = {
            "@type": "Offer",
            "url": frame.absolute(card.url),
            "price": card.price,
            "priceCurrency": "IDR",
            "availability": f"https://schema.org/{_STOCK[card.availability]}",
        }
    return found


def event(frame: Frame, event: Event) -> dict[str, Any]:
    card, venue = event.card, event.venue
    place: dict[str, Any] = {"@type": "Place", "name": venue.name, "address": venue.address or venue.name}
    if venue.coordinates is not None:
        lat, lon = venue.coordinates
        place["geo"] = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}
    found: dict[str, Any] = {
        "@type": "Event",
        "name": card.title,
        "description": card.summary or card.title,
        "url": frame.absolute(card.url),
        "startDate": _iso(card.start, card.has_time),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "inLanguage": frame.lang,
        "location": place,
        "organizer": {
            "@type": "Organization",
            "name": frame.organization["name"],
            "url": frame.organization["url"],
        },
    }
    if card.end is not None:
        found["endDate"] = _iso(card.until if card.has_time else card.end, card.has_time)
    if card.cover is not None:
        found["image"] = [frame.absolute(one.url) for one in news_images(card.cover.file, frame.images)]
    return found


def _iso(moment: dt.datetime, has_time: bool) -> str:
    return moment.isoformat() if has_time else moment.date().isoformat()


def _images(frame: Frame, photos: Sequence[Photo]) -> list[str]:
    largest = (
        [one for one in scaled(photo.file, frame.images) if one.format == "jpeg"][-1] for photo in photos
    )
    return [frame.absolute(one.url) for one in largest]
