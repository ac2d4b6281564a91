"""plan(site): every file that shall exist. KINDS is the table of contents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lontar.errors import Place, Problem, problem
from lontar.model.photo import PhotoFile
from lontar.model.record import Text
from lontar.pages import (
    aliases,
    article,
    assets,
    calendars,
    catalogue,
    event,
    feeds,
    gallery,
    headers,
    home,
    languages,
    listing,
    maker,
    page,
    product,
    product_feeds,
    qr,
    root_files,
    search,
    sitemaps,
    survey,
    taxonomy,
)
from lontar.pages.frame import make_frame
from lontar.pages.photos import renditions
from lontar.pages.planned import Page, Rendition
from lontar.pages.share_cards import composed
from lontar.site.site import Site

KINDS = (
    *(home, article, listing, taxonomy, gallery, product, maker, page, survey, search, event),
    *(catalogue, qr, feeds, calendars, product_feeds, aliases),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """`pages` in the order they are planned; `problems` are files that two of them would claim."""

    pages: tuple[Page, ...]
    renditions: tuple[Rendition, ...]
    problems: tuple[Problem, ...]


def plan(
    site: Site, words: Mapping[str, Mapping[str, str]], theme: Mapping[str, bytes], design: str = ""
) -> Plan:
    """`words` by language, `theme` by name under templates/assets, `design` the digest of templates/share:
    see lontar.load.theme."""
    from urllib.parse import urlsplit

    names, files = assets.publish(theme, urlsplit(site.config.site.url).path.rstrip("/"))
    frames = [make_frame(site, edition, words, names, design) for edition in site.editions]
    pages: list[Page] = list(assets.plan(files))
    for edition, frame in zip(site.editions, frames, strict=True):
        for kind in KINDS:
            pages.extend(kind.plan(site, edition, frame))
    pages = languages.pair(pages, site)
    for edition, frame in zip(site.editions, frames, strict=True):
        pages.extend(root_files.plan_not_found(edition, frame))
    pages.extend(root_files.plan(frames[0]))
    pages.extend(headers.plan(site, frames[0]))
    pages.extend(survey.plan_data(site))
    pages.extend(aliases.plan_redirects(site, frames[0]))
    pages.extend(sitemaps.plan(site, frames, sitemaps.indexable(pages, site)))
    texts = {page.card for page in pages if page.card}
    forms = (*_renditions(site), *(composed(text, design) for text in sorted(texts)))
    return Plan(tuple(pages), forms, tuple(find_collisions(pages, forms)))


def _renditions(site: Site) -> tuple[Rendition, ...]:
    photos: dict[str, PhotoFile] = {}
    leads: dict[str, PhotoFile] = {}
    news: dict[str, PhotoFile] = {}
    for edition in site.editions:
        for record in edition.texts:
            _gather(record, photos, leads)
        covers = (
            *(article_.card.cover for article_ in edition.articles),
            *(event_.card.cover for event_ in edition.events),
        )
        news |= {cover.file.source: cover.file for cover in covers if cover is not None}
    return renditions(photos.values(), leads.values(), news.values(), site.config.images)


def _gather(record: Text, photos: dict[str, PhotoFile], leads: dict[str, PhotoFile]) -> None:
    """The photos that one record's pages show, and the one that stands for it when it is shared."""
    card = getattr(record, "card", None)
    embedded = [photo for embed in record.body.embeds for photo in embed.photos]
    lead = card.cover if card is not None else (embedded[0] if embedded else None)
    for photo in (*getattr(record, "photos", ()), *embedded, *((lead,) if lead is not None else ())):
        photos[photo.file.source] = photo.file
    if lead is not None:
        leads[lead.file.source] = lead.file


def find_collisions(pages: Iterable[Page], forms: Iterable[Rendition]) -> Iterator[Problem]:
    """Files that differ by nothing but case or Unicode form are one file on many disks; and where a file
    is, there can be no folder."""
    owners: dict[str, Page | Rendition] = {}
    both: tuple[Page | Rendition, ...] = (*forms, *pages)
    for one in both:
        other = owners.setdefault(_name(one.path), one)
        if other is not one:
            yield _collision(one, other)
    seen: set[str] = set()
    for path, one in owners.items():
        folder = path.rpartition("/")[0]
        while folder and folder not in seen:
            seen.add(folder)
            if (file := owners.get(folder)) is not None:
                yield _collision(one, file)
            folder = folder.rpartition("/")[0]


def _name(path: str) -> str:
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def _collision(one: Page | Rendition, other: Page | Rendition) -> Problem:
    """Told at the file that an editor can change, the alias first: it is the easiest to give up."""
    if not _is_written(one) or (_is_alias(other) and not _is_alias(one)):
        one, other = other, one
    code = "collision-alias" if _is_alias(one) else "collision" if _is_written(other) else "collision-own"
    taken = other.source if _is_written(other) else "@own-page"
    line = one.line if isinstance(one, Page) else 0
    return problem(Place(one.source or "templates/assets", line), code, url=one.url, other=taken)


def _is_written(one: Page | Rendition) -> bool:
    return isinstance(one, Page) and one.source != ""


def _is_alias(one: Page | Rendition) -> bool:
    return isinstance(one, Page) and one.template == aliases.TEMPLATE
