"""Categories and tags, each with its list."""

from __future__ import annotations

from tests.building import MAKER, NEWS, PRODUCT, article, at, maker, product, site_of

FILES = {
    NEWS: article(tags="[Kerja Sama, batik]"),
    "content/berita/dua.md": article(tags="[kerja sama]", category="pelatihan", date="2025-11-20"),
    PRODUCT: product(tags="[Kerja sama, kain]"),
    MAKER: maker(),
}


def test_a_category_has_its_list_and_feeds() -> None:
    found = site_of(FILES).context("/berita/kategori/pelatihan/")
    assert found["page"]["title"] == "Pelatihan"
    assert [one["url"] for one in found["cards"]] == ["/berita/dua/"]
    assert [one["url"] for one in found["page"]["feeds"]] == [
        "/berita/kategori/pelatihan/feed.xml",
        "/berita/kategori/pelatihan/feed.json",
    ]


def test_a_tag_gathers_news_and_products_however_it_is_written() -> None:
    found = site_of(FILES).context("/tag/kerja-sama/")
    assert [one["url"] for one in found["cards"]] == ["/berita/kabar/", "/berita/dua/"]
    assert [one["url"] for one in found["product_cards"]] == ["/produk/kain/"]
    assert found["product_cards"][0]["maker"]["label"] == "Sentra Jono"


def test_all_tags_are_counted_by_name() -> None:
    found = site_of(FILES).context("/tag/")["groups"]
    assert [(one["url"], one["count"]) for one in found] == [
        ("/tag/batik/", 1),
        ("/tag/kain/", 1),
        ("/tag/kerja-sama/", 3),
    ]


def test_a_name_is_the_same_whatever_the_order_of_files() -> None:
    names = {
        site_of(dict(files)).site.main.tag_names["kerja-sama"]
        for files in (FILES.items(), reversed(FILES.items()))
    }
    assert len(names) == 1


def test_products_of_a_tag_stand_on_its_first_page() -> None:
    made = site_of(FILES, more="page_size: {tag: 1}\n")
    assert len(made.context("/tag/kerja-sama/")["product_cards"]) == 1
    assert made.context("/tag/kerja-sama/halaman/2/")["product_cards"] == []


def test_a_category_without_news_has_no_page() -> None:
    urls = {one.url for one in site_of({NEWS: article()}).plan().pages}
    assert "/berita/kategori/pelatihan/" not in urls


def test_without_tags_there_is_still_the_page() -> None:
    made = site_of({})
    assert at(made.plan().pages, "/tag/").template == "tags.html"
    assert made.context("/tag/")["groups"] == []
