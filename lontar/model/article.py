"""A news article (content/berita)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lontar.errors import Problem
from lontar.model.body import Body
from lontar.model.photo import Photo


class ArticleCard(NamedTuple):
    """What a listing may show of an article. `date` carries its zone."""

    url: str
    title: str
    summary: str
    date: dt.datetime
    has_time: bool
    category: str
    location: str
    title_lang: str
    summary_lang: str
    cover: Photo | None
    digest: str


class Article(NamedTuple):
    """`tags_lang` is the language of the tags."""

    source: str
    slug: str
    lang: str
    card: ArticleCard
    updated: dt.datetime | None
    author: str
    tags: tuple[str, ...]
    tags_lang: str
    photos: tuple[Photo, ...]
    survey: str
    aliases: tuple[str, ...]
    draft: bool
    publish_at: dt.datetime | None
    expires_at: dt.datetime | None
    translation_of: str
    body: Body
    lines: tuple[tuple[str, int], ...]
    notes: tuple[Problem, ...]
    digest: str
