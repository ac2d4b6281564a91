"""plan(site): every file that shall exist. KINDS is the table of contents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lontar.errors import Place, Problem, problem
from lontar.model.photo import PhotoFile
from lontar.model.record import Text
from lontar.pages import (
    aliases,
    article,
    assets,
    feeds,
    gallery,
    home,
    listing,
    maker,
    page,
    product,
    root_files,
    sitemaps,
    survey,
    taxonomy,
)
from lontar.pages.frame import make_frame
from lontar.pages.photos import renditions
from lontar.pages.planned import Page, Rendition
from lontar.site.site import Site

KINDS = (home, article, listing, taxonomy, gallery, product, maker, page, survey, feeds, aliases)


@dataclass(frozen=True, slots=True)
class Plan:
    """`pages` in the order they are planned; `problems` are files that two of them would claim."""

    pages: tuple[Page, ...]
    renditions: tuple[Rendition, ...]
    problems: tuple[Problem, ...]


def plan(site: Site, words: Mapping[str, Mapping[str, str]], theme: Mapping[str, bytes]) -> Plan:
    """`words` by language and `theme` by name under templates/assets: see lontar.load.theme."""
    from urllib.parse import urlsplit

    names, files = assets.publish(theme, urlsplit(site.config.site.url).path.rstrip("/"))
    frames = [make_frame(site, edition, words, names) for edition in site.editions]
    pages: list[Page] = list(assets.plan(files))
    for edition, frame in zip(site.editions, frames, strict=True):
        for kind in KINDS:
            pages.extend(kind.plan(site, edition, frame))
    pages.extend(root_files.plan(site, site.main, frames[0]))
    pages.extend(survey.plan_data(site))
    pages.extend(aliases.plan_redirects(site, frames[0]))
    pages.extend(sitemaps.plan(site, frames, sitemaps.indexable(pages, site)))
    forms = _renditions(site)
    return Plan(tuple(pages), forms, tuple(find_collisions(pages, forms)))


def _renditions(site: Site) -> tuple[Rendition, ...]:
    photos: dict[str, PhotoFile] = {}
    leads: dict[str, PhotoFile] = {}
    news: dict[str, PhotoFile] = {}
    for edition in site.editions:
        for record in edition.texts:
            _gather(record, photos, leads)
        for article_ in edition.articles:
            if article_.card.cover is not None:
                news[article_.card.cover.file.source] = article_.card.cover.file
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


def find_collisions(pages: Iterable[Page], forms: Iterable[Rendition]) -> Iterable[Problem]:
    """Files that differ by nothing but case or Unicode form are one file on many disks."""
    owners: dict[str, Page | Rendition] = {}
    both: tuple[Page | Rendition, ...] = (*forms, *pages)
    for one in both:
        key = unicodedata.normalize("NFC", one.path).casefold()
        other = owners.setdefault(key, one)
        if other is not one:
            yield problem(
                Place(_owner(one)),
                "collision",
                url=one.url,
                other=_owner(other),
            )


def _owner(one: Page | Rendition) -> str:
    """The file to look at: the record's, or the template of a page that belongs to none."""
    if isinstance(one, Page) and not one.source:
        return f"templates/{one.template}" if one.template else "templates/assets"
    return one.source
