"""The YAML of a product."""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field

from lontar.load.written.values import (
    STRICT,
    Centimetres,
    Grams,
    Line,
    Markdown,
    Rupiah,
    Slug,
    Title,
    UrlPath,
    WrittenPhoto,
)


@dataclass(frozen=True, slots=True)
class WrittenDimensions:
    __pydantic_config__ = STRICT

    length: Centimetres | None = None
    width: Centimetres | None = None
    height: Centimetres | None = None
    diameter: Centimetres | None = None


@dataclass(frozen=True, slots=True)
class WrittenProduct:
    __pydantic_config__ = STRICT

    name: Title
    category: Slug
    maker: Slug
    price: Rupiah | None = None
    price_note: Line = ""
    availability: Literal["tersedia", "pesanan", "habis"] = "tersedia"
    materials: Annotated[list[Line], Field(max_length=30)] = field(default_factory=list)
    techniques: Annotated[list[Line], Field(max_length=30)] = field(default_factory=list)
    dimensions: WrittenDimensions | None = None
    weight: Grams | None = None
    sku: Line = ""
    photos: Annotated[list[WrittenPhoto], Field(max_length=60)] = field(default_factory=list)
    description: Markdown = ""
    attributes: dict[Line, Line] = field(default_factory=dict)
    featured: bool = False
    tags: Annotated[list[Line], Field(max_length=20)] = field(default_factory=list)
    aliases: Annotated[list[UrlPath], Field(max_length=50)] = field(default_factory=list)
    draft: bool = False
    lang: Line | None = None
    extra: dict[str, Any] = field(default_factory=dict)
