"""JSON-LD that no text can break out of, with the fields that search engines ask for."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lontar.pages.structured_data import breadcrumb_list, news_article, product, script, website
from tests.building import NEWS, article, article_of, photos, product_of, site_of
from tests.building import product as product_text

TEXT = st.text(
    st.sampled_from("<>&/!-\"'\\\u2028\u2029 aé🎉\n") | st.characters(exclude_categories=["Cs"]), max_size=20
)


@given(st.dictionaries(TEXT, TEXT | st.lists(TEXT, max_size=3), max_size=4))
def test_nothing_in_it_ends_the_element(data: dict[str, Any]) -> None:
    text = str(script(data))
    for sign in "<>&\u2028\u2029":
        assert sign not in text
    assert json.loads(text) == {"@context": "https://schema.org", **data}


def test_closing_tags_and_comments_are_text() -> None:
    assert "</script>" not in script({"a": "</script><!--"})


def test_breadcrumbs_are_numbered() -> None:
    found = breadcrumb_list([("Beranda", "https://a.example/"), ("Berita", "https://a.example/berita/")])
    assert [(one["position"], one["name"], one["item"]) for one in found["itemListElement"]] == [
        (1, "Beranda", "https://a.example/"),
        (2, "Berita", "https://a.example/berita/"),
    ]


def test_news_has_what_google_asks_for() -> None:
    frame = site_of({}).frame
    text = article(date="2025-11-26 09:00", author="Redaksi", cover="{file: /media/a.jpg, alt: A}")
    found = news_article(frame, article_of(text, files=photos("a.jpg")))
    assert (found["@type"], found["headline"], found["inLanguage"]) == ("NewsArticle", "Judul", "id")
    assert found["datePublished"] == found["dateModified"] == "2025-11-26T09:00:00+07:00"
    assert found["url"] == "https://uji.example/berita/kabar/"
    assert len(found["image"]) == 3
    assert all(image.startswith("https://uji.example/media/a-") for image in found["image"])
    assert [one["name"] for one in found["author"]] == ["Redaksi"]
    assert found["publisher"]["name"] == "Lembaga Uji"


def test_news_without_a_photo_has_no_image() -> None:
    found = news_article(site_of({}).frame, article_of(article(updated="2025-11-28")))
    assert "image" not in found
    assert found["dateModified"].startswith("2025-11-28")


def test_a_product_for_sale_has_an_offer() -> None:
    text = product_text(
        price="150000", availability="habis", sku="B-1", materials="[katun]", photos="[{file: /media/a.jpg}]"
    )
    found = product(site_of({}).frame, product_of(text, files=photos("a.jpg")), "Sentra Jono")
    assert found["offers"]["price"] == 150000
    assert found["offers"]["priceCurrency"] == "IDR"
    assert found["offers"]["availability"] == "https://schema.org/OutOfStock"
    assert (found["sku"], found["material"], found["brand"]["name"]) == ("B-1", ["katun"], "Sentra Jono")
    assert len(found["image"]) == 1


def test_a_product_to_ask_for_has_none() -> None:
    found = product(site_of({}).frame, product_of(product_text()), "")
    assert "offers" not in found
    assert found["brand"]["name"] == "Lembaga Uji"


def test_the_site_names_its_publisher() -> None:
    frame = site_of({NEWS: article()}).frame
    assert website(frame)["publisher"] == {"@id": frame.organization["@id"]}
