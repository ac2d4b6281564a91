"""make_rendition(source, spec) -> bytes: one published form of a photo; metadata never survives.

Upright, in sRGB, without EXIF, XMP, comment, thumbnail or profile. The same source and spec give the
same bytes on the same libvips (its version is part of the rendition's name through ENGINE).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lontar.digest import digest_bytes
from lontar.errors import Place, Problem, problem

_PAPER = [250, 246, 238]
_CROPS = {"cover": "centre", "attention": "attention"}
"""What libvips calls the part that is kept (libvips.org, VipsInteresting): "attention" looks for edges, skin
and strong colours, and finds the same part each time."""


class Spec(NamedTuple):
    """`width` × `height` in pixels; `fit` "inside" keeps the proportions, "cover" cuts to fill from the
    middle and "attention" around what catches the eye. Where `limit` is not 0, quality is lowered until the
    file has at most so many bytes."""

    width: int
    height: int
    format: str
    quality: int
    fit: str = "inside"
    limit: int = 0


def make_renditions(
    source: Path, path: str, specs: Sequence[Spec], content: str = "", base: tuple[int, int] = (0, 0)
) -> Iterator[tuple[Spec, bytes] | Problem]:
    """Forms of one photo. The file is decoded once, to the size `base` (to the widest form where that is not
    given); every form is made from that, so its bytes do not depend on which others are asked for.
    A damaged file gives one Problem at `path` and ends. So does one whose digest is not `content`, if that is
    given: its forms would be kept under the name of another picture."""
    from lontar.imaging import pyvips

    sizes = _by_size(specs)
    if not sizes:
        return
    first = (*base, "inside") if base != (0, 0) else sizes[0][0]
    try:
        data = source.read_bytes()
        if content and digest_bytes(data) != content:
            yield problem(Place(path), "photo-changed")
            return
        whole = _decode(data, *first)
        for (width, height, fit), wanted in sizes:
            if (width, height, fit) == first:
                picture = whole
            elif fit in _CROPS:
                picture = whole.thumbnail_image(width, height=height, crop=_CROPS[fit])
            else:
                picture = whole.thumbnail_image(width, height=height, size="force")
            picture = picture.copy_memory()
            for spec in wanted:
                yield spec, _save(picture, spec)
    except (pyvips.Error, OSError) as error:
        yield problem(Place(path), "image-damaged", reason=str(error).strip().splitlines()[-1].strip()[:120])


def _by_size(specs: Sequence[Spec]) -> list[tuple[tuple[int, int, str], list[Spec]]]:
    """Specs of equal size together, whole pictures before cut ones, the widest first."""
    found: dict[tuple[int, int, str], list[Spec]] = {}
    for spec in specs:
        found.setdefault((spec.width, spec.height, spec.fit), []).append(spec)
    return sorted(found.items(), key=lambda entry: (entry[0][2] in _CROPS, -entry[0][0], -entry[0][1]))


def _decode(data: bytes, width: int, height: int, fit: str) -> Any:
    """Upright, in sRGB, 8 bits a channel, without transparency, in memory."""
    from lontar.imaging import pyvips

    how: dict[str, Any] = {"crop": _CROPS[fit]} if fit in _CROPS else {"size": "force"}
    if _needs_conversion(data):
        how["output_profile"] = "srgb"
    picture = pyvips.Image.thumbnail_buffer(data, width, height=height, **how)
    if picture.hasalpha():
        picture = picture.flatten(background=_PAPER)
    return picture.colourspace("srgb").cast("uchar").copy_memory()


def _needs_conversion(data: bytes) -> bool:
    """Whether the file names colours by a profile other than sRGB. Converting costs four times what decoding
    does, and pictures without a profile mean sRGB (W3C, CSS Color 4, 3.2)."""
    from lontar.imaging import pyvips

    header = pyvips.Image.new_from_buffer(data, "", access="sequential")
    if header.get_typeof("icc-profile-data") == 0:
        return False
    profile = bytes(header.get("icc-profile-data"))
    return b"sRGB" not in profile and b"s\x00R\x00G\x00B" not in profile


def _save(picture: Any, spec: Spec) -> bytes:
    """Encoded without any metadata, at the spec's quality or, to keep within its limit, below."""
    quality = spec.quality
    while True:
        if spec.format == "jpeg":
            saved = picture.jpegsave_buffer(keep="none", Q=quality, optimize_coding=bool(spec.limit))
        elif spec.format == "webp":
            saved = picture.webpsave_buffer(keep="none", Q=quality, effort=2)
        else:
            saved = picture.heifsave_buffer(
                keep="none", Q=quality, effort=1, compression="av1", subsample_mode="on", tune="ssim"
            )
        if not spec.limit or len(saved) <= spec.limit or quality <= 20:
            return bytes(saved)
        quality -= 10
