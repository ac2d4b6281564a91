"""The whole URL scheme on one screen.

A URL path is lower-case, starts and ends with a slash (files such as feeds excepted) and depends on
the name of a source file only, never on what is written in it: so it is stable, and a link between
files can be resolved without reading the other file.
"""

from __future__ import annotations

import re
from functools import lru_cache

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
SLUG_LENGTH = 100

FOLDERS = {
    "article": "berita",
    "product": "produk",
    "maker": "perajin",
    "page": "halaman",
    "survey": "survei",
    "event": "agenda",
}
SUFFIXES = {
    "article": (".md",),
    "product": (".yaml", ".yml"),
    "maker": (".yaml", ".yml"),
    "page": (".md",),
    "survey": (".yaml", ".yml"),
    "event": (".md",),
}
_IMMUTABLE = re.compile(r"aset/.+\.[0-9a-f]{8}\.\w+\Z|media/[^/]+-[0-9]+-[0-9a-f]{10}\.\w+\Z")
KINDS = {folder: kind for kind, folder in FOLDERS.items()}


def record_url(kind: str, slug: str, prefix: str = "") -> str:
    """URL path of a record; `prefix` is "" for the default language, "/en" for English, …"""
    return f"{prefix}/{slug}/" if kind == "page" else f"{prefix}/{FOLDERS[kind]}/{slug}/"


def home(prefix: str = "") -> str:
    return f"{prefix}/"


def news(prefix: str = "") -> str:
    return f"{prefix}/berita/"


def news_year(year: int, prefix: str = "") -> str:
    return f"{prefix}/berita/{year:04d}/"


def news_month(year: int, month: int, prefix: str = "") -> str:
    return f"{prefix}/berita/{year:04d}/{month:02d}/"


def news_category(category: str, prefix: str = "") -> str:
    return f"{prefix}/berita/kategori/{category}/"


def tags(prefix: str = "") -> str:
    return f"{prefix}/tag/"


def tag(name: str, prefix: str = "") -> str:
    return f"{prefix}/tag/{slugify(name)}/"


def gallery(prefix: str = "") -> str:
    return f"{prefix}/galeri/"


def gallery_category(category: str, prefix: str = "") -> str:
    return f"{prefix}/galeri/{category}/"


def gallery_material(material: str, prefix: str = "") -> str:
    return f"{prefix}/galeri/bahan/{slugify(material)}/"


def gallery_maker(maker: str, prefix: str = "") -> str:
    return f"{prefix}/galeri/perajin/{maker}/"


SEARCH_INDEX = "pagefind/"
"""Where the search index lies in the output. A build neither makes nor removes what is in there."""


def search(prefix: str = "") -> str:
    return f"{prefix}/cari/"


def price_range(low: int, high: int | None) -> str:
    """ "50000-100000", "1000000-ke-atas": whole rupiah, above `low` and up to `high`."""
    return f"{low}-{high}" if high is not None else f"{low}-ke-atas"


def gallery_price(value: str, prefix: str = "") -> str:
    return f"{prefix}/galeri/harga/{value}/"


def gallery_availability(value: str, prefix: str = "") -> str:
    return f"{prefix}/galeri/ketersediaan/{value}/"


def gallery_data(prefix: str = "") -> str:
    return f"{prefix}/galeri/data.json"


def catalogue(prefix: str = "") -> str:
    return f"{prefix}/katalog/"


def product_qr(url: str) -> str:
    """The QR code of the product whose page is `url`."""
    return f"{url}qr.svg"


def makers(prefix: str = "") -> str:
    return f"{prefix}/perajin/"


def makers_geojson(prefix: str = "") -> str:
    return f"{prefix}/perajin.geojson"


def agenda(prefix: str = "") -> str:
    return f"{prefix}/agenda/"


def agenda_calendar(prefix: str = "") -> str:
    return f"{prefix}/agenda.ics"


def event_calendar(slug: str, prefix: str = "") -> str:
    return f"{prefix}/agenda/{slug}.ics"


def numbered(base: str, number: int) -> str:
    """Page `number` (from 1) of a listing whose first page is `base`."""
    return base if number == 1 else f"{base}halaman/{number}/"


@lru_cache(maxsize=1 << 18)
def output_path(url: str) -> str:
    """The file of output/ that answers a URL path: "/berita/x/" → "berita/x/index.html"."""
    path = url.lstrip("/")
    return f"{path}index.html" if path == "" or path.endswith("/") else path


@lru_cache(maxsize=65536)
def slugify(text: str) -> str:
    """Text as a slug: "Kerja Sama & Batik" → "kerja-sama-batik". May be empty."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:SLUG_LENGTH].strip("-")


def split_name(path: str) -> tuple[str, str]:
    """Slug and language tag ("" = the site's) of a source file: "x.en.md" → ("x", "en"); the slug of
    "x/index.md" is the folder's name."""
    folder, _, name = path.rpartition("/")
    stem, _, lang = (name.rpartition(".")[0] or name).partition(".")
    return (folder.rpartition("/")[2] if stem == "index" else stem), lang


def is_immutable(path: str) -> bool:
    """Whether an output path carries a digest of the file's content, so that the file never changes."""
    return _IMMUTABLE.match(path) is not None
