"""A page that stands by itself, such as "Tentang" (content/halaman)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lontar.errors import Problem
from lontar.model.body import Body

MenuPlace = Literal["utama", "kaki"]


@dataclass(frozen=True, slots=True)
class StaticPage:
    source: str
    slug: str
    lang: str
    url: str
    title: str
    summary: str
    menu: MenuPlace | None
    order: int
    aliases: tuple[str, ...]
    draft: bool
    body: Body
    lines: tuple[tuple[str, int], ...]
    notes: tuple[Problem, ...]
    digest: str
