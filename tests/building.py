"""Tiny sites for tests: files as an editor writes them, and the records, sites and pages made of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from lontar.digest import digest
from lontar.errors import ContentErrors, Problem
from lontar.load.assemble import make_parts
from lontar.load.config import parse_config
from lontar.load.drafts import Draft, Settings, read_draft
from lontar.load.making import MAKE
from lontar.load.sources import scan_theme
from lontar.load.theme import read_theme
from lontar.load.translations import originals_of
from lontar.model.article import Article
from lontar.model.config import Config
from lontar.model.event import Event
from lontar.model.maker import Maker
from lontar.model.page import StaticPage
from lontar.model.photo import PhotoFile
from lontar.model.product import Product
from lontar.model.record import Record
from lontar.model.survey import UNSUR, Survey, Tally
from lontar.model.urls import KINDS, record_url
from lontar.pages.frame import Frame, make_frame
from lontar.pages.plan import Plan, plan
from lontar.pages.planned import Page
from lontar.site.site import Site, make_site

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
WIB = dt.timezone(dt.timedelta(hours=7))
NOW = dt.datetime(2025, 12, 1, 12, 0, tzinfo=WIB)
SETTINGS = Settings("id", "Asia/Jakarta")
NEWS, PRODUCT, MAKER, SURVEY = (
    "content/berita/kabar.md",
    "content/produk/kain.yaml",
    "content/perajin/jono.yaml",
    "content/survei/puas.yaml",
)
ABOUT, EVENT = "content/halaman/tentang.md", "content/agenda/pasar.md"
CONFIG = """\
site: {title: Situs Uji, url: "https://uji.example", description: Kabar uji.}
organization: {name: Lembaga Uji}
categories:
  berita: {kunjungan: Kunjungan, pelatihan: Pelatihan}
  produk: {batik: Batik, kayu: Kayu}
  agenda: {pameran: Pameran, pelatihan: Pelatihan}
"""


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their path below `root`; returns the root."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def _yaml(fields: Mapping[str, str | None]) -> str:
    return "".join(f"{key}: {value}\n" for key, value in fields.items() if value is not None)


def article(text: str = "Isi kabar.", **fields: str | None) -> str:
    """A file of an article; fields are YAML, None leaves one out."""
    known = {"title": "Judul", "date": "2025-11-26", "category": "kunjungan", "summary": "Ringkasan."}
    return f"---\n{_yaml({**known, **fields})}---\n{text}\n"


def page(text: str = "Isi halaman.", **fields: str | None) -> str:
    return f"---\n{_yaml({'title': 'Tentang', **fields})}---\n{text}\n"


def event(text: str | None = "Isi acara.", **fields: str | None) -> str:
    known = {"title": "Pasar Malam", "start": "2025-12-10", "place": "{name: Alun-alun}"}
    return f"---\n{_yaml({**known, 'category': 'pameran', 'summary': 'Ringkasan.', **fields})}---\n{text}\n"


def product(**fields: str | None) -> str:
    return _yaml({"name": "Kain Batik", "category": "batik", "maker": "jono", **fields})


def maker(**fields: str | None) -> str:
    return _yaml({"name": "Sentra Jono", **fields})


def survey(**fields: str | None) -> str:
    choices = "[{value: puas, label: Puas, score: 4}, {value: tidak, label: Tidak, score: 1}]"
    return _yaml({"question": "Puaskah Anda?", "choices": choices, **fields})


def skm(**fields: str | None) -> str:
    """An SKM survey with the least that it needs."""
    questions = ", ".join(f"{{unsur: {unsur}, text: Bagaimana {unsur}?}}" for unsur in UNSUR)
    choices = ", ".join(f"{{value: nilai-{n}, label: Nilai {n}, score: {n}}}" for n in (4, 3, 2, 1))
    known = {"kind": "skm", "questions": f"[{questions}]", "choices": f"[{choices}]"}
    return survey(**{**known, **fields})


def photo_file(path: str = "content/media/foto.jpg", width: int = 2000, height: int = 1500) -> PhotoFile:
    """Facts of a photo, its content told apart by its path."""
    return PhotoFile(path, digest(path, width, height), width, height, "#aabbcc")


def photos(*names: str) -> dict[str, PhotoFile]:
    """Facts of photos in content/media by their path."""
    return {f"content/media/{name}": photo_file(f"content/media/{name}") for name in names}


def draft_of(
    path: str, text: str, settings: Settings = SETTINGS, original: tuple[str, bytes] | None = None
) -> Draft | tuple[Problem, ...]:
    return read_draft(path, KINDS[path.split("/")[1]], text.encode(), settings, original)


def wrong(path: str, text: str, settings: Settings = SETTINGS) -> list[tuple[str, int]]:
    """Code and line of everything that is wrong with one file."""
    draft = draft_of(path, text, settings)
    return [] if isinstance(draft, Draft) else [(one.code, one.place.line) for one in draft]


def values_of(problem: Problem) -> dict[str, str]:
    return dict(problem.values)


def record_of(
    path: str,
    text: str,
    files: Mapping[str, PhotoFile] | None = None,
    settings: Settings = SETTINGS,
    html: dict[str, tuple[str, ...]] | None = None,
    original: tuple[str, bytes] | None = None,
) -> Record:
    """The record of one file; its text is put into `html`."""
    draft = draft_of(path, text, settings, original)
    if not isinstance(draft, Draft):
        raise ContentErrors(draft)
    kind = draft.document.kind
    url = record_url(kind, draft.document.slug, settings.prefix(draft.lang))
    parts = make_parts(draft, settings, url, files or {})
    if html is not None:
        html[parts.body.html] = draft.body.pieces
    return MAKE[kind](parts)


def _only(kind: type[T], value: object) -> T:
    assert isinstance(value, kind)
    return value


def article_of(
    text: str, path: str = NEWS, files: Mapping[str, PhotoFile] | None = None, settings: Settings = SETTINGS
) -> Article:
    return _only(Article, record_of(path, text, files, settings))


def product_of(text: str, path: str = PRODUCT, files: Mapping[str, PhotoFile] | None = None) -> Product:
    return _only(Product, record_of(path, text, files))


def maker_of(text: str, path: str = MAKER, files: Mapping[str, PhotoFile] | None = None) -> Maker:
    return _only(Maker, record_of(path, text, files))


def event_of(text: str, path: str = EVENT, files: Mapping[str, PhotoFile] | None = None) -> Event:
    return _only(Event, record_of(path, text, files))


def page_of(text: str, path: str = ABOUT) -> StaticPage:
    return _only(StaticPage, record_of(path, text))


def survey_of(text: str, path: str = SURVEY) -> Survey:
    return _only(Survey, record_of(path, text))


def config(more: str = "", base: str = CONFIG) -> Config:
    return parse_config((base + more).encode())


@cache
def words() -> dict[str, dict[str, str]]:
    """The words of the theme, by language."""
    stamps = {name: stamp for name, stamp in scan_theme(TEMPLATES).items() if name.startswith("words/")}
    return read_theme(TEMPLATES, stamps).words


@dataclass(frozen=True)
class Made:
    """A site with the texts of its records and the frame of its main edition."""

    site: Site
    html: Mapping[str, tuple[str, ...]]
    frame: Frame

    def plan(self, theme: Mapping[str, bytes] | None = None) -> Plan:
        return plan(self.site, words(), theme or {})

    def view(self, one: Page) -> Any:
        """The context of a page, or its content where it has no template."""
        return one.view(self.html, *one.args)

    def context(self, url: str, theme: Mapping[str, bytes] | None = None) -> Any:
        """The context of the page at a URL path."""
        return self.view(at(self.plan(theme).pages, url))


def at(pages: Iterable[Page], url: str) -> Page:
    """The one page at a URL path."""
    (found,) = [one for one in pages if one.url == url]
    return found


def site_of(
    files: Mapping[str, str],
    *,
    more: str = "",
    base: str = CONFIG,
    known: Mapping[str, PhotoFile] | None = None,
    tallies: Mapping[str, Tally] | None = None,
    now: dt.datetime = NOW,
    drafts: bool = False,
    assets: Mapping[str, str] | None = None,
) -> Made:
    """The site of some files by their path; `more` is added to its configuration."""
    from lontar.load.config import base_path

    settings = config(more, base)
    html: dict[str, tuple[str, ...]] = {}
    reading = Settings(settings.site.language, settings.site.timezone, base_path(settings.site.url))
    records = [
        record_of(path, text, known, reading, html, _original(path, files)) for path, text in files.items()
    ]
    site = make_site(settings, records, tallies or {}, now, drafts)
    return Made(site, html, make_frame(site, site.main, words(), assets or {}))


def _original(path: str, files: Mapping[str, str]) -> tuple[str, bytes] | None:
    return next(((one, files[one].encode()) for one in originals_of(path) if one in files), None)


def tree(root: Path) -> dict[str, bytes]:
    """The content of every file below a folder by its path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def picture(width: int = 64, height: int = 48, suffix: str = ".jpg", **how: Any) -> bytes:
    """A picture with a red left half and a blue right one, encoded by libvips; `how` are its options."""
    from lontar.imaging import pyvips

    pixel = pyvips.Image.black(1, 1)
    left = pixel.new_from_image([200, 30, 30]).embed(0, 0, width // 2, height, extend="copy")
    right = pixel.new_from_image([30, 30, 200]).embed(0, 0, width - width // 2, height, extend="copy")
    image = left.join(right, "horizontal").copy(interpretation="srgb")
    return bytes(image.write_to_buffer(suffix, **how))
