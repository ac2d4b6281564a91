"""Structured data as a search engine reads it: extruct's JSON-LD, and the fields each type must have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import extruct

from tests.tools.feeds import is_absolute, is_zoned

Item = dict[str, Any]
AVAILABILITY = {
    f"https://schema.org/{name}"
    for name in (
        "InStock",
        "OutOfStock",
        "PreOrder",
        "BackOrder",
        "MadeToOrder",
        "LimitedAvailability",
        "SoldOut",
    )
}


def items(html: str, url: str) -> list[Item]:
    """Every top-level item of a page, members of an @graph included."""
    found: list[Item] = []
    for item in extruct.extract(html, base_url=url, syntaxes=["json-ld"])["json-ld"]:
        graph = item.get("@graph")
        found.extend(graph if isinstance(graph, list) else [item])
    return found


def types(item: Item) -> set[str]:
    kind = item.get("@type", ())
    return {kind} if isinstance(kind, str) else set(kind)


def of_type(found: list[Item], name: str) -> list[Item]:
    return [item for item in found if name in types(item)]


def as_list(value: object) -> list[Any]:
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def image_urls(value: object) -> list[str]:
    return [str(entry.get("url", "")) if isinstance(entry, dict) else str(entry) for entry in as_list(value)]


def _named(value: object) -> bool:
    entries = as_list(value)
    return bool(entries) and all(entry.get("name") if isinstance(entry, dict) else False for entry in entries)


def _missing(item: Item, *keys: str) -> Iterator[str]:
    yield from (f"no {key}" for key in keys if not item.get(key))


def _images(item: Item) -> Iterator[str]:
    yield from (
        f"image {url!r} is not absolute" for url in image_urls(item.get("image")) if not is_absolute(url)
    )


def news_article(item: Item) -> Iterator[str]:
    yield from _missing(item, "headline", "datePublished", "dateModified", "author", "publisher", "image")
    yield from _images(item)
    for key in ("datePublished", "dateModified"):
        if item.get(key) and not is_zoned(str(item[key])):
            yield f"{key} {item[key]!r} has no zone"
    if len(str(item.get("headline", ""))) > 110:
        yield "headline is longer than 110 characters"
    if not _named(item.get("author")):
        yield "author has no name"


def product(item: Item) -> Iterator[str]:
    yield from _missing(item, "name", "image", "description")
    yield from _images(item)
    if item.get("brand") and not _named(item["brand"]):
        yield "brand has no name"
    for offer in as_list(item.get("offers")):
        if not float(offer.get("price", 0) or 0) > 0:
            yield f"offer with the price {offer.get('price')!r}"
        if offer.get("priceCurrency") != "IDR":
            yield f"offer in the currency {offer.get('priceCurrency')!r}"
        if offer.get("availability") not in AVAILABILITY:
            yield f"offer with the availability {offer.get('availability')!r}"


def breadcrumb_list(item: Item) -> Iterator[str]:
    steps = as_list(item.get("itemListElement"))
    if len(steps) < 2:
        yield "fewer than two steps"
    if [step.get("position") for step in steps] != list(range(1, len(steps) + 1)):
        yield "positions do not count from 1"
    for number, step in enumerate(steps, 1):
        target = step.get("item")
        url = target.get("@id", "") if isinstance(target, dict) else target
        if not (step.get("name") or (isinstance(target, dict) and target.get("name"))):
            yield f"step {number} has no name"
        if not is_absolute(str(url or "")) and not (number == len(steps) and url is None):
            yield f"step {number} leads to {url!r}"


def organization(item: Item) -> Iterator[str]:
    yield from _missing(item, "name", "url")
    yield from (
        f"logo {url!r} is not absolute" for url in image_urls(item.get("logo")) if not is_absolute(url)
    )


def website(item: Item) -> Iterator[str]:
    yield from _missing(item, "name", "url")
    if not is_absolute(str(item.get("url", ""))):
        yield f"url {item.get('url')!r} is not absolute"


def event(item: Item) -> Iterator[str]:
    """Required and recommended fields by Google's documentation of Event."""
    yield from _missing(item, "name", "startDate", "location", "description", "organizer", "eventStatus")
    yield from _images(item)
    begin, end = str(item.get("startDate", "")), str(item.get("endDate", ""))
    for value in filter(None, (begin, end)):
        if "T" in value and not is_zoned(value):
            yield f"{value!r} has no zone"
    if end and end < begin:
        yield f"it ends at {end!r}, before {begin!r}"
    for place in as_list(item.get("location")):
        if not (isinstance(place, dict) and place.get("name") and place.get("address")):
            yield f"location {place!r} lacks a name or an address"


RULES: dict[str, Callable[[Item], Iterator[str]]] = {
    "NewsArticle": news_article,
    "Product": product,
    "Event": event,
    "BreadcrumbList": breadcrumb_list,
    "Organization": organization,
    "WebSite": website,
}


def check(found: list[Item]) -> list[str]:
    """What is wrong with items of the types above; other types are let through."""
    return [
        f"{name}: {text}"
        for name, rule in RULES.items()
        for item in of_type(found, name)
        for text in rule(item)
    ]
