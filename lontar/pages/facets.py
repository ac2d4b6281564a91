"""What the gallery can be narrowed by: category, material, maker, price and availability.

Every value of a facet has a page of its own; the script of the gallery combines them
(docs/decisions/0044-gallery-filters.md).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lontar.model import urls
from lontar.model.product import Product
from lontar.pages.cards import availability_of, label_of
from lontar.pages.formats import rupiah
from lontar.pages.frame import Frame
from lontar.site.site import Edition

STEPS = (50_000, 100_000, 250_000, 500_000, 1_000_000)
"""Whole rupiah; a price belongs to the first step that it does not exceed."""
_CATEGORY = "kategori"
_STOCK = ("tersedia", "pesanan", "habis")


class Choice(NamedTuple):
    """One value of a facet: how it is written in an address, its label, its page, its products, and the
    label's language where it may not be the page's own."""

    value: str
    label: str
    url: str
    products: Sequence[Product]
    lang: str = ""


class Facet(NamedTuple):
    """`name` is how an address calls it (?bahan=katun)."""

    name: str
    title: str
    choices: tuple[Choice, ...]


def facets(edition: Edition, frame: Frame, wanted: Collection[str]) -> tuple[Facet, ...]:
    """The category and those `wanted` by name, as far as some product has a value."""
    words, prefix = frame.words, edition.prefix
    materials = _materials(edition)
    found = (
        Facet(
            _CATEGORY,
            words["category"],
            tuple(
                Choice(slug, label_of(frame, "produk", slug), urls.gallery_category(slug, prefix), products)
                for slug, products in edition.products_by_category.items()
            ),
        ),
        Facet(
            "bahan",
            words["material"],
            tuple(
                Choice(slug, name, urls.gallery_material(slug, prefix), products, lang)
                for slug, products in edition.products_by_material.items()
                for name, lang in [materials[slug]]
            ),
        ),
        Facet(
            "perajin",
            words["maker"],
            tuple(
                Choice(slug, maker.title, urls.gallery_maker(slug, prefix), products, maker.title_lang)
                for slug, products in edition.products_by_maker.items()
                if slug in edition.maker_of
                for maker in [edition.maker_of[slug].card]
            ),
        ),
        Facet("harga", words["price"], tuple(_prices(edition.products, frame))),
        Facet("ketersediaan", words["availability"], tuple(_stock(edition.products, frame))),
    )
    return tuple(facet for facet in found if facet.choices and facet.name in (_CATEGORY, *wanted))


def _materials(edition: Edition) -> Mapping[str, tuple[str, str]]:
    """By slug, a material as the first product writes it, in the edition's language if one does."""
    found: dict[str, tuple[str, str]] = {}
    for product in reversed(edition.products):
        lang = product.langs.materials
        for name in product.materials:
            slug = urls.slugify(name)
            if lang == edition.lang or found.get(slug, ("", ""))[1] != edition.lang:
                found[slug] = (name, lang)
    return found


def _prices(products: Iterable[Product], frame: Frame) -> Iterator[Choice]:
    groups = _grouped((step_of(p.card.price), p) for p in products if p.card.price is not None)
    for number, step in enumerate((*STEPS, None)):
        if number in groups:
            low = STEPS[number - 1] if number else 0
            value = urls.price_range(low, step)
            url = urls.gallery_price(value, frame.prefix)
            yield Choice(value, _price_label(low, step, frame), url, groups[number])


def step_of(price: int) -> int:
    """Number of the first step that the price does not exceed; the number of steps for one beyond them."""
    return next((number for number, step in enumerate(STEPS) if price <= step), len(STEPS))


def _price_label(low: int, high: int | None, frame: Frame) -> str:
    if high is None:
        return frame.words["price_above"].format(price=rupiah(low, frame.lang))
    if not low:
        return frame.words["price_up_to"].format(price=rupiah(high, frame.lang))
    return f"{rupiah(low, frame.lang)}–{rupiah(high, frame.lang)}"


def _stock(products: Iterable[Product], frame: Frame) -> Iterator[Choice]:
    groups = _grouped((_STOCK.index(p.card.availability), p) for p in products)
    for number, value in enumerate(_STOCK):
        if number in groups:
            url = urls.gallery_availability(value, frame.prefix)
            yield Choice(value, availability_of(frame, value), url, groups[number])


def _grouped(pairs: Iterable[tuple[int, Product]]) -> Mapping[int, list[Product]]:
    found: dict[int, list[Product]] = {}
    for key, product in pairs:
        found.setdefault(key, []).append(product)
    return found


def table(products: Sequence[Product], found: Sequence[Facet]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """For each product, for each facet, its values: what the script looks matches up in."""
    values: dict[str, list[list[str]]] = {p.slug: [[] for _ in found] for p in products}
    for number, facet in enumerate(found):
        for choice in facet.choices:
            for product in choice.products:
                values[product.slug][number].append(choice.value)
    return tuple(tuple(tuple(own) for own in values[p.slug]) for p in products)
