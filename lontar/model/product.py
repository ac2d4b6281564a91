"""A product of the gallery (content/produk)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lontar.errors import Problem
from lontar.model.body import Body
from lontar.model.photo import Photo

Availability = Literal["tersedia", "pesanan", "habis"]


@dataclass(frozen=True, slots=True)
class ProductCard:
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
    cover: Photo | None
    digest: str


@dataclass(frozen=True, slots=True)
class Dimensions:
    """In centimetres; 0 where it is not said."""

    length: float = 0
    width: float = 0
    height: float = 0
    diameter: float = 0


@dataclass(frozen=True, slots=True)
class Product:
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
    body: Body
    lines: tuple[tuple[str, int], ...]
    notes: tuple[Problem, ...]
    digest: str
