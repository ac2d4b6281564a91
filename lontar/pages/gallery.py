"""The gallery: all products, and those of a category, a material or a maker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lontar.digest import Digested
from lontar.model import urls
from lontar.model.product import Product
from lontar.pages.cards import label_of, product_card
from lontar.pages.frame import Frame
from lontar.pages.meta import Crumb, context
from lontar.pages.pagination import cut_pages, pager_view
from lontar.pages.planned import Html, Page
from lontar.site.site import Edition, Site

TEMPLATE = "gallery.html"
Filters = Digested[tuple[tuple[str, tuple[tuple[str, str, int], ...]], ...]]


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    words, prefix = frame.words, edition.prefix
    size = site.config.page_size["galeri"]
    top = (words["gallery"], urls.gallery(prefix))
    materials = {urls.slugify(name): name for p in reversed(edition.products) for name in p.materials}
    categories = tuple(
        (label_of(frame, "produk", slug), urls.gallery_category(slug, prefix), len(found))
        for slug, found in edition.products_by_category.items()
    )
    by_material = tuple(
        (materials[slug], urls.gallery_material(slug, prefix), len(found))
        for slug, found in edition.products_by_material.items()
    )
    by_maker = tuple(
        (edition.maker_of[slug].card.title, urls.gallery_maker(slug, prefix), len(found))
        for slug, found in edition.products_by_maker.items()
        if slug in edition.maker_of
    )
    whole = ((words["all"], top[1], len(edition.products)),)
    filters: Filters = Digested(
        (
            (words["category"], (*whole, *categories)),
            (words["material"], by_material),
            (words["maker"], by_maker),
        )
    )
    yield from _gallery(
        edition,
        frame,
        words["gallery"],
        top[1],
        edition.products,
        size,
        [top],
        filters,
        words["gallery_intro"],
    )
    groups = (
        *zip(categories, edition.products_by_category.values(), strict=True),
        *zip(by_material, edition.products_by_material.values(), strict=True),
        *zip(
            by_maker,
            (found for slug, found in edition.products_by_maker.items() if slug in edition.maker_of),
            strict=True,
        ),
    )
    for (label, url, _count), products in groups:
        title = words["gallery_of"].format(name=label)
        yield from _gallery(edition, frame, title, url, products, size, [top, (label, url)], filters, "")


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
        yield Page(urls.numbered(url, number), TEMPLATE, view, args)


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
    shown = [
        {
            "title": name,
            "entries": [
                {"label": label, "url": frame.href(link), "count": count, "current": link == url}
                for label, link, count in entries
            ],
        }
        for name, entries in filters.value
        if entries
    ]
    page_title = title if number == 1 else f"{title} · {frame.words['page_number'].format(n=number)}"
    return context(
        frame,
        "gallery",
        title,
        urls.numbered(url, number),
        head_title=f"{page_title} · {frame.title}",
        description=(intro if number == 1 else "") or f"{page_title}, {frame.title}.",
        crumbs=crumbs,
        photo=next((card.cover for card, _ in pairs if card.cover), None),
        prev_url=urls.numbered(url, number - 1) if number > 1 else "",
        next_url=urls.numbered(url, number + 1) if number < total else "",
        cards=[product_card(frame, *pair) for pair in pairs],
        pager=pager_view(frame, url, number, total),
        filters=shown,
        intro=intro if number == 1 else "",
    )
