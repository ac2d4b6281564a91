"""Each page knows its versions in other languages, and they know it."""

from __future__ import annotations

import pytest

from lontar.pages.languages import describe, find_problems
from lontar.pages.planned import Page
from tests.building import ABOUT, NEWS, PRODUCT, Made, article, at, page, product, site_of, values_of

SITE = {
    NEWS: article(),
    "content/berita/lain.md": article(tags="[batik]"),
    "content/berita/kabar.en.md": article(title="News"),
    ABOUT: page(),
    "content/halaman/tentang.en.md": page(title="About"),
    PRODUCT: product(),
}
ENGLISH = """\
languages:
  en: {title: Test Site, menu: [{label: About, url: /en/tentang/}], categories: {berita: {kunjungan: Visits}}}
"""


@pytest.fixture
def made() -> Made:
    return site_of(SITE, more=ENGLISH)


def versions(made: Made) -> dict[str, tuple[tuple[str, str], ...]]:
    return {one.url: one.versions for one in made.plan().pages if one.versions}


def test_versions_are_reciprocal_and_name_the_page_itself(made: Made) -> None:
    found = versions(made)
    assert found["/berita/kabar/"] == (("id", "/berita/kabar/"), ("en", "/en/berita/kabar/"))
    assert {"/", "/en/", "/tentang/", "/en/tentang/", "/berita/kategori/kunjungan/"} <= found.keys()
    for url, its in found.items():
        assert url in dict(its).values()
        for _, other in its:
            assert found[other] == its


def test_a_page_of_one_language_has_no_versions(made: Made) -> None:
    assert not {"/berita/lain/", "/produk/kain/", "/404.html", "/feed.xml"} & versions(made).keys()
    assert site_of({NEWS: article()}).plan().pages[-1].versions == ()


def entry(made: Made, one: Page) -> list[tuple[str, str, str]]:
    frame = one.args[0]
    told = describe(frame, one.versions, one.nearest)
    return [(each["lang"], each["url"], each["hreflang"]) for each in told]


def test_the_switch_leads_to_the_same_page(made: Made) -> None:
    same = [("id", "/berita/kabar/", "id"), ("en", "/en/berita/kabar/", "en")]
    assert entry(made, at(made.plan().pages, "/berita/kabar/")) == same


@pytest.mark.parametrize(
    ("url", "nearest"),
    [
        ("/berita/lain/", "/en/berita/"),
        ("/produk/kain/", "/en/galeri/"),
        ("/tag/batik/", "/en/tag/"),
        ("/galeri/batik/", "/en/galeri/"),
    ],
)
def test_where_there_is_no_version_the_switch_leads_to_the_nearest_page(
    made: Made, url: str, nearest: str
) -> None:
    one = at(made.plan().pages, url)
    assert one.versions == ()
    assert entry(made, one)[1] == ("en", nearest, "")


def test_the_later_pages_of_a_list_lead_to_its_first() -> None:
    files = {f"content/berita/kabar-{n}.md": article() for n in range(3)}
    more = f"page_size: {{berita: 2}}\n{ENGLISH}"
    made = site_of({**files, "content/berita/kabar-1.en.md": article()}, more=more)
    assert entry(made, at(made.plan().pages, "/berita/halaman/2/"))[1] == ("en", "/en/berita/", "")


def test_tags_and_materials_of_two_names_are_versions_where_that_is_sure() -> None:
    files = {
        PRODUCT: product(tags="[kayu]", materials="[Kayu jati]"),
        "content/produk/kain.en.yaml": product(tags="[wood]", materials="[Teak]"),
        "content/produk/lain.yaml": product(materials="[Malam, Katun]"),
        "content/produk/lain.en.yaml": product(materials="[Cotton, Wax]"),
    }
    made = site_of(files, more=ENGLISH)
    found = versions(made)
    for own, other in (
        ("/tag/kayu/", "/en/tag/wood/"),
        ("/galeri/bahan/kayu-jati/", "/en/galeri/bahan/teak/"),
    ):
        assert found[own] == found[other] == (("id", own), ("en", other))
    wax = at(made.plan().pages, "/en/galeri/bahan/wax/")
    assert entry(made, wax)[0] == ("id", "/galeri/", "")
    assert wax.versions == ()


def test_names_taken_from_the_original_say_their_language() -> None:
    """On the index of tags and in the gallery's filters; what a record writes in the language itself is not
    marked, though another takes it over."""
    files = {
        PRODUCT: product(tags="[kayu, batik]", materials="[Kayu jati, Katun]"),
        "content/produk/kain.en.yaml": product(),
        "content/produk/lain.yaml": product(tags="[lilin]", materials="[Malam]"),
        "content/produk/lain.en.yaml": product(tags="[wax, batik]", materials="[Wax, Katun]"),
    }
    made = site_of(files, more=ENGLISH)
    tags = {one["label"]: one["lang"] for one in made.context("/en/tag/")["groups"]}
    assert tags == {"kayu": "id", "batik": "", "wax": ""}
    filters = {one["name"]: one["entries"] for one in made.context("/en/galeri/")["filters"]}
    materials = {one["label"]: one["lang"] for one in filters["bahan"]}
    assert materials == {"Kayu jati": "id", "Katun": "", "Wax": ""}
    assert not any(one["lang"] for one in made.context("/tag/")["groups"])


def test_a_site_of_one_language_has_no_switch() -> None:
    one = site_of({NEWS: article()})
    assert one.context("/")["page"]["languages"] == []


def test_an_edition_says_its_own_words(made: Made) -> None:
    shown = made.context("/en/berita/kabar/")
    assert shown["site"]["title"] == "Test Site"
    assert [each["label"] for each in shown["site"]["menu"]] == ["About"]
    assert shown["page"]["breadcrumbs"][2]["label"] == "Visits"
    assert shown["page"]["canonical"] == "https://uji.example/en/berita/kabar/"


def test_sitemaps_and_feeds_are_by_language(made: Made) -> None:
    urls = {one.url for one in made.plan().pages}
    assert {"/en/feed.xml", "/feed.xml", "/sitemap-berita-2025.xml", "/sitemap-en-berita-2025.xml"} <= urls
    english = made.view(at(made.plan().pages, "/sitemap-en-halaman.xml"))
    assert "<loc>https://uji.example/en/tentang/</loc>" in english
    assert "<loc>https://uji.example/tentang/</loc>" not in english


def test_a_translation_of_another_name_is_a_version() -> None:
    files = {NEWS: article(), "content/berita/visit.md": article(lang="en", translation_of="kabar")}
    found = versions(site_of(files))
    assert found["/en/berita/visit/"] == (("id", "/berita/kabar/"), ("en", "/en/berita/visit/"))
    assert list(find_problems(site_of(files).site)) == []


def test_a_translation_of_nothing_is_told() -> None:
    files = {NEWS: article(), "content/berita/visit.md": article(lang="en", translation_of="kabra")}
    (wrong,) = find_problems(site_of(files).site)
    assert (wrong.code, wrong.place.line, values_of(wrong)["nearest"]) == ("translation-unknown", 7, "kabar")
