"""What all kinds of record have in their own way."""

from __future__ import annotations

from lontar.model.record import Record, Text, title_of, url_of
from tests.building import (
    article,
    article_of,
    maker,
    maker_of,
    page,
    page_of,
    product,
    product_of,
    survey,
    survey_of,
)


def test_every_record_has_its_url() -> None:
    records: list[Record] = [
        article_of(article()),
        product_of(product()),
        maker_of(maker()),
        page_of(page()),
        survey_of(survey()),
    ]
    assert [url_of(record) for record in records] == [
        "/berita/kabar/",
        "/produk/kain/",
        "/perajin/jono/",
        "/tentang/",
        "/survei/puas/",
    ]


def test_every_text_has_its_title() -> None:
    texts: list[Text] = [article_of(article()), product_of(product()), maker_of(maker()), page_of(page())]
    assert [title_of(text) for text in texts] == ["Judul", "Kain Batik", "Sentra Jono", "Tentang"]
