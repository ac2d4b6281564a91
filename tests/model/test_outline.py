"""The outline of a record: all but the words of its text."""

from __future__ import annotations

import pytest

from lontar.model.outline import outline
from tests.building import article, article_of, page, page_of, product, product_of, survey, survey_of

TEXT = "## Bagian\n\nSatu [tautan](/galeri/).\n\n[[produk: kain]]"
ONE = article_of(article(TEXT))


def test_words_are_no_part_of_it() -> None:
    other = article_of(article(TEXT.replace("Satu", "Satu, dua dan tiga\n\nbaris")))
    assert other.digest != ONE.digest
    assert outline(other) == outline(ONE)
    assert outline(page_of(page("Satu.", summary="A"))) == outline(page_of(page("Dua.", summary="A")))
    assert outline(page_of(page("Satu."))) != outline(page_of(page("Dua.")))  # its summary is its beginning


@pytest.mark.parametrize(
    "text",
    [
        article(TEXT.replace("## Bagian", "## Lain")),
        article(TEXT.replace("/galeri/", "/berita/")),
        article(TEXT.replace("/galeri/", "/galeri/#isi")),
        article(TEXT.replace("produk: kain", "produk: lain")),
        article(TEXT.replace("[[produk: kain]]", "")),
        article(TEXT, title="Lain"),
        article(TEXT, date="2025-11-27"),
        article(TEXT, updated="2025-11-27"),
        article(TEXT, tags="[batik, baru]"),
        article(TEXT, category="pelatihan"),
        article(TEXT, aliases="[/lama/]"),
        article(TEXT, draft="true"),
        article(TEXT, expires_at="2027-01-01"),
        article(TEXT, author="Ani"),
        article(TEXT, survey="puas"),
    ],
)
def test_all_else_is(text: str) -> None:
    assert outline(article_of(text)) != outline(ONE)


def test_every_kind_has_one_but_surveys() -> None:
    assert outline(product_of(product())) != outline(product_of(product(price="7")))
    assert outline(survey_of(survey())) == ""
