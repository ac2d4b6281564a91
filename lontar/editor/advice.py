"""What is valid but could be better: told by `check`, never by `build`.

A pure function of the records, drafts and scheduled ones included. Each rule is linear in what it looks
at; its severity is set in site_config.yaml (`checks:`, see RULES in lontar/site/checks.py).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from lontar.editor.tags import near_tags
from lontar.errors import Place, Problem, problem
from lontar.load.sources import Stamp
from lontar.model.article import Article
from lontar.model.event import Event
from lontar.model.page import StaticPage
from lontar.model.photo import Photo
from lontar.model.product import Product
from lontar.model.record import Record, Text, title_of
from lontar.model.survey import Survey
from lontar.model.urls import slugify
from lontar.site.checks import find_problems
from lontar.site.site import Site, make_site

LONGEST_TITLE = 60
"""Characters; about what Google and the preview of a shared link show."""
LONGEST_SUMMARY = 160
LEAD_WIDTH, LEAST_WIDTH = 800, 480
"""Pixels a photo needs that stands for its page, and any other one: the smallest that phones are sent."""
HEAVIEST = 15 << 20
FAR = dt.timedelta(days=183)
_SAYS_NOTHING = frozenset(
    ("foto", "gambar", "ilustrasi", "dokumentasi", "poto", "sampul", "photo", "picture", "image", "img")
)


def advise(
    site: Site, records: Sequence[Record], photos: Mapping[str, Stamp], failed: Collection[str]
) -> Iterator[Problem]:
    """`records` are all there are; `photos` the photo files found; `failed` files that could not be read:
    where there are any, nothing is said of unused photos."""
    texts = [record for record in records if not isinstance(record, Survey)]
    for record in texts:
        yield from _words(record)
        for photo, place in _photo_places(record):
            yield from _photo(photo, place, record)
    yield from _unlisted(record for record in texts if isinstance(record, Product))
    for one in records:
        yield from _times(one, site.now)
    yield from _hidden(site, records, failed)
    yield from _tags(texts)
    used = {photo.file.source for record in texts for photo, _ in _photo_places(record)}
    yield from _files(photos, used, not failed)


def _hidden(site: Site, records: Sequence[Record], failed: Collection[str]) -> Iterator[Problem]:
    """What would be wrong with drafts and scheduled records if they were shown now: a warning in time."""
    shown = {id(one) for edition in site.editions for one in (*edition.texts, *edition.surveys)}
    hidden = {one.source for one in records if id(one) not in shown}
    if hidden:
        whole = make_site(site.config, records, site.tallies, site.now, drafts=True)
        found = (one for one in find_problems(whole, failed) if one.place.path in hidden)
        yield from (one.as_warning() for one in found)


def _photo_places(record: Text) -> Iterator[tuple[Photo, Place]]:
    """Every use of a photo and where it stands, as near as the record knows: "photos.2.alt" on the line of
    `photos:`. A cover that is the first of the photos is told once."""
    lines = dict(record.lines)
    photos: tuple[Photo, ...] = getattr(record, "photos", ())
    lead = _lead(record)
    if lead is not None and lead not in photos:
        field = "photo" if "photo" in lines else "cover"
        yield lead, Place(record.source, lines.get(field, 1), field=f"{field}.alt")
    for number, photo in enumerate(photos, 1):
        yield photo, Place(record.source, lines.get("photos", 1), field=f"photos.{number}.alt")
    for embed in record.body.embeds:
        if embed.kind in ("photo", "figure"):
            yield from ((photo, Place(record.source, embed.line)) for photo in embed.photos)


def _lead(record: Text) -> Photo | None:
    """The photo that stands for a record's page."""
    return None if isinstance(record, StaticPage) else record.card.cover


def _words(record: Text) -> Iterator[Problem]:
    lines = dict(record.lines)
    title = title_of(record)
    if len(title) > LONGEST_TITLE:
        field = "title" if "title" in lines else "name"
        place = Place(record.source, lines.get(field, 1), field=field)
        yield problem(place, "title-long", found=len(title), limit=LONGEST_TITLE)
    if not isinstance(record, Article | Event | StaticPage):
        return
    place = Place(record.source, lines.get("summary", 1), field="summary")
    summary = record.summary if isinstance(record, StaticPage) else record.card.summary
    if "summary" in lines and len(summary) > LONGEST_SUMMARY:
        yield problem(place, "summary-long", found=len(summary), limit=LONGEST_SUMMARY)
    if isinstance(record, StaticPage) and "summary" not in lines:
        yield problem(place, "summary-missing")


def _photo(photo: Photo, place: Place, record: Text) -> Iterator[Problem]:
    file = PurePosixPath(photo.file.source)
    if photo.alt and _is_useless(photo.alt, file, title_of(record)):
        yield problem(place, "alt-useless", file=file.name, found=photo.alt)
    limit = LEAD_WIDTH if photo == _lead(record) else LEAST_WIDTH
    if photo.file.width < limit:
        small = place._replace(field=place.field.replace(".alt", ".file"))
        yield problem(small, "photo-small", file=file.name, found=photo.file.width, limit=limit)


def _is_useless(alt: str, file: PurePosixPath, title: str) -> bool:
    """Nothing but words such as "foto" and digits, the name of the file, or the title over again."""
    slug = slugify(alt)
    if slug in (slugify(file.name), slugify(file.stem), slugify(title)):
        return True
    return all(word in _SAYS_NOTHING or word.isdigit() for word in slug.split("-") if word)


def _times(record: Record, now: dt.datetime) -> Iterator[Problem]:
    lines = dict(record.lines)
    moments = {name: getattr(record, name, None) for name in ("updated", "publish_at", "opens")}
    if isinstance(record, Article):
        moments["date"] = record.card.date
    for field, moment in moments.items():
        if moment is not None and moment - now > FAR:
            place = Place(record.source, lines.get(field, 1), field=field)
            yield problem(place, "date-far", field=field, found=moment.date().isoformat())


def _unlisted(products: Iterable[Product]) -> Iterator[Problem]:
    """Products that shop windows elsewhere do not take (lontar/pages/product_feeds.py). A note about the
    price says that there is none on purpose."""
    for product in products:
        lines = dict(product.lines)
        for field, missing in (
            ("price", product.card.price is None and not product.card.price_note),
            ("photos", not product.photos and "photos" not in lines),
        ):
            if missing:
                place = Place(product.source, lines.get(field, 1), field=field)
                yield problem(place, "product-unlisted", field=field)


def _tags(texts: Iterable[Text]) -> Iterator[Problem]:
    """Rare tags that are nearly another one, at each record that has them."""
    users: dict[str, list[Article | Product | Event]] = {}
    for record in texts:
        if isinstance(record, Article | Product | Event):
            for tag in record.tags:
                users.setdefault(tag, []).append(record)
    for tag, other in near_tags({tag: len(records) for tag, records in users.items()}):
        for record in users[tag]:
            place = Place(record.source, dict(record.lines).get("tags", 1), field="tags")
            yield problem(place, "tag-twin", found=tag, other=other, count=len(users[other]))


def _files(photos: Mapping[str, Stamp], used: set[str], complete: bool) -> Iterator[Problem]:
    for path, stamp in photos.items():
        if stamp[0] > HEAVIEST:
            found = f"{stamp[0] / (1 << 20):.0f}"
            yield problem(Place(path), "photo-heavy", found=found, limit=HEAVIEST >> 20)
        if complete and path not in used:
            yield problem(Place(path), "photo-unused")
