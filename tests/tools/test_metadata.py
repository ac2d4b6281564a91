from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from tests.tools import metadata

JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
SCAN = b"\xff\xda\x00\x02ab\xff\x00cd\xff\xd9"


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def jpeg(*segments: bytes, tail: bytes = b"") -> bytes:
    return b"\xff\xd8" + JFIF + b"".join(segments) + SCAN + tail


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(*chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + b"".join(chunks) + chunk(b"IEND", b"")


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(
        name + struct.pack("<I", len(data)) + data + b"\x00" * (len(data) % 2) for name, data in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + name + content


def infe(kind: bytes) -> bytes:
    """An item of a still picture, of some kind."""
    return box(b"infe", bytes(8) + kind + b"x\x00")


def avif(*items: bytes) -> bytes:
    return box(b"ftyp", b"avif") + box(b"meta", bytes(4) + b"".join(items)) + box(b"mdat", b"GPS")


def gif(*blocks: bytes) -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0, 0, 0) + b"".join(blocks) + b"\x3b"


@pytest.mark.parametrize(
    "data",
    [
        jpeg(),
        jpeg(segment(0xDB, bytes(64)), segment(0xEE, b"Adobe" + bytes(7))),
        png(chunk(b"IDAT", b"GPS")),
        webp((b"VP8 ", b"abc")),
        avif(infe(b"av01")),
        gif(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<p>Foto tanpa GPS</p>",
    ],
)
def test_pixels_alone_pass(data: bytes) -> None:
    assert metadata.findings(data) == []


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (jpeg(segment(0xE1, b"Exif\x00\x00MM")), ["APP1 (EXIF or XMP)", "the bytes 'Exif\\x00\\x00'"]),
        (jpeg(segment(0xE2, b"ICC_PROFILE\x00")), ["APP2 (ICC)", "the bytes 'ICC_PROFILE'"]),
        (jpeg(segment(0xED, b"Photoshop 3.0")), ["APP13 (Photoshop)", "the bytes 'Photoshop 3.0'"]),
        (jpeg(segment(0xFE, b"halo")), ["comment"]),
        (jpeg(segment(0xEB, b"JP")), ["APP11"]),
        (jpeg(tail=b"ekor"), ["4 bytes behind the end of the image"]),
        (png(chunk(b"tEXt", b"Author\x00X")), ["chunk tEXt"]),
        (png(chunk(b"eXIf", b"MM")), ["chunk eXIf"]),
        (webp((b"VP8X", bytes(10)), (b"VP8 ", b"abc"), (b"EXIF", b"MM")), ["chunk EXIF"]),
        (webp((b"VP8 ", b"a"), (b"XMP ", b"<x/>")), ["chunk XMP"]),
        (webp((b"ICCP", b"a"), (b"VP8 ", b"a")), ["chunk ICCP"]),
        (gif(b"\x21\xfe\x04halo\x00"), ["comment"]),
        (gif(b"\x21\xff\x0bXMP DataXMP\x01a\x00"), ["application block XMP DataXMP"]),
        (b"<svg><metadata/></svg>", ["metadata"]),
        (b"II*\x00abcdef", ["an image format this check cannot take apart"]),
        (b"\x00\x00\x00\x20ftypheic", ["an image format this check cannot take apart"]),
        (avif(infe(b"av01"), infe(b"Exif")), ["item Exif"]),
        (avif(infe(b"av01"), box(b"colr", b"prof")), ["ICC profile"]),
        (avif(infe(b"av01")) + box(b"uuid", b""), ["box uuid"]),
        (avif(infe(b"av01")) + b"ekor", ["4 bytes behind the end of the image"]),
        (b"\xff\xd8\xff\xe1\x00", ["no end of the image"]),
        (b"<p>Kamera Uji</p>", ["the bytes 'Kamera Uji'"]),
        (b"PDF <x:xmpmeta>", ["the bytes 'xmpmeta'"]),
    ],
)
def test_all_else_is_told(data: bytes, found: list[str]) -> None:
    assert metadata.findings(data) == found


def test_an_icon_is_looked_into() -> None:
    image = png(chunk(b"tEXt", b"a"))
    icon = (
        struct.pack("<HHH", 0, 1, 1) + struct.pack("<BBBBHHII", 16, 16, 0, 0, 1, 32, len(image), 22) + image
    )
    assert metadata.findings(icon) == ["chunk tEXt"]


def test_every_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "foto.txt").write_bytes(jpeg(segment(0xFE, b"halo")))
    assert [str(finding) for finding in metadata.check(tmp_path)] == ["a/foto.txt: comment [metadata]"]
