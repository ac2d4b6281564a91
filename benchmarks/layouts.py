"""Writes the records of a corpus where each generator looks for them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import words
from benchmarks.photos import photo_name
from benchmarks.records import Article, Corpus, Maker, Photo, Product
from benchmarks.writing import Fields, front_matter, headers, write, yaml

URL = "https://benchmark.example"


def write_corpus(corpus: Corpus, layout: str, folder: Path, photos: list[Path]) -> None:
    """`photos` are the files that become the corpus's photos, one for each of `corpus.photo_count`."""
    _WRITERS[layout](corpus, folder)
    if photos:
        media = folder / MEDIA[layout]
        media.mkdir(parents=True, exist_ok=True)
        for number, photo in enumerate(photos):
            shutil.copyfile(photo, media / photo_name(number))


def article_path(layout: str, article: Article) -> str:
    """Source file of an article, relative to the site."""
    if layout == "lontar":
        return f"content/berita/{article.date.year}/{article.slug}.md"
    return f"content/berita/{article.slug}.md"


def _write_lontar(corpus: Corpus, folder: Path) -> None:
    def described(photo: Photo | None) -> dict[str, str] | None:
        return {"file": _media_url(photo), "alt": photo.alt} if photo else None

    write(folder / "site_config.yaml", yaml(_lontar_config()))
    for article in corpus.articles():
        fields = {
            "title": article.title,
            "date": article.date,
            "author": article.author,
            "location": article.location,
            "category": article.category,
            "tags": article.tags,
            "summary": article.summary,
            "cover": described(article.cover),
        }
        write(folder / article_path("lontar", article), front_matter(fields, article.body))
    for product in corpus.products():
        photo = described(product.photo)
        fields = _product_fields(product) | {
            "photos": [photo] if photo else None,
            "description": product.description,
            "attributes": {"Warna": product.colour},
        }
        write(folder / f"content/produk/{product.category}/{product.slug}.yaml", yaml(fields))
    for maker in corpus.makers():
        fields = _maker_fields(maker) | {"story": maker.story}
        write(folder / f"content/perajin/{maker.slug}.yaml", yaml(fields))
    for page in corpus.pages():
        write(folder / f"content/halaman/{page.slug}.md", front_matter({"title": page.title}, page.body))


def _lontar_config() -> Fields:
    return {
        "site": {
            "title": "Kabar Kriya",
            "tagline": "Berita dan karya perajin",
            "description": "Berita dan galeri karya perajin.",
            "url": URL,
            "language": "id",
            "timezone": "Asia/Jakarta",
        },
        "organization": {"name": "Kabar Kriya"},
        "menu": [
            {"label": "Berita", "url": "/berita/"},
            {"label": "Galeri", "url": "/galeri/"},
            {"label": "Perajin", "url": "/perajin/"},
            {"label": "Tentang", "url": "/tentang/"},
        ],
        "categories": {"berita": words.ARTICLE_CATEGORIES, "produk": words.PRODUCT_CATEGORIES},
        "page_size": {"berita": 12, "galeri": 24, "tag": 20},
        "images": {"widths": [480, 960, 1600], "formats": ["webp", "jpeg"]},
    }


def _write_hugo(corpus: Corpus, folder: Path) -> None:
    def article_fields(article: Article) -> Fields:
        return _article_fields(article) | {"kategori": [article.category], "tag": article.tags}

    def product_fields(product: Product) -> Fields:
        return _flat_product(product) | {"jenis": [product.category]}

    _write_markdown(corpus, folder, article_fields, product_fields)


def _write_eleventy(corpus: Corpus, folder: Path) -> None:
    def article_fields(article: Article) -> Fields:
        return _article_fields(article) | {"category": article.category, "topics": article.tags}

    def product_fields(product: Product) -> Fields:
        return _flat_product(product) | {"craft": product.category}

    _write_markdown(corpus, folder, article_fields, product_fields)


def _write_markdown(
    corpus: Corpus,
    folder: Path,
    article_fields: Callable[[Article], Fields],
    product_fields: Callable[[Product], Fields],
) -> None:
    """Every record as a Markdown file with YAML front matter."""
    content = folder / "content"
    for article in corpus.articles():
        write(content / f"berita/{article.slug}.md", front_matter(article_fields(article), article.body))
    for product in corpus.products():
        text = front_matter(product_fields(product), product.description)
        write(content / f"produk/{product.slug}.md", text)
    for maker in corpus.makers():
        write(content / f"perajin/{maker.slug}.md", front_matter(_maker_title(maker), maker.story))
    for page in corpus.pages():
        write(content / f"halaman/{page.slug}.md", front_matter({"title": page.title}, page.body))


def _write_pelican(corpus: Corpus, folder: Path) -> None:
    """Articles are Pelican's articles; products, makers and pages are its pages, each with its template."""
    content = folder / "content"
    for article in corpus.articles():
        fields: Fields = {
            "Title": article.title,
            "Date": f"{article.date:%Y-%m-%d %H:%M}",
            "Slug": article.slug,
            "Author": article.author,
            "Location": article.location,
            "Category": article.category,
            "Tags": ", ".join(article.tags),
            "Summary": article.summary,
            "Cover": _media_url(article.cover),
        }
        write(content / f"berita/{article.slug}.md", headers(fields, article.body))
    for product in corpus.products():
        fields = {
            **_page_headers("product", product.name, f"produk/{product.slug}"),
            "Craft": product.category,
            "Price": product.price,
            "Availability": product.availability,
            "Materials": ", ".join(product.materials),
            "Techniques": ", ".join(product.techniques),
            "Size": " × ".join(str(side) for side in product.dimensions),
            "Weight": product.weight,
            "Maker": product.maker,
            "Colour": product.colour,
            "Photo": _media_url(product.photo),
        }
        write(content / f"produk/{product.slug}.md", headers(fields, product.description))
    for maker in corpus.makers():
        fields = {
            **_page_headers("maker", maker.name, f"perajin/{maker.slug}"),
            "Key": maker.slug,
            "Kind": maker.kind,
            "Village": maker.village,
            "District": maker.district,
            "Since": maker.since,
        }
        write(content / f"perajin/{maker.slug}.md", headers(fields, maker.story))
    for page in corpus.pages():
        fields = _page_headers("page", page.title, page.slug)
        write(content / f"halaman/{page.slug}.md", headers(fields, page.body))


def _article_fields(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "date": article.date,
        "author": article.author,
        "location": article.location,
        "summary": article.summary,
        "cover": _media_url(article.cover),
        "cover_alt": article.cover.alt if article.cover else "",
    }


def _product_fields(product: Product) -> dict[str, Any]:
    return {
        "name": product.name,
        "category": product.category,
        "price": product.price,
        "availability": product.availability,
        "materials": product.materials,
        "techniques": product.techniques,
        "dimensions": dict(zip(("length", "width", "height"), product.dimensions, strict=True)),
        "weight": product.weight,
        "maker": product.maker,
    }


def _flat_product(product: Product) -> dict[str, Any]:
    """Fields of a product under keys that no generator claims for itself."""
    fields = _product_fields(product)
    del fields["name"], fields["category"]
    return {"title": product.name, **fields, "colour": product.colour, "photo": _media_url(product.photo)}


def _maker_fields(maker: Maker) -> dict[str, Any]:
    return {
        "name": maker.name,
        "kind": maker.kind,
        "village": maker.village,
        "district": maker.district,
        "since": maker.since,
    }


def _maker_title(maker: Maker) -> Fields:
    fields = _maker_fields(maker)
    del fields["name"]
    return {"title": maker.name, "key": maker.slug, "makerkind": fields.pop("kind"), **fields}


def _page_headers(template: str, title: str, path: str) -> dict[str, Any]:
    return {"Title": title, "Template": template, "Url": f"{path}/", "Save_as": f"{path}/index.html"}


def _media_url(photo: Photo | None) -> str:
    return f"/media/{photo_name(photo.number)}" if photo else ""


LAYOUTS = ("lontar", "hugo", "eleventy", "pelican")
MEDIA = {"lontar": "content/media", "hugo": "assets/media", "eleventy": "media", "pelican": "media"}
_WRITERS: dict[str, Callable[[Corpus, Path], None]] = {
    "lontar": _write_lontar,
    "hugo": _write_hugo,
    "eleventy": _write_eleventy,
    "pelican": _write_pelican,
}
