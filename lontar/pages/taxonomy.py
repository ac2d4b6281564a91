"""Categories and tags of articles, each with its numbered list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lontar.model import urls
from lontar.pages.cards import group, label_of
from lontar.pages.frame import Frame
from lontar.pages.listing import listing
from lontar.pages.meta import context
from lontar.pages.planned import Html, Page
from lontar.pages.share_cards import card_text
from lontar.site.site import Edition, Site

TEMPLATE = "tags.html"
FEED_TYPES = (("feed.xml", "application/atom+xml"), ("feed.json", "application/feed+json"))


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    yield from _categories(site, edition, frame)
    yield from _tags(site, edition, frame)


def _categories(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    size = site.config.page_size["berita"]
    news = (frame.words["news"], urls.news(edition.prefix))
    for slug, articles in edition.articles_by_category.items():
        label, url = label_of(frame, "berita", slug), urls.news_category(slug, edition.prefix)
        feeds = tuple((url + name, type_) for name, type_ in FEED_TYPES)
        yield from listing(frame, "category", label, url, articles, size, [news, (label, url)], feeds=feeds)


def _tags(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    size = site.config.page_size["tag"]
    top = (frame.words["tags"], urls.tags(edition.prefix))
    slugs = sorted(edition.tag_names, key=lambda slug: (edition.tag_names[slug].casefold(), slug))
    counts = []
    for slug in slugs:
        name, url = edition.tag_names[slug], urls.tag(slug, edition.prefix)
        articles = edition.articles_by_tag.get(slug, ())
        products = edition.products_by_tag.get(slug, ())
        events = [event.card for event in edition.events_by_tag.get(slug, ())]
        pairs = [(p.card, m.card if (m := edition.maker_of.get(p.card.maker)) else None) for p in products]
        title = frame.words["tagged"].format(name=name)
        count = len(articles) + len(products) + len(events)
        counts.append((name, url, count, edition.tag_langs.get(slug, "")))
        crumbs = [top, (name, url)]
        yield from listing(frame, "tag", title, url, articles, size, crumbs, products=pairs, events=events)
    text = card_text(frame.cards, "tags", top[0], (top[0],), None)
    yield Page(urls.tags(edition.prefix), TEMPLATE, view, (frame, tuple(counts)), card=text)


def view(_html: Html, frame: Frame, counts: tuple[tuple[str, str, int, str], ...]) -> dict[str, Any]:
    title, url = frame.words["tags"], urls.tags(frame.prefix)
    return context(
        frame,
        "tags",
        title,
        url,
        description=f"{title}, {frame.title}.",
        crumbs=[(title, url)],
        groups=[group(frame, *entry) for entry in counts],
    )
