"""Front matter of a page that stands by itself."""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field

from lontar.load.written.values import STRICT, Line, Text, Title, UrlPath


@dataclass(frozen=True, slots=True)
class WrittenPage:
    __pydantic_config__ = STRICT

    title: Title
    summary: Text = ""
    menu: Literal["utama", "kaki"] | None = None
    order: Annotated[int, Field(ge=-1000, le=1000)] = 0
    aliases: Annotated[list[UrlPath], Field(max_length=50)] = field(default_factory=list)
    draft: bool = False
    lang: Line | None = None
    extra: dict[str, Any] = field(default_factory=dict)
