"""Facts of an image file: size, digest and colour, and whether it can be read to its end.

The picture is decoded at an eighth of its size (libjpeg's scaled decoding, or as a stream), so that
damage is found when the file is loaded and not while the site is published.
"""

from __future__ import annotations

from pathlib import Path

from lontar.digest import digest_bytes
from lontar.errors import Place, Problem, problem
from lontar.model.photo import PhotoFile

MOST_PIXELS = 80_000_000
LARGEST_FILE = 60 << 20
MOST_TIMES = 10
"""The longer side by the shorter: no page can show more, and WebP holds 16,383 pixels a side."""
_SIGNS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)


def inspect(root: Path, path: str) -> PhotoFile | Problem:
    """Facts of the image at root/path, or what is wrong with it."""
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        return problem(Place(path), "file-unreadable", reason=error.strerror or str(error))
    if not data:
        return problem(Place(path), "image-empty")
    if len(data) > LARGEST_FILE:
        return problem(Place(path), "image-too-heavy", found=len(data) >> 20, limit=LARGEST_FILE >> 20)
    kind = _kind(data)
    if kind is None:
        return problem(Place(path), "image-format", found=Path(path).suffix)
    return _decode(path, data, kind)


def _kind(data: bytes) -> str | None:
    """The format by its first bytes; the name of a file proves nothing."""
    for sign, kind in _SIGNS:
        if data.startswith(sign):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:12] in (b"ftypavif", b"ftypavis", b"ftypmif1"):
        return "AVIF"
    return None


def _decode(path: str, data: bytes, kind: str) -> PhotoFile | Problem:
    from lontar.imaging import pyvips

    try:
        header = pyvips.Image.new_from_buffer(data, "", access="sequential")
        width, height = header.width, header.height
        if width * height > MOST_PIXELS:
            limit = MOST_PIXELS // 1_000_000
            return problem(Place(path), "image-too-large", width=width, height=height, limit=limit)
        if max(width, height) > MOST_TIMES * min(width, height):
            return problem(Place(path), "image-too-narrow", width=width, height=height, limit=MOST_TIMES)
        turned = header.get_typeof("orientation") != 0 and int(header.get("orientation")) >= 5
        options = "[shrink=8]" if kind == "JPEG" else ""
        picture = pyvips.Image.new_from_buffer(data, options, access="sequential", fail_on="truncated")
        if picture.hasalpha():
            picture = picture.flatten(background=[250, 246, 238])
        facts = picture.colourspace("srgb").stats()
        means = [round(facts(4, band + 1)[0]) for band in range(3)]
    except pyvips.Error as error:
        return problem(Place(path), "image-damaged", reason=str(error).strip().splitlines()[-1].strip()[:120])
    if turned:
        width, height = height, width
    colour = "#" + "".join(f"{min(255, max(0, mean)):02x}" for mean in means)
    return PhotoFile(path, digest_bytes(data), width, height, colour)
