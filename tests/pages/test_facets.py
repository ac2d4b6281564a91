"""What the gallery can be narrowed by."""

from __future__ import annotations

import pytest

from lontar.pages.facets import STEPS, Facet, facets, step_of, table
from tests.building import MAKER, Made, maker, product, site_of

FILES = {
    "content/produk/arca.yaml": product(name="Arca", category="kayu", maker="lain", price="50000"),
    "content/produk/batik.yaml": product(name="Batik", materials="[Mori, Malam]", price="50001"),
    "content/produk/cawan.yaml": product(name="Cawan", materials="[Malam]", availability="habis"),
    "content/produk/dulang.yaml": product(name="Dulang", category="kayu", price="2000000"),
    MAKER: maker(),
}

EVERY = ("bahan", "perajin", "harga", "ketersediaan")


def found(one: Made) -> dict[str, Facet]:
    return {facet.name: facet for facet in facets(one.site.main, one.frame, EVERY)}


def choices(facet: Facet) -> dict[str, list[str]]:
    return {choice.label: [product.slug for product in choice.products] for choice in facet.choices}


def test_every_product_is_in_the_choices_it_has() -> None:
    known = found(site_of(FILES))
    assert {name: choices(facet) for name, facet in known.items()} == {
        "kategori": {"Kayu": ["arca", "dulang"], "Batik": ["batik", "cawan"]},
        "bahan": {"Mori": ["batik"], "Malam": ["batik", "cawan"]},
        "perajin": {"Sentra Jono": ["batik", "cawan", "dulang"]},
        "harga": {
            "Sampai Rp50.000": ["arca"],
            "Rp50.000–Rp100.000": ["batik"],
            "Di atas Rp1.000.000": ["dulang"],
        },
        "ketersediaan": {"Tersedia": ["arca", "batik", "dulang"], "Sedang habis": ["cawan"]},
    }


def test_addresses_say_what_they_hold() -> None:
    known = found(site_of(FILES))
    assert [(choice.value, choice.url) for choice in known["harga"].choices] == [
        ("0-50000", "/galeri/harga/0-50000/"),
        ("50000-100000", "/galeri/harga/50000-100000/"),
        ("1000000-ke-atas", "/galeri/harga/1000000-ke-atas/"),
    ]
    assert [choice.url for choice in known["ketersediaan"].choices] == [
        "/galeri/ketersediaan/tersedia/",
        "/galeri/ketersediaan/habis/",
    ]


def test_what_no_product_has_is_no_facet() -> None:
    one = site_of({"content/produk/x.yaml": product(maker="lain")})
    assert set(found(one)) == {"kategori", "ketersediaan"}
    assert found(site_of({})) == {}


def test_a_site_chooses_its_facets() -> None:
    one = site_of(FILES)
    assert [facet.name for facet in facets(one.site.main, one.frame, ("harga",))] == ["kategori", "harga"]
    assert [facet.name for facet in facets(one.site.main, one.frame, ())] == ["kategori"]


@pytest.mark.parametrize(
    ("price", "step"),
    [(0, 0), (50_000, 0), (50_001, 1), (1_000_000, len(STEPS) - 1), (1_000_001, len(STEPS))],
)
def test_a_price_on_a_bound_is_below_it(price: int, step: int) -> None:
    assert step_of(price) == step


def test_the_table_has_a_row_for_each_product_in_order() -> None:
    one = site_of(FILES)
    products = one.site.main.products
    rows = dict(
        zip((p.slug for p in products), table(products, facets(one.site.main, one.frame, EVERY)), strict=True)
    )
    assert list(rows) == ["arca", "batik", "cawan", "dulang"]
    assert rows["arca"] == (("kayu",), (), (), ("0-50000",), ("tersedia",))
    assert rows["batik"] == (("batik",), ("malam", "mori"), ("jono",), ("50000-100000",), ("tersedia",))
