"""The search page: a way into every archive, whatever the browser can do."""

from __future__ import annotations

from typing import Any

from tests.building import MAKER, NEWS, PRODUCT, Made, article, at, maker, product, site_of

THEME = {"js/search.js": b""}


def context(made: Made) -> Any:
    return made.view(at(made.plan(THEME).pages, "/cari/"))


def test_a_theme_without_a_search_has_no_page_for_it() -> None:
    assert "/cari/" not in {page.url for page in site_of({NEWS: article()}).plan().pages}


def test_archives_are_those_that_have_something() -> None:
    shown = context(site_of({NEWS: article(), PRODUCT: product(), MAKER: maker()}))
    assert [(one["label"], one["url"]) for one in shown["archives"]] == [
        ("Berita", "/berita/"),
        ("Galeri", "/galeri/"),
        ("Perajin", "/perajin/"),
    ]
    assert [(one["label"], one["count"]) for one in shown["archives"][0]["groups"]] == [
        ("2025", 1),
        ("Kunjungan", 1),
    ]
    assert context(site_of({NEWS: article()}))["archives"][1:] == []


def test_years_are_offered_where_there_are_archives() -> None:
    shown = context(site_of({NEWS: article()}, more="lists: {archive: false}\n"))
    assert [one["label"] for one in shown["archives"][0]["groups"]] == ["Kunjungan"]


def test_the_index_lies_on_the_same_site() -> None:
    base = "site: {title: Situs, url: 'https://uji.example/galeri'}\ncategories: {berita: {kunjungan: K}}\n"
    shown = context(site_of({NEWS: article()}, base=base))
    assert shown["search"] == {
        "action": "/galeri/cari/",
        "index": "/galeri/pagefind/pagefind.js",
        "engine": "/galeri/pagefind/wasm.id.pagefind",
    }
