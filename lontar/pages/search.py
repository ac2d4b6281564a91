"""The search page: a field for readers with JavaScript, and the way into every archive for all.

The index itself is made from the finished pages by `python build.py search` (lontar.publish.search); what a
page says to it stands in the templates as data-pagefind-* (pagefind.app/docs/indexing).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lontar.model import urls
from lontar.pages.cards import group, label_of
from lontar.pages.frame import SEARCH_SCRIPT, Frame
from lontar.pages.meta import context
from lontar.pages.planned import Html, Page
from lontar.pages.share_cards import card_text
from lontar.site.site import Edition, Site

TEMPLATE = "search.html"
_CODE = f"/{urls.SEARCH_INDEX}pagefind.js"

Counted = tuple[str, str, int]
"""Label, URL path, number of entries."""


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    """Nothing where the theme has no search."""
    if SEARCH_SCRIPT not in frame.assets:
        return
    years: dict[int, int] = {}
    months = edition.articles_by_month if site.config.lists.archive else {}
    for (year, _), articles in months.items():
        years[year] = years.get(year, 0) + len(articles)
    by_year = tuple(
        (str(year), urls.news_year(year, edition.prefix), years[year]) for year in sorted(years, reverse=True)
    )
    news = tuple(
        (label_of(frame, "berita", slug), urls.news_category(slug, edition.prefix), len(found))
        for slug, found in edition.articles_by_category.items()
    )
    goods = tuple(
        (label_of(frame, "produk", slug), urls.gallery_category(slug, edition.prefix), len(found))
        for slug, found in edition.products_by_category.items()
    )
    makers = tuple((maker.card.title, maker.card.url, 0) for maker in edition.makers[:_MOST_MAKERS])
    title = frame.words["search"]
    text = card_text(frame.cards, "search", title, (title,), None)
    yield Page(urls.search(edition.prefix), TEMPLATE, view, (frame, by_year, news, goods, makers), card=text)


_MOST_MAKERS = 24


def view(
    _html: Html,
    frame: Frame,
    years: tuple[Counted, ...],
    news: tuple[Counted, ...],
    goods: tuple[Counted, ...],
    makers: tuple[Counted, ...],
) -> dict[str, Any]:
    words, url = frame.words, urls.search(frame.prefix)
    archives = (
        (words["news"], urls.news(frame.prefix), (*years, *news)),
        (words["gallery"], urls.gallery(frame.prefix), goods),
        (words["makers"], urls.makers(frame.prefix), makers),
    )
    return context(
        frame,
        "search",
        words["search"],
        url,
        description=words["search_intro"].format(title=frame.title),
        crumbs=[(words["search"], url)],
        search={
            "action": frame.href(url),
            "index": frame.href(_CODE),
            "engine": frame.href(f"/{urls.SEARCH_INDEX}wasm.{frame.lang}.pagefind"),
        },
        archives=[
            {
                "label": label,
                "url": frame.href(place),
                "groups": [group(frame, *entry) for entry in entries],
            }
            for label, place, entries in archives
            if entries
        ],
    )
