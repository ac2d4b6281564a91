"""The YAML of a maker."""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field

from lontar.load.written.values import (
    STRICT,
    Day,
    Email,
    Instagram,
    Line,
    Markdown,
    Title,
    UrlPath,
    WebAddress,
    WhatsApp,
    WrittenCoordinates,
    WrittenPhoto,
)


@dataclass(frozen=True, slots=True)
class WrittenCuration:
    __pydantic_config__ = STRICT

    status: Literal["lolos", "proses", "belum"]
    date: Day | None = None
    by: Line = ""


@dataclass(frozen=True, slots=True)
class WrittenContact:
    __pydantic_config__ = STRICT

    whatsapp: WhatsApp | None = None
    instagram: Instagram | None = None
    email: Email | None = None
    website: WebAddress | None = None


@dataclass(frozen=True, slots=True)
class WrittenMaker:
    __pydantic_config__ = STRICT

    name: Title
    kind: Literal["perajin", "umkm", "sentra"] = "perajin"
    village: Line = ""
    district: Line = ""
    coordinates: WrittenCoordinates | None = None
    since: Annotated[int, Field(ge=1500, le=2200)] | None = None
    curated: WrittenCuration | None = None
    contact: WrittenContact | None = None
    photo: WrittenPhoto | None = None
    story: Markdown = ""
    aliases: Annotated[list[UrlPath], Field(max_length=50)] = field(default_factory=list)
    draft: bool = False
    lang: Line | None = None
    extra: dict[str, Any] = field(default_factory=dict)
