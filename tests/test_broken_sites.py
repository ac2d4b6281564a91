"""Sites with one mistake each, built by the real command: what is said, where, and that nothing else happens.

A folder of tests/sites/broken holds only what differs from tests/sites/good/minimal, and expected.yaml:

    family     the number before the folder's name: mistakes of one family have it in common
    mistake    what is wrong, in a sentence
    exit       1 content or templates, 2 configuration or call
    codes      of the problems, in the order in which they are told
    id, en     the lines told, word for word ("SITE" is the folder of the site)
    warnings   lines told below them, under a heading of their own: {id: […], en: […]}
    remove     files and folders of the good site that are not there
    maker      the function below that makes what git cannot hold
    theme      true: the site has a copy of the theme, which the folder changes
    seconds    the time that one text may take
    arguments  further arguments of the command

The folders of tests/sites/good beside "minimal" are alike, but fine: `holds` and `lacks` list what is and is
not in which file of the output.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import time
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from lontar.cli import run
from lontar.imaging import pyvips
from lontar.load import markdown
from lontar.messages import LANGUAGES, cli_texts, problem_texts

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SITES = HERE / "sites"
GOOD = SITES / "good" / "minimal"
BROKEN = sorted(path.name for path in (SITES / "broken").iterdir())
FINE = sorted(path.name for path in (SITES / "good").iterdir() if path != GOOD)
TODAY = "2025-12-24"
ENOUGH = 66
SLOWEST = 5.0

# One case of each exit code, and one of each way to spend the time, once more as a process of its own.
AS_PROCESS = ("1-unclosed-quote", "5-brackets", "13-undefined", "20-config-zone", "20-several")

NEVER_PROBLEMS = {
    "why-new": "a reason told by --explain",
    "why-missing": "a reason told by --explain",
    "why-altered": "a reason told by --explain",
    "why-template": "a reason told by --explain",
    "why-frame": "a reason told by --explain",
    "why-content": "a reason told by --explain",
    "nearest": "the end of a hint",
    "@text": "a word within a hint",
    "@whole-number": "a word within a hint",
    "@number": "a word within a hint",
    "@yes-no": "a word within a hint",
    "@list": "a word within a hint",
    "@mapping": "a word within a hint",
}
NOT_AS_A_SITE = {
    "file-unreadable": "permissions do not bind the superuser, who runs tests in containers",
}

# --- makers of what git cannot hold -----------------------------------------------------------------

HEAD = "title: Lapak Baru\ndate: 2025-12-01\ncategory: kabar\nsummary: Satu lapak lagi di alun-alun.\n"
LAPAK = "content/berita/lapak.md"


def write(site: Path, path: str, data: str | bytes) -> None:
    target = site / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data if isinstance(data, bytes) else data.encode())


def article(site: Path, body: str = "Isi tulisan.\n", more: str = "") -> None:
    write(site, LAPAK, f"---\n{HEAD}{more}---\n{body}")


def brackets(site: Path) -> None:
    article(site, more=f"extra: {'[' * 30_000}\n")


def deep_folders(site: Path) -> None:
    write(site, f"content/berita/{'a/' * 14}lapak.md", f"---\n{HEAD}---\nIsi tulisan.\n")


def long_front_matter(site: Path) -> None:
    article(site, more="extra:\n" + "".join(f"  k{n}: {'x' * 60}\n" for n in range(1000)))


def long_article(site: Path) -> None:
    article(site, body="Kalimat yang sama sekali lagi.\n" * 35_000)


def cp1252(site: Path) -> None:
    write(site, LAPAK, f"---\n{HEAD}---\nHarga naik 5 %.\n\nCafé “Jati”.\n".encode("cp1252"))


def utf_16(site: Path) -> None:
    write(site, LAPAK, f"---\n{HEAD}---\nIsi tulisan.\n".encode("utf-16"))


def utf_16_config(site: Path) -> None:
    path = site / "site_config.yaml"
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))


def nul(site: Path) -> None:
    write(site, LAPAK, f"---\n{HEAD}---\nIsi tulisan.\n\nLapak\0 kedua.\n")


def word_processor(site: Path) -> None:
    """The signature of a ZIP file, which .docx and .odt are, and some of its bytes."""
    write(site, LAPAK, b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xa4\xd2lZ\x01")


def slow_brackets(site: Path) -> None:
    article(site, "[" * 13_000 + "\n")


def slow_anchors(site: Path) -> None:
    article(site, "<a " * 20_000 + "\n")


def slow_lists(site: Path) -> None:
    article(site, "".join(f"{'  ' * (n % 400)}{'- ' * 5}a\n" for n in range(400)))


def slow_table(site: Path) -> None:
    row = "|".join("x" * 1500)
    article(site, f"{row}\n{'|'.join(['-'] * 1500)}\n" + f"{'|' * 1499}\n" * 600)


def slow_pictures(site: Path) -> None:
    article(site, "![[]()" * 3000 + "\n")


def template_cp1252(site: Path) -> None:
    write(site, "templates/page.html", '{% extends "base.html" %}\n{# café #}\n'.encode("cp1252"))


def word_missing(site: Path) -> None:
    path = site / "templates/words/id.yaml"
    path.write_text(path.read_text("utf-8") + "\nsalam: Selamat pagi\n", "utf-8")


def word_unknown(site: Path) -> None:
    for path in (site / "templates/words").iterdir():
        text = re.sub(r"(?m)^gallery:.*\n", "", path.read_text("utf-8"))
        path.write_text(text, "utf-8")


def link_file_out(site: Path) -> None:
    write(site.parent, "luar/lapak.md", f"---\n{HEAD}---\nRahasia.\n")
    (site / LAPAK).symlink_to(site.parent / "luar/lapak.md")


def link_photo_out(site: Path) -> None:
    write(site.parent, "luar/lapak.jpg", (site / "content/media/kain.jpg").read_bytes())
    (site / "content/media/lapak.jpg").symlink_to("../../../luar/lapak.jpg")
    article(site, more="cover:\n  file: /media/lapak.jpg\n  alt: Lapak\n")


def link_folder_out(site: Path) -> None:
    write(site.parent, "luar/lapak.md", f"---\n{HEAD}---\nRahasia.\n")
    (site / "content/berita/2025").symlink_to(site.parent / "luar")


def link_folder_inside(site: Path) -> None:
    (site / "content/berita/2025").symlink_to("../halaman")


def link_dangling(site: Path) -> None:
    (site / LAPAK).symlink_to("tidak-ada.md")


def link_loop(site: Path) -> None:
    (site / "content/berita/satu.md").symlink_to("dua.md")
    (site / "content/berita/dua.md").symlink_to("satu.md")


def pipe(site: Path) -> None:
    os.mkfifo(site / LAPAK)


def unicode_twins(site: Path) -> None:
    """Two articles under one name to the eye: one letter with its accent, and a letter and an accent."""
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "lapak-café.md")  # type: ignore[arg-type]
        write(site, f"content/berita/{name}", f"---\n{HEAD}---\nIsi tulisan.\n")


def jpeg(width: int = 400, height: int = 300) -> bytes:
    x = pyvips.Image.xyz(width, height)
    picture = ((x[0] * x[1]) & 255).bandjoin([x[0] & 255, x[1] & 255]).cast("uchar")
    return bytes(picture.copy(interpretation="srgb").jpegsave_buffer(Q=80))


def png() -> bytes:
    return bytes(pyvips.Image.new_from_buffer(jpeg(), "").pngsave_buffer())


def photo(name: str, data: Callable[[], bytes]) -> Callable[[Path], None]:
    return lambda site: write(site, f"content/media/{name}", data())


def bomb() -> bytes:
    """A PNG of 12,000 × 12,000 black pixels, packed twice as tightly as any camera could."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    side = 12_000
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((side // 8 + 1) * side), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def heavy(site: Path) -> None:
    write(site, "content/media/lapak.jpg", jpeg())
    os.truncate(site / "content/media/lapak.jpg", 61 << 20)


MAKERS: dict[str, Callable[[Path], None]] = {
    "brackets": brackets,
    "deep_folders": deep_folders,
    "long_front_matter": long_front_matter,
    "long_article": long_article,
    "cp1252": cp1252,
    "utf_16": utf_16,
    "utf_16_config": utf_16_config,
    "nul": nul,
    "word_processor": word_processor,
    "slow_brackets": slow_brackets,
    "slow_anchors": slow_anchors,
    "slow_lists": slow_lists,
    "slow_table": slow_table,
    "slow_pictures": slow_pictures,
    "template_cp1252": template_cp1252,
    "word_missing": word_missing,
    "word_unknown": word_unknown,
    "link_file_out": link_file_out,
    "link_photo_out": link_photo_out,
    "link_folder_out": link_folder_out,
    "link_folder_inside": link_folder_inside,
    "link_dangling": link_dangling,
    "link_loop": link_loop,
    "pipe": pipe,
    "unicode_twins": unicode_twins,
    "photo_truncated_jpeg": photo("lapak.jpg", lambda: jpeg()[: len(jpeg()) // 2]),
    "photo_header_only": photo("lapak.jpg", lambda: jpeg()[:16]),
    "photo_truncated_png": photo("lapak.png", lambda: png()[: len(png()) // 2]),
    "photo_bomb": photo("lapak.png", bomb),
    "photo_eps": photo("lapak.jpg", lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n"),
    "photo_html": photo("lapak.jpg", lambda: b"<!doctype html>\n<title>404</title>\n"),
    "photo_gif": photo("lapak.jpg", lambda: b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff;"),
    "photo_empty": photo("lapak.jpg", bytes),
    "photo_heavy": heavy,
}
