"""Sitemaps (sitemaps.org 0.9): an index, one of each kind of page, of images and of the latest news.

Articles are split by year, so that an edit rewrites a small file; every file stays below the format's
50,000 URLs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from lontar.digest import digest
from lontar.model.config import Images
from lontar.model.page import StaticPage
from lontar.model.photo import Photo
from lontar.model.record import url_of
from lontar.pages.frame import Frame
from lontar.pages.pagination import cut_pages
from lontar.pages.photos import largest
from lontar.pages.planned import Html, Page, Rank, View
from lontar.site.site import NEWS_AGE, Edition, Site

MOST = 40_000
"""URLs in one file; the format allows 50,000 and 50 MB."""
MOST_NEWS, MOST_IMAGES = 1000, 1000
INDEX = "/sitemap.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_URLSET = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_IMAGE = ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
_NEWS = ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'

Located = tuple[str, str]
"""URL path and date of the last change ("" if unknown)."""
Pictured = tuple[str, tuple[Photo, ...]]


def plan(site: Site, frames: Sequence[Frame], others: Iterable[str]) -> Iterator[Page]:
    """`others` are the URL paths of all indexable pages that are not of records."""
    frame = frames[0]
    maps: list[str] = []
    for name, entries in _sections(site, others):
        for number, _, part in cut_pages(entries, MOST):
            url = f"/sitemap-{name}.xml" if number == 1 else f"/sitemap-{name}-{number}.xml"
            maps.append(url)
            yield _page(url, view_urls, frame, tuple(part))
    pictured = [entry for edition in site.editions for entry in _pictured(edition)]
    for number, _, images in cut_pages(pictured, MOST // 4):
        url = "/sitemap-gambar.xml" if number == 1 else f"/sitemap-gambar-{number}.xml"
        maps.append(url)
        yield _page(url, view_images, frame, tuple(images))
    maps.append("/sitemap-kabar.xml")
    yield _page(maps[-1], view_news, frame, tuple(_news(site)))
    yield _page(INDEX, view_index, frame, tuple(maps))


def _page(url: str, view: View, frame: Frame, entries: tuple[object, ...]) -> Page:
    return Page(
        url,
        "",
        view,
        (Address(frame.origin + frame.base, frame.title, frame.images), entries),
        "",
        Rank.INDEX,
    )


@dataclass(frozen=True, slots=True)
class Address:
    """All of the frame that a sitemap shows, so that nothing else rewrites it."""

    root: str
    title: str
    images: Images

    @property
    def digest(self) -> str:
        return digest(self.root, self.title, *self.images.widths, self.images.publish_originals)

    def absolute(self, url: str) -> str:
        return escape(self.root + url)


def _sections(site: Site, others: Iterable[str]) -> Iterator[tuple[str, Sequence[Located]]]:
    """Name and entries of each sitemap; those of another language than the default begin with its tag."""
    left = list(others)
    found: list[tuple[str, Sequence[Located]]] = []
    for edition in reversed(site.editions):  # "/" begins the addresses of all languages
        own = [url for url in left if url.startswith(f"{edition.prefix}/")]
        left = [url for url in left if not url.startswith(f"{edition.prefix}/")]
        name = f"{edition.lang}-" if edition.prefix else ""
        found[:0] = [(name + section, entries) for section, entries in _sections_of(edition, own)]
    yield from found


def _sections_of(edition: Edition, others: Iterable[str]) -> Iterator[tuple[str, Sequence[Located]]]:
    yield "halaman", tuple((url, "") for url in others)
    by_year: dict[int, list[Located]] = {}
    for article in edition.articles:
        day = (article.updated or article.card.date).date().isoformat()
        by_year.setdefault(article.card.date.year, []).append((article.card.url, day))
    for year, entries in sorted(by_year.items(), reverse=True):
        yield f"berita-{year}", entries
    if edition.events:
        days = ((event.card.url, event.updated) for event in edition.events)
        yield "agenda", [(url, day.date().isoformat() if day else "") for url, day in days]
    if edition.products:
        yield "produk", [(product.card.url, "") for product in edition.products]
    if edition.makers:
        yield "perajin", [(maker.card.url, "") for maker in edition.makers]


def _pictured(edition: Edition) -> Iterator[Pictured]:
    for record in edition.texts:
        if isinstance(record, StaticPage):
            continue
        lead = (record.card.cover,) if record.card.cover is not None else ()
        embedded = tuple(photo for embed in record.body.embeds for photo in embed.photos)
        photos = {p.file.content: p for p in (*lead, *getattr(record, "photos", ()), *embedded)}
        if photos:
            yield record.card.url, tuple(photos.values())[:MOST_IMAGES]


def _news(site: Site) -> Iterator[tuple[str, str, dt.datetime, str]]:
    """Articles of the last two days, at most a thousand: Google News takes no others."""
    fresh = [
        (a.card.url, a.card.title, a.card.date, edition.lang)
        for edition in site.editions
        for a in edition.articles
        if site.now - NEWS_AGE < a.card.date <= site.now
    ]
    yield from sorted(fresh, key=lambda entry: (entry[2], entry[0]), reverse=True)[:MOST_NEWS]


def view_urls(_html: Html, to: Address, entries: tuple[Located, ...]) -> str:
    rows = [
        f"<url><loc>{to.absolute(url)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for url, day in entries
    ]
    return f"{_HEAD}{_URLSET}>\n{''.join(rows)}</urlset>\n"


def view_images(_html: Html, to: Address, entries: tuple[Pictured, ...]) -> str:
    return f"{_HEAD}{_URLSET}{_IMAGE}>\n{''.join(_images_row(to, *entry) for entry in entries)}</urlset>\n"


def _images_row(to: Address, url: str, photos: tuple[Photo, ...]) -> str:
    images = "".join(
        f"<image:image><image:loc>{to.absolute(largest(photo, to.images).url)}</image:loc></image:image>"
        for photo in photos
    )
    return f"<url><loc>{to.absolute(url)}</loc>{images}</url>\n"


def view_news(_html: Html, to: Address, entries: tuple[tuple[str, str, dt.datetime, str], ...]) -> str:
    rows = [
        f"<url><loc>{to.absolute(url)}</loc><news:news><news:publication><news:name>{escape(to.title)}</news:name>"
        f"<news:language>{lang}</news:language></news:publication>"
        f"<news:publication_date>{date.isoformat()}</news:publication_date>"
        f"<news:title>{escape(title)}</news:title></news:news></url>\n"
        for url, title, date, lang in entries
    ]
    return f"{_HEAD}{_URLSET}{_NEWS}>\n{''.join(rows)}</urlset>\n"


def view_index(_html: Html, to: Address, maps: tuple[str, ...]) -> str:
    rows = "".join(f"<sitemap><loc>{to.absolute(url)}</loc></sitemap>\n" for url in maps)
    return (
        f'{_HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</sitemapindex>\n'
    )


def indexable(pages: Iterable[Page], site: Site) -> list[str]:
    """URL paths of the pages a search engine shall find, but for records, which have their own files."""
    own = {url_of(r) for e in site.editions for r in e.texts if not isinstance(r, StaticPage)}
    return sorted(
        page.url
        for page in pages
        if page.url.endswith("/") and page.url not in own and page.template != "alias.html"
    )
