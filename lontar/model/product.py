"""A product of the gallery (content/produk)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from lontar.errors import Problem
from lontar.model.body import Body
from lontar.model.photo import Photo

Availability = Literal["tersedia", "pesanan", "habis"]


class ProductCard(NamedTuple):
    """What a listing may show of a product. `price` is in whole rupiah, None when one has to ask."""

    url: str
    title: str
    summary: str
    category: str
    price: int | None
    price_note: str
    availability: Availability
    maker: str
    featured: bool
    title_lang: str
    summary_lang: str
    price_note_lang: str
    cover: Photo | None
    digest: str


class Dimensions(NamedTuple):
    """In centimetres; 0 where it is not said."""

    length: float = 0
    width: float = 0
    height: float = 0
    diameter: float = 0


class ProductLangs(NamedTuple):
    """The language in which each of these fields of a product is written."""

    materials: str
    techniques: str
    attributes: str
    tags: str


class Product(NamedTuple):
    """`weight` is in grams, 0 where it is not said; `attributes` are free pairs of label and value."""

    source: str
    slug: str
    lang: str
    card: ProductCard
    materials: tuple[str, ...]
    techniques: tuple[str, ...]
    dimensions: Dimensions
    weight: int
    sku: str
    photos: tuple[Photo, ...]
    attributes: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    aliases: tuple[str, ...]
    draft: bool
    langs: ProductLangs
    body: Body
    lines: tuple[tuple[str, int], ...]
    notes: tuple[Problem, ...]
    digest: str
