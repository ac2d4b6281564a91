"""A small whole site for the tests of builds, and a way to build it as the command does."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from lontar.imaging import pyvips
from lontar.pipeline.build import build
from lontar.pipeline.report import Report, Request

TEMPLATES = Path(__file__).parents[2] / "templates"
TODAY = dt.date(2026, 11, 24)

CONFIG = """\
site: {title: Situs Uji, url: "https://uji.example", description: Situs kecil, tagline: Coba}
menu: [{label: Berita, url: /berita/}, {label: Galeri, url: /galeri/}]
categories:
  berita: {kunjungan: Kunjungan, pelatihan: Pelatihan}
  produk: {batik: Batik, kayu: Kayu}
  agenda: {pameran: Pameran}
page_size: {berita: 3, galeri: 4, tag: 3}
images: {widths: [32, 64]}
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A site in a folder of its own; `build` brings its output up to date."""

    root: Path
    request: Request

    @property
    def output(self) -> Path:
        return self.request.output

    def build(self, **how: object) -> Report:
        request = self.request._replace(**how)  # type: ignore[arg-type]
        return build(request, lambda *_: None, lambda: None)

    def write(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def article(self, number: int, **given: str) -> None:
        """Article `number`: a day of 2026 each."""
        fields = {
            "title": f"Kabar {number}",
            "date": f"2026-{1 + number // 28 % 10:02d}-{1 + (number - 1) % 28:02d}",
            "category": "kunjungan" if number % 2 else "pelatihan",
            "tags": "[batik]" if number % 3 else "[batik, jati]",
            "summary": f"Ringkasan {number}.",
        }
        body = given.pop("body", f"Isi kabar {number}.")
        fields |= given
        front = "".join(f"{name}: {value}\n" for name, value in fields.items())
        self.write(f"content/berita/kabar-{number}.md", f"---\n{front}---\n\n{body}\n")

    def product(self, name: str, **given: str) -> None:
        fields = {"name": name.title(), "category": "batik", "maker": "sanggar", "price": "1000"} | given
        self.write(
            f"content/produk/{name}.yaml", "".join(f"{key}: {value}\n" for key, value in fields.items())
        )

    def event(self, name: str, **given: str) -> None:
        fields = {"title": name.title(), "start": "2026-03-01", "category": "pameran", "summary": "Acara."}
        body = given.pop("body", f"Isi acara {name}.")
        fields |= {"place": "{name: Alun-alun}"} | given
        front = "".join(f"{key}: {value}\n" for key, value in fields.items())
        self.write(f"content/agenda/{name}.md", f"---\n{front}---\n\n{body}\n")

    def tree(self, folder: Path | None = None) -> dict[str, str]:
        """SHA-256 by path of everything in the output."""
        top = folder or self.output
        return {
            path.relative_to(top).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in sorted(top.rglob("*"))
            if path.is_file()
        }

    def clean_tree(self) -> dict[str, str]:
        """What a build from nothing makes of the same content."""
        fresh = self.request.output.with_name("bersih")
        request = self.request._replace(output=fresh, cache=fresh.with_name("bersih-cache"))
        for folder in (request.output, request.cache):
            shutil.rmtree(folder, ignore_errors=True)
        build(request, lambda *_: None, lambda: None)
        return self.tree(fresh)


def make_place(folder: Path, articles: int = 7) -> Place:
    root = folder / "situs"
    templates = folder / "templat"
    shutil.copytree(TEMPLATES, templates)
    request = Request(root, folder / "keluaran", folder / "simpanan", templates, today=TODAY)
    place = Place(root, request)
    place.write("site_config.yaml", CONFIG)
    for number in range(1, articles + 1):
        place.article(number)
    place.article(3, body="![Kain biru](/media/kain.png)\n\n[[produk: sarung]]\n\n[[survei: puas]]")
    place.product("sarung", photos="[{file: /media/kain.png, alt: Kain biru}]")
    place.product("selendang")
    place.event("pasar")
    place.event("lama", start="2026-01-05 09:00", end="2026-01-05 12:00")
    place.product("kursi", category="kayu", maker="bengkel")
    place.write("content/perajin/sanggar.yaml", "name: Sanggar\ndistrict: Temayang\n")
    place.write("content/perajin/bengkel.yaml", "name: Bengkel\nkind: umkm\n")
    place.write("content/halaman/tentang.md", "---\ntitle: Tentang\nmenu: kaki\n---\n\nTentang kami.\n")
    choices = "[{value: puas, label: Puas, score: 4}, {value: tidak, label: Tidak, score: 1}]"
    place.write("content/survei/puas.yaml", f"question: Puas?\nchoices: {choices}\n")
    paint(place.root / "content/media/kain.png", [30, 40, 90])
    return place


def paint(path: Path, colour: list[int]) -> None:
    """A small picture of one colour."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = pyvips.Image.black(80, 60, bands=3) + colour
    picture.cast("uchar").copy(interpretation="srgb").write_to_file(str(path))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    yield make_place(tmp_path)


def age(place: Place) -> None:
    """As if all files had been written long ago, so that their stamps are trusted."""
    for folder in (place.root, place.request.templates):
        for path in folder.rglob("*"):
            os.utime(path, (1_600_000_000, 1_600_000_000))
