"""Draft of a product to the record."""

from __future__ import annotations

from lontar.model.product import Dimensions
from tests.building import photos, product, product_of


def test_fields_become_the_record() -> None:
    found = product_of(
        product(
            price="150000",
            price_note="per lembar",
            availability="pesanan",
            materials="[katun, malam, katun]",
            techniques="[tulis]",
            dimensions="{length: 200, width: 110.5}",
            weight="350",
            sku="BJ-1",
            attributes="{Warna: nila, Motif: Sekar Jati}",
            featured="true",
            tags="[batik]",
            description="|\n  Kain **nila**.\n",
        )
    )
    card = found.card
    assert (card.url, card.price, card.price_note, card.availability) == (
        "/produk/kain/",
        150000,
        "per lembar",
        "pesanan",
    )
    assert (card.maker, card.category, card.featured, card.summary) == ("jono", "batik", True, "Kain nila.")
    assert found.materials == ("katun", "malam")
    assert found.dimensions == Dimensions(200, 110.5, 0, 0)
    assert (found.weight, found.sku) == (350, "BJ-1")
    assert found.attributes == (("Warna", "nila"), ("Motif", "Sekar Jati"))


def test_what_is_not_said_is_empty() -> None:
    found = product_of(product())
    assert (found.card.price, found.weight, found.dimensions) == (None, 0, Dimensions())
    assert (found.card.cover, found.photos, found.card.availability) == (None, (), "tersedia")


def test_the_first_photo_is_the_cover() -> None:
    text = product(photos="[{file: /media/a.jpg, alt: A}, {file: /media/b.jpg, alt: B}]")
    found = product_of(text, files=photos("a.jpg", "b.jpg"))
    assert found.card.cover == found.photos[0]
    assert [one.alt for one in found.photos] == ["A", "B"]


def test_all_that_a_card_shows_changes_it() -> None:
    each = [
        product(),
        product(name="Lain"),
        product(category="kayu"),
        product(maker="lain"),
        product(price="1"),
        product(price_note="x"),
        product(availability="habis"),
        product(featured="true"),
        product(description="x"),
        product(photos="[{file: /media/a.jpg, alt: A}]"),
    ]
    digests = [product_of(text, files=photos("a.jpg")).card.digest for text in each]
    assert len(set(digests)) == len(each)


def test_what_a_card_does_not_show_leaves_it() -> None:
    before, after = product_of(product()), product_of(product(weight="5", sku="X", attributes="{a: b}"))
    assert before.card.digest == after.card.digest
    assert before.digest != after.digest
