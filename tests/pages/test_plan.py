"""Every file that shall exist, and what two of them would claim."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from lontar.model.urls import output_path
from lontar.output import is_inside
from lontar.pages.plan import find_collisions
from lontar.pages.planned import Page, Rendition
from tests.building import (
    ABOUT,
    MAKER,
    NEWS,
    PRODUCT,
    SURVEY,
    TEMPLATES,
    article,
    maker,
    page,
    photos,
    product,
    site_of,
    survey,
    values_of,
)

FILES = {
    NEWS: article("![x](/media/b.jpg)", tags="[batik]", cover="{file: /media/a.jpg, alt: A}", survey="puas"),
    "content/berita/kabar.en.md": article(title="News"),
    PRODUCT: product(materials="[katun]", tags="[batik]", photos="[{file: /media/c.jpg, alt: C}]"),
    MAKER: maker(photo="{file: /media/d.jpg, alt: D}"),
    ABOUT: page("![x](/media/e.jpg)", aliases="[/about]"),
    SURVEY: survey(),
}
KNOWN = photos(*(f"{name}.jpg" for name in "abcde"), "tak-dipakai.jpg")


def nothing(*_: object) -> dict[str, Any]:
    return {}


def at_url(url: str, source: str = "", template: str = "x.html") -> Page:
    return Page(url, template, nothing, (), source)


def test_all_pages_are_planned_once() -> None:
    found = site_of(FILES, known=KNOWN).plan()
    urls = [one.url for one in found.pages]
    assert len(urls) == len(set(urls))
    assert found.problems == ()
    assert {
        *("/", "/en/", "/berita/", "/en/berita/", "/berita/kabar/", "/en/berita/kabar/", "/berita/2025/"),
        *("/berita/2025/11/", "/berita/kategori/kunjungan/", "/tag/", "/tag/batik/", "/galeri/"),
        *("/galeri/batik/",),
        *("/galeri/bahan/katun/", "/galeri/perajin/jono/", "/produk/kain/", "/perajin/", "/perajin/jono/"),
        *("/tentang/", "/about/", "/survei/puas/", "/feed.xml", "/feed.json", "/404.html", "/robots.txt"),
        *("/site.webmanifest", "/sitemap.xml", "/surveys.json", "/_redirects"),
    } <= set(urls)


def test_every_path_is_inside_and_lower_case() -> None:
    found = site_of(FILES, known=KNOWN).plan()
    both: tuple[Page | Rendition, ...] = (*found.pages, *found.renditions)
    for one in both:
        assert is_inside(one.path)
        assert one.path == output_path(one.url)
        assert one.path == one.path.lower()


def test_every_template_is_there() -> None:
    for one in site_of(FILES, known=KNOWN).plan().pages:
        assert not one.template or (TEMPLATES / one.template).is_file()


def test_photos_in_use_are_made_and_no_others() -> None:
    sources = {one.source for one in site_of(FILES, known=KNOWN).plan().renditions}
    assert sources == set(KNOWN) - {"content/media/tak-dipakai.jpg"}


def test_what_stands_for_a_page_is_cut_for_sharing() -> None:
    shapes: dict[str, set[tuple[int, int]]] = {}
    for one in site_of(FILES, known=KNOWN).plan().renditions:
        if one.fit == "cover":
            shapes.setdefault(one.source[-5:-4], set()).add((one.width, one.height))
    share, news = {(1200, 630)}, {(960, 540), (800, 600), (640, 640)}
    assert shapes == {"a": share | news, "c": share, "d": share, "e": share}


def test_the_same_site_has_the_same_keys() -> None:
    one, other = (
        site_of(FILES, known=KNOWN).plan(),
        site_of(dict(reversed(FILES.items())), known=KNOWN).plan(),
    )
    assert {page.url: page.key for page in one.pages} == {page.url: page.key for page in other.pages}
    assert one.renditions == other.renditions


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """URLs of the pages whose key a change of files changes."""
    keys = [
        {page.url: page.key for page in site_of(files, known=KNOWN).plan().pages} for files in (before, after)
    ]
    return {url for url in keys[0].keys() | keys[1].keys() if keys[0].get(url) != keys[1].get(url)}


def test_an_edit_of_a_text_changes_its_page_and_the_feeds() -> None:
    files = {NEWS: article("Satu."), "content/berita/dua.md": article("Dua."), ABOUT: page()}
    found = changed(files, {**files, NEWS: article("Satu lagi.")})
    assert found == {
        "/berita/kabar/",
        *(f"{base}feed.{kind}" for base in ("/", "/berita/kategori/kunjungan/") for kind in ("xml", "json")),
    }


def test_an_edit_of_a_page_changes_that_page_only() -> None:
    files = {NEWS: article(), ABOUT: page("Satu.", summary="Ringkas")}
    assert changed(files, {**files, ABOUT: page("Dua.", summary="Ringkas")}) == {"/tentang/"}


def test_a_price_changes_where_it_is_shown() -> None:
    files = {NEWS: article(), PRODUCT: product(price="1"), MAKER: maker()}
    found = changed(files, {**files, PRODUCT: product(price="2")})
    assert found == {
        "/",
        "/produk/kain/",
        "/perajin/jono/",
        "/galeri/",
        "/galeri/batik/",
        "/galeri/perajin/jono/",
        "/galeri/harga/0-50000/",
        "/galeri/ketersediaan/tersedia/",
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/tag/batik/", "/tag/Batik/"),
        ("/lama/kue\u0301/", "/lama/ku\u00e9/"),
        ("/Strasse/", "/stra\u00dfe/"),
        ("/a/", "/a/index.html"),
        ("/a/", "/a/"),
    ],
)
def test_files_that_many_disks_take_for_one_collide(one: str, other: str) -> None:
    assert unicodedata.normalize("NFC", one)
    (found,) = find_collisions([at_url(one, "a.md"), at_url(other, "b.md")], [])
    assert (found.code, found.place.path) == ("collision", "b.md")
    assert values_of(found)["other"] == "a.md"


def test_other_files_do_not() -> None:
    assert list(find_collisions([at_url("/a/"), at_url("/b/"), at_url("/a.html")], [])) == []


def test_a_photo_may_collide_too() -> None:
    form = Rendition("/media/a-1.jpg", "content/media/a.jpg", 1, 1, "jpeg", 80, "inside", 0)
    (found,) = find_collisions([at_url("/media/A-1.jpg", "a.md")], [form])
    assert (found.code, found.place.path) == ("collision-own", "a.md")


@pytest.mark.parametrize(
    ("files", "url"),
    [
        ({NEWS: article(), "content/berita/2025/kabar.md": article()}, "/berita/kabar/"),
        ({NEWS: article(aliases="[/tentang/]"), ABOUT: page()}, "/tentang/"),
        ({NEWS: article(aliases="[/Tentang]"), ABOUT: page()}, "/Tentang/"),
        ({NEWS: article(aliases="[/feed.xml]")}, "/feed.xml"),
        ({NEWS: article(aliases="[/feed.xml/]")}, ""),
        ({NEWS: article(aliases="[/robots.txt/lama/]")}, ""),
        ({"content/halaman/berita.md": page()}, "/berita/"),
        ({"content/halaman/galeri.md": page()}, "/galeri/"),
        (
            {
                "content/berita/halaman.md": article(),
                "content/halaman/en.md": page(),
                "content/halaman/x.en.md": page(),
            },
            "",
        ),
        ({PRODUCT: product(), "content/produk/lain/kain.yml": product()}, "/produk/kain/"),
    ],
)
def test_records_that_claim_one_address_are_told(files: dict[str, str], url: str) -> None:
    found = site_of(files).plan().problems
    assert {one.code for one in found} <= {"collision", "collision-own", "collision-alias"}
    assert all(one.place.path.startswith("content/") for one in found)
    assert not url or url in {values_of(one)["url"] for one in found}
