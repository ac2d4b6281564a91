"""Feeds that a reader elsewhere can parse, with whole addresses."""

from __future__ import annotations

import json
from typing import Any

import feedparser

from lontar.render.templates import Templates
from tests.building import NEWS, PRODUCT, TEMPLATES, Made, article, at, photos, product, site_of

FULL = article(
    'Satu [tautan](/tentang/) dan [catatan](#dua).\n\n![Kain & kayu](/media/b.jpg "Dari Jono")\n\n'
    "[[produk: kain]]\n\n[[video: https://youtu.be/abcdefghijk | Film & lagu]]\n\n[[survei: puas]]\n",
    title="'Kain & <kayu>'",
    date="2025-11-26 09:00",
    updated="2025-11-27",
    author="Redaksi",
    tags="[batik]",
    cover="{file: /media/a.jpg, alt: 'A \"b\"'}",
)


def made(more: str = "") -> Made:
    return site_of({NEWS: FULL, PRODUCT: product()}, known=photos("a.jpg", "b.jpg"), more=more)


def atom(one: Made, url: str = "/feed.xml") -> Any:
    page = at(one.plan().pages, url)
    return feedparser.parse(Templates(TEMPLATES).render(page.template, one.view(page)))


def json_feed(one: Made, url: str = "/feed.json") -> Any:
    return json.loads(one.view(at(one.plan().pages, url)))


def test_atom_is_parsed() -> None:
    found = atom(made())
    assert not found.bozo
    assert found.version == "atom10"
    assert found.feed.title == "Situs Uji"
    assert found.feed.id == "https://uji.example/"
    assert {(link.rel, link.href) for link in found.feed.links} == {
        ("self", "https://uji.example/feed.xml"),
        ("alternate", "https://uji.example/"),
    }
    assert found.feed.updated.startswith("2025-11-27")
    (entry,) = found.entries
    assert (entry.id, entry.link) == (
        "https://uji.example/berita/kabar/",
        "https://uji.example/berita/kabar/",
    )
    assert entry.title == "Kain & <kayu>"
    assert entry.published == "2025-11-26T09:00:00+07:00"
    assert (entry.author, entry.summary, entry.tags[0].term) == ("Redaksi", "Ringkasan.", "Kunjungan")


def test_json_feed_has_its_fields() -> None:
    found = json_feed(made())
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert (found["title"], found["feed_url"]) == ("Situs Uji", "https://uji.example/feed.json")
    (item,) = found["items"]
    assert item["id"] == item["url"] == "https://uji.example/berita/kabar/"
    assert (item["title"], item["tags"]) == ("Kain & <kayu>", ["batik"])
    assert item["date_modified"].startswith("2025-11-27")
    assert item["image"].startswith("https://uji.example/media/a-1600-")


def test_addresses_are_whole() -> None:
    content = json_feed(made())["items"][0]["content_html"]
    assert 'href="https://uji.example/tentang/"' in content
    assert 'href="https://uji.example/berita/kabar/#dua"' in content
    assert 'href="/' not in content
    assert 'src="/' not in content


def test_embeds_are_plain_html() -> None:
    content = json_feed(made())["items"][0]["content_html"]
    assert 'alt="A &quot;b&quot;"' in content
    assert "<figcaption>Dari Jono</figcaption>" in content
    assert '<a href="https://uji.example/produk/kain/">Kain Batik</a>' in content
    assert '<a href="https://youtu.be/abcdefghijk">Film &amp; lagu</a>' in content
    assert "\ue000" not in content


def test_a_site_in_a_folder_has_its_addresses_there() -> None:
    base = 'site: {title: T, url: "https://uji.example/dasar"}\ncategories: {berita: {kunjungan: K}}\n'
    one = site_of({NEWS: article("[a](/tentang/)")}, base=base)
    (item,) = json_feed(one)["items"]
    assert item["url"] == "https://uji.example/dasar/berita/kabar/"
    assert 'href="https://uji.example/dasar/tentang/"' in item["content_html"]


def test_every_category_has_its_feed() -> None:
    files = {
        NEWS: article(),
        "content/berita/lain.md": article(category="pelatihan", date="2025-11-20"),
    }
    one = site_of(files)
    assert len(atom(one).entries) == 2
    found = atom(one, "/berita/kategori/pelatihan/feed.xml")
    assert [entry.link for entry in found.entries] == ["https://uji.example/berita/lain/"]
    assert found.feed.title == "Pelatihan · Situs Uji"


def test_a_feed_holds_the_latest_twenty() -> None:
    files = {
        f"content/berita/k{number:02}.md": article(date=f"2025-11-{number + 1:02}") for number in range(25)
    }
    found = json_feed(site_of(files))["items"]
    assert [item["url"].split("/")[-2] for item in found] == [f"k{number:02}" for number in range(24, 4, -1)]


def test_an_empty_feed_is_one() -> None:
    found = atom(site_of({}))
    assert not found.bozo
    assert found.entries == []
    assert json_feed(site_of({}))["items"] == []
