"""Small files at the root: robots.txt, the web manifest, the page for what is not there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lontar.model.article import ArticleCard
from lontar.pages.cards import article_card
from lontar.pages.frame import Frame
from lontar.pages.meta import context
from lontar.pages.planned import Html, Page, Rank
from lontar.pages.sitemaps import INDEX
from lontar.site.site import Edition

NOT_FOUND = "404.html"
_LATEST = 4
_PAPER, _INDIGO = "#faf6ee", "#23305c"
_ICONS = ((192, "icon-192.png"), (512, "icon-512.png"))


def plan(frame: Frame) -> Iterator[Page]:
    yield Page("/robots.txt", "", view_robots, (frame.absolute(INDEX),), "", Rank.INDEX)
    icons = tuple(icon for icon in _ICONS if f"root/{icon[1]}" in frame.assets)
    args = (frame.title, frame.lang, frame.base, icons)
    yield Page("/site.webmanifest", "", view_manifest, args, "", Rank.ASSET)


def plan_not_found(edition: Edition, frame: Frame) -> Iterator[Page]:
    """One for each language: hosts that take the nearest one answer in the reader's."""
    cards = tuple(article.card for article in edition.articles[:_LATEST])
    yield Page(f"{edition.prefix}/{NOT_FOUND}", NOT_FOUND, view_not_found, (frame, cards))


def view_robots(_html: Html, sitemap: str) -> str:
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"


def view_manifest(_html: Html, title: str, lang: str, base: str, icons: tuple[tuple[int, str], ...]) -> str:
    """Web Application Manifest (w3.org/TR/appmanifest)."""
    data = {
        "name": title,
        "short_name": title[:30],
        "lang": lang,
        "start_url": f"{base}/",
        "display": "browser",
        "background_color": _PAPER,
        "theme_color": _INDIGO,
        "icons": [
            {"src": f"{base}/{name}", "sizes": f"{size}x{size}", "type": "image/png"} for size, name in icons
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def view_not_found(_html: Html, frame: Frame, cards: tuple[ArticleCard, ...]) -> dict[str, Any]:
    return context(
        frame,
        "notfound",
        frame.words["not_found"],
        f"{frame.prefix}/{NOT_FOUND}",
        noindex=True,
        latest=[article_card(frame, card) for card in cards],
    )
