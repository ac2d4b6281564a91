"""The gallery: all products, and those of each value of each facet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from lontar.digest import Digested
from lontar.model import urls
from lontar.model.product import Product
from lontar.pages.cards import first_cover, group, product_card
from lontar.pages.facets import Choice, facets, table
from lontar.pages.frame import Frame
from lontar.pages.meta import Crumb, context
from lontar.pages.pagination import cut_pages, pager_view
from lontar.pages.planned import Html, Page, Rank
from lontar.pages.share_cards import card_text
from lontar.site.site import Edition, Site

TEMPLATE = "gallery.html"
Filters = Digested[tuple[tuple[str, str, tuple[tuple[str, str, str, int, str], ...]], ...]]
"""Name and title of each facet; value, label, URL path, count and label's language of each of its choices."""


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    words, prefix = frame.words, edition.prefix
    size = site.config.page_size["galeri"]
    top = (words["gallery"], urls.gallery(prefix))
    found = facets(edition, frame, site.config.lists.filters)
    whole = Choice("", words["all"], top[1], edition.products)
    filters: Filters = Digested(
        tuple(
            (name, title, tuple((c.value, c.label, c.url, len(c.products), c.lang) for c in shown))
            for name, title, choices in found
            for shown in [(whole, *choices) if name == found[0].name else choices]
        )
    )
    intro = words["gallery_intro"]
    yield from _gallery(
        edition, frame, words["gallery"], top[1], edition.products, size, [top], filters, intro
    )
    for facet in found:
        for choice in facet.choices:
            title, crumbs = words["gallery_of"].format(name=choice.label), [top, (choice.label, choice.url)]
            yield from _gallery(edition, frame, title, choice.url, choice.products, size, crumbs, filters, "")
    names = tuple(facet.name for facet in found)
    data = (names, size, table(edition.products, found))
    yield Page(urls.gallery_data(prefix), "", view_data, data, "", Rank.INDEX)


def _gallery(
    edition: Edition,
    frame: Frame,
    title: str,
    url: str,
    products: Sequence[Product],
    size: int,
    crumbs: Sequence[Crumb],
    filters: Filters,
    intro: str,
) -> Iterator[Page]:
    for number, total, entries in cut_pages(products, size):
        pairs = tuple(
            (p.card, m.card if (m := edition.maker_of.get(p.card.maker)) else None) for p in entries
        )
        args = (frame, title, url, number, total, pairs, tuple(crumbs), filters, intro)
        lead = first_cover(card for card, _ in pairs)
        text = card_text(frame.cards, "gallery", title, [label for label, _ in crumbs], lead)
        yield Page(urls.numbered(url, number), TEMPLATE, view, args, card=text)


def view(
    _html: Html,
    frame: Frame,
    title: str,
    url: str,
    number: int,
    total: int,
    pairs: tuple[Any, ...],
    crumbs: tuple[Crumb, ...],
    filters: Filters,
    intro: str,
) -> dict[str, Any]:
    page_title = title if number == 1 else f"{title} · {frame.words['page_number'].format(n=number)}"
    return context(
        frame,
        "gallery",
        title,
        urls.numbered(url, number),
        head_title=f"{page_title} · {frame.title}",
        description=(intro if number == 1 else "") or f"{page_title}, {frame.title}.",
        crumbs=crumbs,
        photo=first_cover(card for card, _ in pairs),
        prev_url=urls.numbered(url, number - 1) if number > 1 else "",
        next_url=urls.numbered(url, number + 1) if number < total else "",
        cards=[product_card(frame, *pair) for pair in pairs],
        pager=pager_view(frame, url, number, total),
        filters=[_filter(frame, *facet, url) for facet in filters.value],
        gallery_url=frame.href(urls.gallery(frame.prefix)),
        catalogue_url=frame.site["catalogue"],
        data_url=frame.href(urls.gallery_data(frame.prefix)),
        intro=intro if number == 1 else "",
    )


def _filter(
    frame: Frame, name: str, title: str, choices: tuple[tuple[str, str, str, int, str], ...], url: str
) -> dict[str, Any]:
    entries = [
        {**group(frame, label, link, count, lang), "value": value, "current": link == url}
        for value, label, link, count, lang in choices
    ]
    return {"name": name, "title": title, "entries": entries}


def view_data(_html: Html, names: tuple[str, ...], size: int, rows: Any) -> str:
    """For the script: where the products of any combination stand in the pages that there are. `rows` hold,
    for each product in the order of every list, the values of each facet; `numbered` is what page {n} of a
    list adds to its address."""
    numbered = urls.numbered("", 2).replace("2", "{n}")
    data = {"facets": names, "size": size, "numbered": numbered, "products": rows}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
