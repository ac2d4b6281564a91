"""Size and kind of a published picture, read from its header by the rules of its format.

Independent of the library that made the picture, so that a mistake there is not repeated here.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from lxml import etree

JPEG_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}


@dataclass(frozen=True, slots=True)
class Picture:
    """`kind` is the MIME type; width and height in pixels (of an SVG: in units of its own)."""

    kind: str
    width: float
    height: float

    @property
    def ratio(self) -> float:
        return self.width / self.height


def read(data: bytes) -> Picture:
    """Kind and size of the picture; ValueError when it is none that a page may show."""
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Picture("image/png", *struct.unpack_from(">II", data, 16))
    if data.startswith((b"GIF87a", b"GIF89a")):
        return Picture("image/gif", *struct.unpack_from("<HH", data, 6))
    if data[4:12] == b"ftypavif":
        return _avif(data)
    if b"<svg" in data[:1000]:
        return _svg(data)
    raise ValueError("not a picture")


def _jpeg(data: bytes) -> Picture:
    place = 2
    while place + 9 < len(data):
        marker, length = data[place + 1], struct.unpack_from(">H", data, place + 2)[0]
        if marker in JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return Picture("image/jpeg", width, height)
        place += 2 + length
    raise ValueError("a JPEG without a frame")


def _webp(data: bytes) -> Picture:
    name = data[12:16]
    if name == b"VP8X":
        width = int.from_bytes(data[24:27], "little") + 1
        height = int.from_bytes(data[27:30], "little") + 1
    elif name == b"VP8 ":
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", data, 26))
    elif name == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    else:
        raise ValueError(f"a WebP that begins with {name!r}")
    return Picture("image/webp", width, height)


def _avif(data: bytes) -> Picture:
    """By the image spatial extents of its one item (ISO/IEC 23008-12, 6.5.3)."""
    if data.count(b"ispe") != 1:
        raise ValueError("an AVIF of several pictures")
    return Picture("image/avif", *struct.unpack_from(">II", data, data.index(b"ispe") + 8))


def _svg(data: bytes) -> Picture:
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    sides = [re.fullmatch(r"([\d.]+)(?:px)?", root.get(name, "")) for name in ("width", "height")]
    if all(sides):
        width, height = (float(side[1]) for side in sides if side)
    else:
        width, height = (float(side) for side in re.split(r"[\s,]+", root.get("viewBox", "").strip())[2:])
    return Picture("image/svg+xml", width, height)
