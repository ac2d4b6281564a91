"""Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org) of the site and of each category of news."""

from __future__ import annotations

import datetime as dt
import html as markup
import json
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from lontar.model import urls
from lontar.model.article import Article
from lontar.model.body import Body, Embed
from lontar.model.photo import Photo
from lontar.pages.bodies import Shown, embedded_products
from lontar.pages.cards import label_of
from lontar.pages.frame import Frame
from lontar.pages.photos import largest
from lontar.pages.planned import Html, Page, Rank
from lontar.site.site import Edition, Site

TEMPLATE = "feed.xml"
_ENTRIES = 20
Entry = tuple[Article, Shown]


def plan(_site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    yield from _feeds(
        edition, frame, frame.title, f"{edition.prefix}/", urls.home(edition.prefix), edition.articles
    )
    for slug, articles in edition.articles_by_category.items():
        url = urls.news_category(slug, edition.prefix)
        title = f"{label_of(frame, 'berita', slug)} · {frame.title}"
        yield from _feeds(edition, frame, title, url, url, articles)


def _feeds(
    edition: Edition, frame: Frame, title: str, base: str, home: str, articles: Sequence[Article]
) -> Iterator[Page]:
    latest = articles[:_ENTRIES]
    entries = tuple((article, embedded_products(edition, article.body)) for article in latest)
    args = (frame, title, base, home, entries)
    yield Page(f"{base}feed.xml", TEMPLATE, view_atom, args, "", Rank.INDEX)
    yield Page(f"{base}feed.json", "", view_json, args, "", Rank.INDEX)


def view_atom(
    html: Html, frame: Frame, title: str, base: str, home: str, entries: tuple[Entry, ...]
) -> dict[str, Any]:
    feed = {
        "title": title,
        "subtitle": frame.description,
        "self_url": frame.absolute(f"{base}feed.xml"),
        "home_url": frame.absolute(home),
        "updated": max((_changed(article) for article, _ in entries), default=_BEGINNING).isoformat(),
        "id": frame.absolute(home),
        "lang": frame.lang,
        "author": frame.organization["name"],
    }
    return {"feed": feed, "entries": [_entry(html, frame, *entry) for entry in entries]}


def view_json(html: Html, frame: Frame, title: str, base: str, home: str, entries: tuple[Entry, ...]) -> str:
    told = [_entry(html, frame, *entry) for entry in entries]
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": frame.absolute(home),
        "feed_url": frame.absolute(f"{base}feed.json"),
        "description": frame.description,
        "language": frame.lang,
        "authors": [{"name": frame.organization["name"], "url": frame.absolute("/")}],
        "items": [
            {
                "id": entry["id"],
                "url": entry["url"],
                "title": entry["title"],
                "content_html": entry["content"],
                "summary": entry["summary"],
                "date_published": entry["published"],
                "date_modified": entry["updated"],
                "authors": [{"name": entry["author"]}],
                "tags": list(article.tags),
                **({"image": entry["image"]} if entry["image"] else {}),
            }
            for entry, (article, _) in zip(told, entries, strict=True)
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


_BEGINNING = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def _changed(article: Article) -> dt.datetime:
    return article.updated or article.card.date


def _entry(html: Html, frame: Frame, article: Article, products: Shown) -> dict[str, Any]:
    card = article.card
    address = frame.absolute(card.url)
    content = absolute_html(html[article.body.html], article.body, products, frame, address)
    if card.cover is not None:
        content = _image(frame, card.cover) + content
    return {
        "id": address,
        "url": address,
        "title": card.title,
        "published": card.date.isoformat(),
        "updated": _changed(article).isoformat(),
        "summary": card.summary,
        "content": Markup(content),
        "category": label_of(frame, "berita", card.category),
        "author": article.author or frame.organization["name"],
        "image": frame.absolute(largest(card.cover, frame.images).url) if card.cover is not None else "",
    }


def absolute_html(pieces: Sequence[str], body: Body, products: Shown, frame: Frame, address: str) -> str:
    """A text for readers elsewhere: every address whole, pictures and product cards as plain HTML."""
    out: list[str] = []
    for number, piece in enumerate(pieces):
        whole = piece.replace('href="/', f'href="{frame.origin}/').replace('href="#', f'href="{address}#')
        out.append(whole)
        if number < len(body.embeds):
            out.append(_embed(body.embeds[number], products, frame, address))
    return "".join(out)


def _embed(embed: Embed, products: Shown, frame: Frame, address: str) -> str:
    if embed.photos:
        return "".join(_image(frame, photo) for photo in embed.photos)
    if embed.kind == "product":
        card = next((card for card, _ in products if card.url.endswith(f"/{embed.target}/")), None)
        return _link(frame.absolute(card.url), card.title) if card else ""
    if embed.kind == "video":
        return _link(embed.target, embed.title or embed.target)
    if embed.kind == "survey":
        return _link(address, frame.words["survey"])
    return ""


def _link(address: str, text: str) -> str:
    return f'<p><a href="{markup.escape(address)}">{markup.escape(text)}</a></p>'


def _image(frame: Frame, photo: Photo) -> str:
    form = largest(photo, frame.images)
    caption = f"<figcaption>{markup.escape(photo.caption)}</figcaption>" if photo.caption else ""
    return (
        f'<figure><img src="{frame.absolute(form.url)}" alt="{markup.escape(photo.alt)}" '
        f'width="{form.width}" height="{form.height}">{caption}</figure>'
    )
