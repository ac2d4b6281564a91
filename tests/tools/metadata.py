"""What a picture says besides its pixels: every byte of every published file is looked at.

Each format is taken apart by its own structure (JPEG segments, RIFF chunks, PNG chunks, GIF blocks,
ICO entries), with a list of the parts that only carry pixels; all else is a finding. After that the
raw bytes of every file, of whatever kind, are searched for the marks that metadata leaves. Formats
are known by their first bytes, never by their names.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path

from tests.tools.finding import Finding

MARKS = (
    b"Exif\x00\x00",
    b"ns.adobe.com/",
    b"xmpmeta",
    b"W5M0MpCehiHzreSzNTczkc9d",  # every XMP packet's own id
    b"Photoshop 3.0",
    b"GPSLatitude",
    b"ICC_PROFILE",
    b"Kamera Uji",  # the camera in the sample pictures
)
JPEG_BARE = {0xD8, 0xD9, 0x01, *range(0xD0, 0xD8)}
JPEG_NAMES = {0xE1: "APP1 (EXIF or XMP)", 0xE2: "APP2 (ICC)", 0xED: "APP13 (Photoshop)", 0xFE: "comment"}
JFIF_PLAIN = b"JFIF\x00"
PNG_PIXELS = {
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"pHYs",
    b"bKGD",
    b"sBIT",
}
WEBP_PIXELS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"}
AVIF_PIXELS = {b"ftyp", b"meta", b"mdat"}
GIF_COMMENT, GIF_APPLICATION = 0xFE, 0xFF


def jpeg(data: bytes) -> Iterator[str]:
    """Segments that a JPEG needs not, and bytes behind its end."""
    place = 2
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            yield f"byte {place} is not a marker"
            return
        marker = data[place + 1]
        if marker == 0xFF:  # fill
            place += 1
            continue
        if marker == 0xD9:
            break
        if marker in JPEG_BARE:
            place += 2
            continue
        length = struct.unpack_from(">H", data, place + 2)[0]
        segment = data[place + 4 : place + 2 + length]
        if marker == 0xE0 and segment.startswith(JFIF_PLAIN):
            if segment[12:14] != b"\x00\x00":
                yield "JFIF thumbnail"
        elif marker == 0xEE and segment.startswith(b"Adobe") and len(segment) == 12:
            pass  # says how colours were transformed
        elif 0xE0 <= marker <= 0xEF or marker == 0xFE:
            yield JPEG_NAMES.get(marker, f"APP{marker - 0xE0}")
        place += 2 + length
        if marker == 0xDA:
            place = _behind_scan(data, place)
    if data[place : place + 2] != b"\xff\xd9":
        yield "no end of the image"
    elif place + 2 != len(data):
        yield f"{len(data) - place - 2} bytes behind the end of the image"


def _behind_scan(data: bytes, place: int) -> int:
    """Where the next marker that is not part of a scan's data begins."""
    while (place := data.find(b"\xff", place)) != -1 and place + 1 < len(data):
        if data[place + 1] != 0x00 and not 0xD0 <= data[place + 1] <= 0xD7:
            return place
        place += 2
    return len(data)


def webp(data: bytes) -> Iterator[str]:
    """RIFF chunks of a WebP that hold no pixels, and bytes behind its end."""
    end = 8 + struct.unpack_from("<I", data, 4)[0]
    place = 12
    while place + 8 <= end:
        name, length = data[place : place + 4], struct.unpack_from("<I", data, place + 4)[0]
        if name not in WEBP_PIXELS:
            yield f"chunk {name.decode('latin-1').strip()}"
        place += 8 + length + length % 2
    if len(data) > end + end % 2:
        yield f"{len(data) - end} bytes behind the end of the image"


def png(data: bytes) -> Iterator[str]:
    """Chunks of a PNG that hold no pixels, and bytes behind its end."""
    place = 8
    while place + 12 <= len(data):
        length, name = struct.unpack_from(">I", data, place)[0], data[place + 4 : place + 8]
        if name not in PNG_PIXELS:
            yield f"chunk {name.decode('latin-1')}"
        place += 12 + length
        if name == b"IEND":
            break
    if place != len(data):
        yield f"{len(data) - place} bytes behind the end of the image"


def gif(data: bytes) -> Iterator[str]:
    """Comments, and application blocks other than the one that loops an animation."""
    yield from ("comment" for place in _gif_extensions(data) if data[place + 1] == GIF_COMMENT)
    for place in _gif_extensions(data):
        if data[place + 1] == GIF_APPLICATION and data[place + 3 : place + 14] != b"NETSCAPE2.0":
            yield f"application block {data[place + 3 : place + 14].decode('latin-1')}"


def _gif_extensions(data: bytes) -> Iterator[int]:
    place = 13 + (3 << (data[10] & 7) + 1 if data[10] & 0x80 else 0)
    while place < len(data) and data[place] != 0x3B:
        if data[place] == 0x21:
            yield place
            place += 2
        else:
            flags = data[place + 9]
            place += 11 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
        while place < len(data) and data[place]:
            place += data[place] + 1
        place += 1


def ico(data: bytes) -> Iterator[str]:
    """The PNG images inside an icon (its bitmaps have no room for words)."""
    for number in range(struct.unpack_from("<H", data, 4)[0]):
        length, place = struct.unpack_from("<II", data, 6 + 16 * number + 8)
        image = data[place : place + length]
        if image.startswith(b"\x89PNG"):
            yield from png(image)


def avif(data: bytes) -> Iterator[str]:
    """Items of an AVIF other than its coded image, a colour profile, and boxes it need not have
    (ISO/IEC 14496-12, 4.2 and 8.11; 23008-12, annex A)."""
    place, boxes = 0, {}
    while place + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, place)
        if length < 8:
            break
        boxes[name] = data[place : place + length]
        place += length
    yield from (f"box {name.decode('latin-1')}" for name in boxes if name not in AVIF_PIXELS)
    if place != len(data):
        yield f"{len(data) - place} bytes behind the end of the image"
    meta = boxes.get(b"meta", b"")
    for found in re.finditer(rb"infe.{8}(.{4})", meta, re.DOTALL):
        if found[1] != b"av01":
            yield f"item {found[1].decode('latin-1')}"
    if b"colrprof" in meta or b"colrrICC" in meta:
        yield "ICC profile"


def svg(data: bytes) -> Iterator[str]:
    """What drawing programs leave in a vector image."""
    for mark in (b"<metadata", b"sodipodi:", b"inkscape:", b"<rdf:", b"Generator: Adobe"):
        if mark in data:
            yield mark.decode().strip("<:")


def structure(data: bytes) -> Iterator[str]:
    """Findings by the format that the first bytes tell; an image format that is not known is one."""
    if data.startswith(b"\xff\xd8\xff"):
        yield from jpeg(data)
    elif data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        yield from webp(data)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from png(data)
    elif data.startswith((b"GIF87a", b"GIF89a")):
        yield from gif(data)
    elif data.startswith(b"\x00\x00\x01\x00"):
        yield from ico(data)
    elif data[4:12] == b"ftypavif":
        yield from avif(data)
    elif data.startswith((b"II*\x00", b"MM\x00*")) or data[4:8] == b"ftyp":
        yield "an image format this check cannot take apart"
    elif b"<svg" in data[:1000]:
        yield from svg(data)


def findings(data: bytes) -> list[str]:
    """All that one file's bytes say besides their pixels."""
    marks = [f"the bytes {mark.decode('latin-1')!r}" for mark in MARKS if mark in data]
    try:
        return [*structure(data), *marks]
    except (struct.error, IndexError):
        return ["a damaged image", *marks]


def check(root: Path) -> list[Finding]:
    """Findings over every file below `root`."""
    return [
        Finding(file.relative_to(root).as_posix(), 0, "metadata", text)
        for file in sorted(root.rglob("*"))
        if file.is_file()
        for text in findings(file.read_bytes())
    ]
