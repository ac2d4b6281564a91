"""A page that stands by itself, such as "Tentang" (content/halaman)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from lontar.errors import Problem
from lontar.model.body import Body

MenuPlace = Literal["utama", "kaki"]


class StaticPage(NamedTuple):
    source: str
    slug: str
    lang: str
    url: str
    title: str
    title_lang: str
    summary: str
    menu: MenuPlace | None
    order: int
    aliases: tuple[str, ...]
    draft: bool
    body: Body
    lines: tuple[tuple[str, int], ...]
    notes: tuple[Problem, ...]
    digest: str
