"""The scheme of URLs, and where each lies in the output."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.model import urls
from lontar.output import is_inside


@pytest.mark.parametrize(
    ("kind", "url"),
    [
        ("article", "/berita/x/"),
        ("product", "/produk/x/"),
        ("maker", "/perajin/x/"),
        ("page", "/x/"),
        ("survey", "/survei/x/"),
    ],
)
def test_records(kind: str, url: str) -> None:
    assert urls.record_url(kind, "x") == url
    assert urls.record_url(kind, "x", "/en") == f"/en{url}"


def test_lists() -> None:
    assert urls.home() == "/"
    assert urls.home("/en") == "/en/"
    assert urls.news_month(2025, 3) == "/berita/2025/03/"
    assert urls.news_year(2025, "/en") == "/en/berita/2025/"
    assert urls.news_category("umkm") == "/berita/kategori/umkm/"
    assert urls.tag("Kerja Sama") == "/tag/kerja-sama/"
    assert urls.gallery_material("Kayu Jati") == "/galeri/bahan/kayu-jati/"
    assert urls.gallery_maker("jono") == "/galeri/perajin/jono/"
    assert urls.gallery_category("batik") == "/galeri/batik/"


def test_the_first_page_of_a_list_has_no_number() -> None:
    assert urls.numbered("/berita/", 1) == "/berita/"
    assert urls.numbered("/berita/", 2) == "/berita/halaman/2/"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/", "index.html"),
        ("/berita/x/", "berita/x/index.html"),
        ("/en/", "en/index.html"),
        ("/feed.xml", "feed.xml"),
        ("/404.html", "404.html"),
        ("/_redirects", "_redirects"),
    ],
)
def test_files(url: str, path: str) -> None:
    assert urls.output_path(url) == path


@given(st.sampled_from(sorted(urls.FOLDERS)), st.text(max_size=30), st.sampled_from(["", "/en"]))
def test_no_slug_leaves_the_output(kind: str, text: str, prefix: str) -> None:
    slug = urls.slugify(text) or "x"
    path = urls.output_path(urls.record_url(kind, slug, prefix))
    assert is_inside(path)
    assert posixpath.normpath(path) == path


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Kerja Sama & Batik", "kerja-sama-batik"),
        ("Kué  Ledré", "kue-ledre"),
        ("ＡＢＣ", "abc"),
        ("--x--", "x"),
        ("日本", ""),
        ("", ""),
        ("Jum'at", "jum-at"),
        ("½ kg", "12-kg"),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert urls.slugify(text) == slug


@given(st.text(max_size=150))
def test_a_slug_is_one_or_empty(text: str) -> None:
    slug = urls.slugify(text)
    assert slug == "" or urls.SLUG.match(slug)
    assert len(slug) <= urls.SLUG_LENGTH
    assert urls.slugify(slug) == slug


@pytest.mark.parametrize("slug", ["", "A", "a_b", "-a", "a-", "a--b", "a/b", "..", "a\n", "é"])
def test_no_slugs(slug: str) -> None:
    assert urls.SLUG.match(slug) is None


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("berita/x.md", ("x", "")),
        ("berita/x.en.md", ("x", "en")),
        ("berita/x/index.md", ("x", "")),
        ("berita/x/index.en.md", ("x", "en")),
        ("produk/a/x.yml", ("x", "")),
    ],
)
def test_names_are_split(path: str, found: tuple[str, str]) -> None:
    assert urls.split_name(path) == found


def test_every_kind_has_folder_and_suffixes() -> None:
    assert set(urls.FOLDERS) == set(urls.SUFFIXES) == set(urls.KINDS.values())
