"""Cards as templates show them."""

from __future__ import annotations

import pytest

from lontar.pages import cards
from tests.building import (
    NEWS,
    article,
    article_of,
    maker,
    maker_of,
    photos,
    product,
    product_of,
    site_of,
)

FRAME = site_of({NEWS: article()}).frame


def test_an_article_card() -> None:
    found = cards.article_card(FRAME, article_of(article(location="Jono")).card, draft=True)
    assert (found["kind"], found["url"], found["title"], found["summary"]) == (
        "article",
        "/berita/kabar/",
        "Judul",
        "Ringkasan.",
    )
    assert found["category"] == {"label": "Kunjungan", "url": "/berita/kategori/kunjungan/"}
    assert (found["location"], found["cover"], found["draft"]) == ("Jono", None, True)


def test_a_category_without_a_label_is_its_slug() -> None:
    assert cards.label_of(FRAME, "produk", "lain") == "lain"


@pytest.mark.parametrize(
    ("fields", "price", "availability"),
    [
        ({"price": "150000"}, "Rp150.000", {"value": "tersedia", "label": "Tersedia"}),
        ({}, "", {"value": "tersedia", "label": "Tersedia"}),
    ],
)
def test_a_product_card(fields: dict[str, str], price: str, availability: dict[str, str]) -> None:
    found = cards.product_card(FRAME, product_of(product(**fields)).card, maker_of(maker()).card)
    assert (found["price"], found["availability"]["value"]) == (price, availability["value"])
    assert found["availability"]["label"] == FRAME.words["available"]
    assert found["category"] == {"label": "Batik", "url": "/galeri/batik/"}
    assert found["maker"] == {"label": "Sentra Jono", "url": "/perajin/jono/", "lang": ""}
    assert cards.product_card(FRAME, product_of(product()).card, None)["maker"] is None


@pytest.mark.parametrize(
    ("value", "word"), [("tersedia", "available"), ("pesanan", "made_to_order"), ("habis", "sold_out")]
)
def test_every_availability_has_its_word(value: str, word: str) -> None:
    found = cards.product_card(FRAME, product_of(product(availability=value)).card, None)
    assert found["availability"] == {"value": value, "label": FRAME.words[word]}


@pytest.mark.parametrize(
    ("village", "district", "place"),
    [
        ("Jono", "Temayang", "Jono, Temayang"),
        ("Jono", None, "Jono"),
        (None, "Temayang", "Temayang"),
        (None, None, ""),
    ],
)
def test_a_maker_card(village: str | None, district: str | None, place: str) -> None:
    card = maker_of(maker(village=village, district=district, kind="sentra", curated="{status: lolos}")).card
    found = cards.maker_card(FRAME, card, 3)
    assert (found["place"], found["product_count"]) == (place, 3)
    assert found["kind_label"] == FRAME.words["kind_cluster"]
    assert found["curation"] == {"value": "lolos", "label": FRAME.words["curated"]}


def test_a_cover_is_a_photo() -> None:
    card = article_of(article(cover="{file: /media/a.jpg, alt: A}"), files=photos("a.jpg")).card
    assert cards.article_card(FRAME, card)["cover"]["alt"] == "A"
    assert cards.photo_view(FRAME, None) is None


def test_links_lie_below_the_sites_folder() -> None:
    base = 'site: {title: T, url: "https://uji.example/dasar"}\n'
    frame = site_of({}, base=base).frame
    assert cards.article_card(frame, article_of(article()).card)["url"] == "/dasar/berita/kabar/"
    assert cards.group(frame, "A", "/tag/a/", 2) == {
        "label": "A",
        "url": "/dasar/tag/a/",
        "count": 2,
        "lang": "",
    }


def test_an_article_card_is_made_once() -> None:
    record = article_of(article(cover="{file: /media/a.jpg, alt: A}"), files=photos("a.jpg"))
    first = cards.article_card(FRAME, record.card)
    assert cards.article_card(FRAME, record.card) is first
    assert cards.article_card(FRAME, record.card, draft=True)["draft"]
    elsewhere = site_of({}, base='site: {title: T, url: "https://uji.example/dasar"}\n').frame
    assert cards.article_card(elsewhere, record.card)["url"] == f"/dasar{first['url']}"


def test_a_page_leaves_its_card_in_lists_as_it_is() -> None:
    made = site_of({NEWS: article(cover="{file: /media/a.jpg, alt: A}")}, known=photos("a.jpg"))
    assert made.context("/berita/kabar/")["card"]["cover"]["anchor"] == "foto-1"
    assert made.context("/berita/")["cards"][0]["cover"]["anchor"] == ""


def test_cards_that_are_known_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "_MOST_KNOWN", 2)
    for number in range(9):
        card = article_of(article(title=f"Judul {number}")).card
        assert cards.article_card(FRAME, card)["title"] == f"Judul {number}"
        assert len(cards._known) <= 2
