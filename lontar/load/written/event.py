"""Front matter of an event."""

from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import Field

from lontar.load.written.values import (
    STRICT,
    FileName,
    Line,
    Moment,
    Slug,
    Text,
    Title,
    UrlPath,
    WebAddress,
    WrittenCoordinates,
    WrittenPhoto,
)


@dataclass(frozen=True, slots=True)
class WrittenVenue:
    __pydantic_config__ = STRICT

    name: Line
    address: Line = ""
    coordinates: WrittenCoordinates | None = None


@dataclass(frozen=True, slots=True)
class WrittenEvent:
    """`related` names articles: by slug, or by the path of their file."""

    __pydantic_config__ = STRICT

    title: Title
    start: Moment
    place: WrittenVenue
    category: Slug
    end: Moment | None = None
    updated: Moment | None = None
    registration: WebAddress | None = None
    summary: Text = ""
    cover: WrittenPhoto | None = None
    tags: Annotated[list[Line], Field(max_length=20)] = field(default_factory=list)
    related: Annotated[list[FileName], Field(max_length=20)] = field(default_factory=list)
    aliases: Annotated[list[UrlPath], Field(max_length=50)] = field(default_factory=list)
    draft: bool = False
    lang: Line | None = None
    extra: dict[str, Any] = field(default_factory=dict)
