"""What every page of one language shows around its content."""

from __future__ import annotations

import pytest

from lontar.pages.frame import make_frame
from tests.building import ABOUT, NEWS, article, event, page, site_of, words

FOLDER = 'site: {title: T, url: "https://uji.example/dasar/"}\n'


def test_addresses() -> None:
    frame = site_of({}, base=FOLDER).frame
    assert (frame.origin, frame.base) == ("https://uji.example", "/dasar")
    assert frame.absolute("/x/") == "https://uji.example/dasar/x/"
    assert frame.href("/x/") == "/dasar/x/"
    for elsewhere in ("https://a.example/", "mailto:a@b.example", "//a.example/x", ""):
        assert frame.href(elsewhere) == elsewhere


def test_the_menu_takes_pages_that_ask_for_it() -> None:
    files = {
        ABOUT: page(menu="utama"),
        "content/halaman/kontak.md": page(title="Kontak", menu="utama"),
        "content/halaman/privasi.md": page(title="Privasi", menu="kaki"),
        "content/halaman/lain.md": page(title="Lain"),
    }
    more = "menu: [{label: Berita, url: /berita/}, {label: Kami, url: /tentang/}, {label: Luar, url: 'https://a.example'}]\n"
    frame = site_of(files, more=more).frame
    assert frame.menu == (
        ("Berita", "/berita/", "id"),
        ("Kami", "/tentang/", "id"),
        ("Luar", "https://a.example", "id"),
        ("Kontak", "/kontak/", "id"),
    )
    assert frame.site["footer_menu"] == [{"label": "Privasi", "url": "/privasi/", "lang": ""}]


def test_a_menu_taken_from_the_sites_language_says_so() -> None:
    files = {
        ABOUT: page(menu="kaki"),
        "content/halaman/tentang.en.md": page(title=None, menu="kaki"),
        "content/halaman/kontak.md": page(title="Kontak", menu="kaki"),
        "content/halaman/kontak.en.md": page(title="Contact", menu="kaki"),
    }
    more = "menu: [{label: Berita, url: /berita/}]\n"
    made = site_of(files, more=more)
    shown = made.context("/en/kontak/")["site"]
    assert [(one["label"], one["lang"]) for one in shown["menu"]] == [("Berita", "id")]
    footer = {one["label"]: one["lang"] for one in shown["footer_menu"]}
    assert footer == {"Tentang": "id", "Contact": ""}
    translated = more + "languages: {en: {menu: [{label: News, url: /en/berita/}]}}\n"
    shown = site_of(files, more=translated).context("/en/kontak/")["site"]
    assert [(one["label"], one["lang"]) for one in shown["menu"]] == [("News", "")]


def test_the_organization_is_told_in_full() -> None:
    base = (
        "site: {title: T, url: 'https://uji.example'}\n"
        "organization: {name: O, email: a@b.example, whatsapp: '081234567890',\n"
        "  social: {instagram: 'https://i.example/o'},\n"
        "  address: {street: Jl. A 1, village: V, district: D, regency: R, province: P,\n"
        "    postal_code: '62100'}}\n"
    )
    frame = site_of({}, base=base).frame
    told = frame.site["organization"]
    assert told["address"] == ["Jl. A 1", "V, D", "R, P, 62100"]
    seat = site_of({}, base=base.replace("district: D", "district: R")).frame.site["organization"]
    assert seat["address"] == ["Jl. A 1", "V", "R, P, 62100"]
    assert told["whatsapp"] == {"label": "+6281234567890", "url": "https://wa.me/6281234567890"}
    assert told["social"] == [{"name": "instagram", "label": "Instagram", "url": "https://i.example/o"}]
    assert frame.organization["address"]["addressLocality"] == "R"
    assert frame.organization["sameAs"] == ["https://i.example/o"]


def test_what_the_organization_does_not_say_is_left_out() -> None:
    frame = site_of({}).frame
    assert frame.site["organization"]["whatsapp"] is None
    assert not {"email", "telephone", "address", "sameAs"} & set(frame.organization)


def test_words_are_those_of_the_language() -> None:
    made = site_of({NEWS: article(), "content/berita/x.en.md": article()})
    english = make_frame(made.site, made.site.editions[1], words(), {})
    assert (made.frame.words["home"], english.words["home"]) == ("Beranda", "Home")
    assert (english.lang, english.prefix, english.site["home"]) == ("en", "/en", "/en/")
    assert english.site["feeds"][0]["url"] == "/en/feed.xml"


def test_every_page_leads_to_what_the_menu_leaves_out() -> None:
    theme = {"js/search.js": "/aset/s.js", "print/catalogue.css": "/aset/k.css"}
    files = {NEWS: article(), "content/berita/x.en.md": article(), "content/agenda/a.en.md": event()}
    made = site_of(files, assets=theme)
    assert made.frame.site["calendar"] == ""
    assert made.frame.site["explore"] == [
        {"label": "Agenda", "url": "/agenda/"},
        {"label": "Katalog", "url": "/katalog/"},
        {"label": "Arsip", "url": "/cari/#arsip"},
        {"label": "Tagar", "url": "/tag/"},
    ]
    english = make_frame(made.site, made.site.editions[1], words(), {})
    assert [entry["url"] for entry in english.site["explore"]] == ["/en/agenda/", "/en/tag/"]
    assert english.site["calendar"] == "/en/agenda.ics"


def test_assets_are_linked_and_the_share_image_is_known() -> None:
    frame = site_of(
        {}, base=FOLDER, assets={"css/site.css": "/aset/x.css", "root/og-default.jpg": "/og-default.jpg"}
    ).frame
    assert frame.assets["css/site.css"] == "/dasar/aset/x.css"
    assert frame.share_image == "/og-default.jpg"
    assert site_of({}).frame.share_image == ""


@pytest.mark.parametrize(
    "more",
    [
        "menu: [{label: A, url: /a/}]\n",
        "images: {widths: [480]}\n",
        "images: {formats: [avif]}\n",
        "images: {publish_originals: true}\n",
        "survey: {endpoint: /suara/}\n",
    ],
)
def test_a_setting_that_is_shown_changes_the_digest(more: str) -> None:
    assert site_of({}, more=more).frame.digest != site_of({}).frame.digest


def test_a_new_article_does_not() -> None:
    assert site_of({NEWS: article()}).frame.digest == site_of({}).frame.digest


def test_words_and_assets_change_the_digest() -> None:
    site = site_of({}).site
    lang = {**words()["id"], "home": "Depan"}
    digests = {
        make_frame(site, site.main, words(), {}).digest,
        make_frame(site, site.main, {"id": lang}, {}).digest,
        make_frame(site, site.main, words(), {"a": "/aset/a.1.js"}).digest,
    }
    assert len(digests) == 3
