"""Front matter of an article."""

from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import Field

from lontar.load.written.values import STRICT, Line, Moment, Slug, Text, Title, UrlPath, WrittenPhoto


@dataclass(frozen=True, slots=True)
class WrittenArticle:
    __pydantic_config__ = STRICT

    title: Title
    date: Moment
    category: Slug
    updated: Moment | None = None
    author: Line = ""
    location: Line = ""
    tags: Annotated[list[Line], Field(max_length=20)] = field(default_factory=list)
    summary: Text = ""
    cover: WrittenPhoto | None = None
    photos: Annotated[list[WrittenPhoto], Field(max_length=200)] = field(default_factory=list)
    survey: Slug | None = None
    aliases: Annotated[list[UrlPath], Field(max_length=50)] = field(default_factory=list)
    draft: bool = False
    publish_at: Moment | None = None
    expires_at: Moment | None = None
    lang: Line | None = None
    translation_of: Slug | None = None
    extra: dict[str, Any] = field(default_factory=dict)
