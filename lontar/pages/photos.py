"""A photo's published forms: which there are, and how a template shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import ceil
from pathlib import PurePosixPath
from typing import Any

from lontar.digest import digest
from lontar.model.config import Images
from lontar.model.photo import Photo, PhotoFile
from lontar.model.urls import slugify
from lontar.pages.planned import Rendition
from lontar.pages.tones import tone_of

ENGINE = "4"
"""Changes when equal names would otherwise hide unequal bytes."""
_QUALITY = {"webp": 75, "jpeg": 80, "avif": 42}
"""Of like sight where they are shown: no place shows an AVIF pixel by pixel (docs/decisions/0042-avif.md)."""
AVIF_WIDEST = 960
"""Pixels: wider ones take longer to encode than all else of a photo, and phones show none
(docs/decisions/0042-avif.md)."""
_TALL = 1.12
"""From this height by width on a picture is shown narrower than its place (.piece in the theme)."""
_TYPES = {"webp": "image/webp", "jpeg": "image/jpeg", "avif": "image/avif"}
SHARE = (1200, 630)
SHARE_LIMIT = 250_000
"""Bytes; WhatsApp shows no larger preview."""
NEWS_SHAPES = ((960, 540), (800, 600), (640, 640))
"""16:9, 4:3 and 1:1, as Google asks of a NewsArticle's images."""
_SQUARE_AVIF = 30
"""Quality of a square, which fills a phone's width at two or three pixels a CSS pixel."""
SQUARE = 640
"""Pixels: what a phone shows of an article's or event's cover (docs/decisions/0050-crops.md)."""


def widths_of(file: PhotoFile, images: Images) -> tuple[int, ...]:
    """The configured widths that the photo has pixels for, ascending; its own width if it has for none."""
    widths = tuple(width for width in images.widths if width <= file.width)
    if images.publish_originals and file.width not in widths:
        widths = (*widths, file.width)
    return widths or (file.width,)


def largest(photo: Photo, images: Images) -> Rendition:
    """The widest form that every program shows: a JPEG."""
    return _jpegs(photo.file, images)[-1]


def _jpegs(file: PhotoFile, images: Images) -> list[Rendition]:
    """Ascending by width."""
    return [one for one in scaled(file, images) if one.format == "jpeg"]


@lru_cache(maxsize=4096)
def _base(file: PhotoFile, images: Images) -> tuple[int, int]:
    """The size from which every form of the photo is made: of the widest whole one, or larger where a shape
    needs more of the photo (docs/decisions/0053-one-picture-for-all-forms.md)."""
    width = widths_of(file, images)[-1]
    if images.crops:
        for shape in (SHARE, *NEWS_SHAPES, (SQUARE, SQUARE)):
            wide, high = _shape(file, *shape)
            width = max(width, wide, min(file.width, ceil(file.width * high / file.height)))
    return width, max(1, round(file.height * width / file.width))


def _shape(file: PhotoFile, width: int, height: int) -> tuple[int, int]:
    """Smaller when the photo has fewer pixels."""
    scale = min(1.0, file.width / width, file.height / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


@lru_cache(maxsize=4096)
def scaled(file: PhotoFile, images: Images) -> tuple[Rendition, ...]:
    """The photo in all widths and formats, its proportions kept. A card shows it on many pages."""
    return tuple(
        _rendition(file, images, width, max(1, round(file.height * width / file.width)), format_, "inside")
        for width in widths_of(file, images)
        for format_ in images.formats
        if format_ != "avif" or width <= AVIF_WIDEST
    )


def cut(
    file: PhotoFile,
    images: Images,
    width: int,
    height: int,
    limit: int = 0,
    format_: str = "jpeg",
    quality: int = 0,
) -> Rendition:
    """Cut to a shape: from the middle, or, where the photo is higher than wide, around what catches the eye,
    for the middle of a standing figure is its belt. Smaller when the photo has fewer pixels."""
    fit = "attention" if file.height > file.width else "cover"
    return _rendition(file, images, *_shape(file, width, height), format_, fit, limit, quality)


def _rendition(
    file: PhotoFile,
    images: Images,
    width: int,
    height: int,
    format_: str,
    fit: str,
    limit: int = 0,
    quality: int = 0,
) -> Rendition:
    """`quality` 0 is the usual one of the format."""
    base = _base(file, images)
    quality = quality or _QUALITY[format_]
    key = digest(ENGINE, file.content, width, height, format_, quality, fit, limit, base)[:10]
    suffix = "jpg" if format_ == "jpeg" else format_
    stem = slugify(PurePosixPath(file.source).stem)[:60] or "foto"
    url = f"/media/{stem}-{width}-{key}.{suffix}"
    return Rendition(url, file.source, width, height, format_, quality, fit, limit, file.content, base=base)


def renditions(
    photos: Iterable[PhotoFile], leads: Iterable[PhotoFile], news: Iterable[PhotoFile], images: Images
) -> tuple[Rendition, ...]:
    """Every form that pages may show: of all photos, of those that stand for a page when it is shared,
    and of those that stand for an article."""
    found: dict[str, Rendition] = {}
    for file in photos:
        for one in scaled(file, images):
            found[one.url] = one
    for file in leads:
        one = share_image(file, images)
        found[one.url] = one
    for file in news:
        for one in (*news_images(file, images), *squares(file, images)):
            found[one.url] = one
    return tuple(found[url] for url in sorted(found))


def share_image(file: PhotoFile, images: Images) -> Rendition:
    """What a page is shared by; where nothing is cut, the narrowest whole picture that is wide enough."""
    if images.crops:
        return cut(file, images, *SHARE, limit=SHARE_LIMIT)
    jpegs = _jpegs(file, images)
    return next((one for one in jpegs if one.width >= SHARE[0]), jpegs[-1])


def news_images(file: PhotoFile, images: Images) -> tuple[Rendition, ...]:
    if images.crops:
        return tuple(cut(file, images, width, height) for width, height in NEWS_SHAPES)
    return (_jpegs(file, images)[-1],)


def squares(file: PhotoFile, images: Images) -> tuple[Rendition, ...]:
    """A cover as narrow screens show it, in the formats of the site that only browsers read."""
    if not images.crops:
        return ()
    return tuple(
        cut(file, images, SQUARE, SQUARE, 0, format_, _SQUARE_AVIF if format_ == "avif" else 0)
        for format_ in images.formats
        if format_ != "jpeg"
    )


def picture(photo: Photo, images: Images, base: str, *, is_cover: bool = False) -> Mapping[str, Any]:
    """The *photo* of docs/templates.md; one that `is_cover` of an article or event has its squares, too."""
    file = photo.file
    by_format: dict[str, list[Rendition]] = {}
    for one in scaled(file, images):
        by_format.setdefault(one.format, []).append(one)
    jpegs = by_format["jpeg"]
    largest = jpegs[-1]
    return {
        "alt": photo.alt,
        "caption": photo.caption,
        "credit": photo.credit,
        "width": largest.width,
        "height": largest.height,
        "colour": file.colour,
        "tone": tone_of(file.colour),
        "tall": file.height > file.width * _TALL,
        "src": base + jpegs[len(jpegs) // 2].url,
        "srcset": _srcset(jpegs, base),
        "large": base + largest.url,
        "sources": [
            {
                "type": _TYPES[name],
                "srcset": _srcset(forms, base),
                "complete": len(forms) == len(jpegs),
            }
            for name, forms in by_format.items()
            if name != "jpeg"
        ],
        "squares": [
            {"type": _TYPES[one.format], "srcset": _srcset([one], base), "side": one.width}
            for one in (squares(file, images) if is_cover else ())
        ],
    }


def _srcset(forms: list[Rendition], base: str) -> str:
    return ", ".join(f"{base}{one.url} {one.width}w" for one in forms)
