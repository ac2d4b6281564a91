"""Sitemaps: whole, escaped, never too large, and news for two days only."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from lxml import etree

from lontar.pages import sitemaps
from lontar.pages.planned import Page
from tests.building import (
    ABOUT,
    MAKER,
    NEWS,
    NOW,
    PRODUCT,
    Made,
    article,
    at,
    maker,
    page,
    photos,
    product,
    site_of,
)

SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def texts(made: Made, page: Page, path: str) -> list[str]:
    root: Any = etree.fromstring(made.view(page).encode())
    return [str(one.text) for one in root.iterfind(path, SPACES)]


def planned(made: Made, others: tuple[str, ...] = ()) -> list[Page]:
    return list(sitemaps.plan(made.site, [made.frame], others))


def test_the_index_names_every_map() -> None:
    made = site_of({NEWS: article(), PRODUCT: product(), MAKER: maker()})
    pages = planned(made, ("/", "/berita/"))
    named = texts(made, at(pages, "/sitemap.xml"), ".//s:loc")
    assert sorted(named) == sorted(
        f"https://uji.example{one.url}" for one in pages if one.url != "/sitemap.xml"
    )
    assert "https://uji.example/sitemap-berita-2025.xml" in named


def test_records_are_in_the_map_of_their_kind() -> None:
    made = site_of(
        {
            NEWS: article(updated="2025-11-28"),
            "content/berita/lama.md": article(date="2024-05-01"),
            PRODUCT: product(),
            MAKER: maker(),
        }
    )
    pages = planned(made, ("/",))
    assert texts(made, at(pages, "/sitemap-berita-2025.xml"), ".//s:loc") == [
        "https://uji.example/berita/kabar/"
    ]
    assert texts(made, at(pages, "/sitemap-berita-2025.xml"), ".//s:lastmod") == ["2025-11-28"]
    assert texts(made, at(pages, "/sitemap-berita-2024.xml"), ".//s:lastmod") == ["2024-05-01"]
    assert texts(made, at(pages, "/sitemap-produk.xml"), ".//s:loc") == ["https://uji.example/produk/kain/"]
    assert texts(made, at(pages, "/sitemap-perajin.xml"), ".//s:loc") == ["https://uji.example/perajin/jono/"]
    assert texts(made, at(pages, "/sitemap-halaman.xml"), ".//s:loc") == ["https://uji.example/"]


@pytest.mark.parametrize("count", [0, 40_000, 40_001, 80_001])
def test_no_map_has_more_than_forty_thousand(count: int) -> None:
    made = site_of({})
    pages = [
        one for one in planned(made, tuple(f"/h{number}/" for number in range(count))) if "halaman" in one.url
    ]
    sizes = [len(one.args[1]) for one in pages]
    assert sum(sizes) == count
    assert max(sizes) <= 40_000
    assert [one.url for one in pages][:2] == ["/sitemap-halaman.xml", "/sitemap-halaman-2.xml"][: len(pages)]


def test_news_is_that_of_two_days() -> None:
    ages = {"baru": 0, "tepat": 48 * 60, "hampir": 48 * 60 - 1, "lama": 48 * 60 + 1, "esok": -1}
    files = {
        f"content/berita/{name}.md": article(date=(NOW - dt.timedelta(minutes=age)).isoformat(), title=name)
        for name, age in ages.items()
    }
    made = site_of(files)
    news = at(planned(made), "/sitemap-kabar.xml")
    assert texts(made, news, ".//n:title") == ["baru", "hampir"]
    assert texts(made, news, ".//n:name") == ["Situs Uji", "Situs Uji"]
    assert texts(made, news, ".//n:language") == ["id", "id"]
    assert texts(made, news, ".//n:publication_date")[0] == NOW.isoformat()


def test_news_may_be_empty() -> None:
    made = site_of({NEWS: article(date="2024-01-01")})
    assert texts(made, at(planned(made), "/sitemap-kabar.xml"), ".//s:url") == []


def test_news_ends_at_a_thousand() -> None:
    made = site_of({f"content/berita/k{number}.md": article(date="2025-12-01") for number in range(1005)})
    assert len(at(planned(made), "/sitemap-kabar.xml").args[1]) == 1000


def test_signs_are_escaped() -> None:
    base = (
        'site: {title: "Kayu & <Kain>", url: "https://uji.example"}\ncategories: {berita: {kunjungan: K}}\n'
    )
    made = site_of({NEWS: article(date="2025-12-01", title="'A & B <c> \"d\"'")}, base=base)
    news = at(planned(made), "/sitemap-kabar.xml")
    assert texts(made, news, ".//n:title") == ['A & B <c> "d"']
    assert texts(made, news, ".//n:name") == ["Kayu & <Kain>"]
    assert texts(made, at(planned(made, ("/?a=1&b=<x>",)), "/sitemap-halaman.xml"), ".//s:loc") == [
        "https://uji.example/?a=1&b=<x>"
    ]


def test_pictures_are_told_once_a_page() -> None:
    text = article(
        "[[galeri]]\n\n![x](/media/b.jpg)",
        cover="{file: /media/a.jpg, alt: A}",
        photos="[{file: /media/a.jpg, alt: A}, {file: /media/c.jpg, alt: C}]",
    )
    made = site_of({NEWS: text, ABOUT: page("![x](/media/b.jpg)")}, known=photos("a.jpg", "b.jpg", "c.jpg"))
    found = texts(made, at(planned(made), "/sitemap-gambar.xml"), ".//i:loc")
    assert len(found) == 3
    assert all(one.startswith("https://uji.example/media/") and one.endswith(".jpg") for one in found)
    assert texts(made, at(planned(made), "/sitemap-gambar.xml"), ".//s:loc") == [
        "https://uji.example/berita/kabar/"
    ]


def test_only_lists_and_pages_are_indexable() -> None:
    made = site_of({NEWS: article(aliases="[/lama/]"), ABOUT: page(), PRODUCT: product(), MAKER: maker()})
    found = sitemaps.indexable(made.plan().pages, made.site)
    assert {"/", "/tentang/", "/berita/", "/galeri/", "/perajin/", "/tag/"} <= set(found)
    assert not {
        "/berita/kabar/",
        "/produk/kain/",
        "/perajin/jono/",
        "/lama/",
        "/404.html",
        "/feed.xml",
    } & set(found)
    assert found == sorted(found)


def test_a_frame_changes_a_map_only_in_what_it_shows() -> None:
    before = site_of({NEWS: article()})
    after = site_of({NEWS: article()}, more="menu: [{label: A, url: /a/}]\n")
    assert {one.url: one.key for one in planned(before)} == {one.url: one.key for one in planned(after)}
