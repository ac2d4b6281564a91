"""The catalogue to print."""

from __future__ import annotations

from tests.building import MAKER, PRODUCT, maker, product, site_of

THEME = {"print/catalogue.css": b""}
FILES = {
    PRODUCT: product(price="1000", materials="[katun, malam]"),
    "content/produk/kursi.yaml": product(name="Kursi", category="kayu", maker="tiada"),
    "content/produk/aneh.yaml": product(name="Aneh", category="aneh"),
    "content/produk/b.yaml": product(name="Amben", category="kayu"),
    MAKER: maker(),
}


def test_products_stand_by_category_in_the_order_of_the_configuration() -> None:
    found = site_of(FILES).context("/katalog/", THEME)
    assert [(part["title"], part["count"]) for part in found["parts"]] == [
        ("Batik", 1),
        ("Kayu", 2),
        ("aneh", 1),
    ]
    assert [piece["title"] for piece in found["parts"][1]["pieces"]] == ["Amben", "Kursi"]
    assert found["count_text"].startswith("4 karya dari 1 ")


def test_each_has_its_maker_price_and_code() -> None:
    found = site_of(FILES).context("/katalog/", THEME)
    (piece,) = found["parts"][0]["pieces"]
    assert (piece["price"], piece["maker"]["label"], piece["materials"]) == (
        "Rp1.000",
        "Sentra Jono",
        "katun, malam",
    )
    assert piece["qr_url"] == "/produk/kain/qr.svg"
    assert found["parts"][1]["pieces"][1]["maker"] is None


def test_a_theme_without_its_stylesheet_has_neither_catalogue_nor_codes() -> None:
    site = site_of(FILES)
    planned = {page.url for page in site.plan().pages}
    assert not planned & {"/katalog/", "/produk/kain/qr.svg"}
    assert {"/katalog/google.xml", "/katalog/meta.csv"} <= planned
    assert site.context("/")["catalogue_url"] == site.context("/produk/kain/")["qr_url"] == ""
    assert site.context("/produk/kain/", THEME)["qr_url"] == "/produk/kain/qr.svg"


def test_it_is_there_without_products() -> None:
    assert site_of({}).context("/katalog/", THEME)["parts"] == []
