"""The gallery and its parts by category, material and maker."""

from __future__ import annotations

import json

from tests.building import MAKER, Made, maker, product, site_of


def made(count: int = 3, size: int = 24) -> Made:
    files = {
        f"content/produk/p{n:02}.yaml": product(name=f"P{n:02}", materials="[Kayu Jati]")
        for n in range(count)
    }
    files["content/produk/arca.yaml"] = product(name="Arca", category="kayu", maker="lain", featured="true")
    return site_of({**files, MAKER: maker()}, more=f"page_size: {{galeri: {size}}}\n")


def test_all_products_by_name() -> None:
    found = made().context("/galeri/")
    assert [one["title"] for one in found["cards"]] == ["Arca", "P00", "P01", "P02"]
    assert found["intro"]
    assert found["pager"] is None


def test_filters_count_and_know_where_one_is() -> None:
    found = made().context("/galeri/batik/")
    filters = {one["title"]: one["entries"] for one in found["filters"]}
    words = site_of({}).frame.words
    assert [(one["label"], one["count"], one["current"]) for one in filters[words["category"]]] == [
        (words["all"], 4, False),
        ("Batik", 3, True),
        ("Kayu", 1, False),
    ]
    assert [(one["label"], one["url"]) for one in filters[words["material"]]] == [
        ("Kayu Jati", "/galeri/bahan/kayu-jati/")
    ]
    assert [(one["label"], one["count"]) for one in filters[words["maker"]]] == [("Sentra Jono", 3)]


def test_each_part_has_its_page() -> None:
    one = made()
    for url, count in (
        ("/galeri/batik/", 3),
        ("/galeri/kayu/", 1),
        ("/galeri/bahan/kayu-jati/", 3),
        ("/galeri/perajin/jono/", 3),
    ):
        assert len(one.context(url)["cards"]) == count
    assert "/galeri/perajin/lain/" not in {page.url for page in one.plan().pages}


def test_every_product_is_on_one_numbered_page() -> None:
    one = made(count=11, size=5)
    pages = [one.context(url) for url in ("/galeri/", "/galeri/halaman/2/", "/galeri/halaman/3/")]
    titles = [card["title"] for page in pages for card in page["cards"]]
    assert len(titles) == len(set(titles)) == 12
    assert pages[1]["page"]["prev_url"] == "/galeri/"
    assert pages[1]["page"]["next_url"] == "/galeri/halaman/3/"
    assert pages[1]["intro"] == ""
    assert pages[1]["page"]["canonical"] == "https://uji.example/galeri/halaman/2/"
    assert len({page["page"]["head_title"] for page in pages}) == 3


def test_every_list_keeps_the_order_of_the_whole_so_that_the_table_finds_each_card() -> None:
    """A script reads the table and looks cards up by their place in a list."""
    one = made(count=11, size=5)
    data = json.loads(one.context("/galeri/data.json"))
    assert (data["size"], data["numbered"]) == (5, "halaman/{n}/")

    def titles(base: str, count: int) -> list[str]:
        numbers = range(1, -(-count // 5) + 1)
        urls = [base + (data["numbered"].replace("{n}", str(n)) if n > 1 else "") for n in numbers]
        return [card["title"] for url in urls for card in one.context(url)["cards"]]

    rows = dict(zip(titles("/galeri/", 12), data["products"], strict=True))
    checked = 0
    for facet in one.context("/galeri/")["filters"]:
        column = data["facets"].index(facet["name"])
        for entry in (entry for entry in facet["entries"] if entry["value"]):
            matches = [title for title, row in rows.items() if entry["value"] in row[column]]
            assert titles(entry["url"], entry["count"]) == matches
            checked += 1
    assert checked >= 5


def test_an_empty_gallery_is_a_page() -> None:
    found = site_of({}).context("/galeri/")
    assert found["cards"] == []


def test_what_is_no_filter_has_no_pages() -> None:
    files = {"content/produk/p.yaml": product(materials="[Kayu Jati]"), MAKER: maker()}
    one = site_of(files, more="lists: {filters: [bahan]}\n")
    assert [found["name"] for found in one.context("/galeri/")["filters"]] == ["kategori", "bahan"]
    assert {page.url for page in one.plan().pages if page.url.startswith("/galeri/")} == {
        *("/galeri/", "/galeri/batik/", "/galeri/bahan/kayu-jati/", "/galeri/data.json")
    }
    assert one.context("/perajin/jono/")["products_url"] == ""
