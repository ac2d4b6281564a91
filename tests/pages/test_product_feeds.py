"""The feeds for Google Merchant and Meta, read back and held against their field rules."""

from __future__ import annotations

import csv
import io
import re
from typing import Any
from xml.etree import ElementTree

import pytest

from lontar.model.urls import SLUG_LENGTH
from tests.building import MAKER, PRODUCT, Made, at, maker, photos, product, site_of

G = "{http://base.google.com/ns/1.0}"
PHOTOS = "[{file: /media/a.jpg, alt: A}, {file: /media/b.jpg, alt: B}]"
KNOWN = photos("a.jpg", "b.jpg")


def made(path: Any = PRODUCT, **fields: str | None) -> Made:
    given = {"price": "125000", "photos": PHOTOS, **fields}
    return site_of({path: product(**given), MAKER: maker()}, known=KNOWN)


def google(site: Made) -> list[dict[str, str]]:
    feed = ElementTree.fromstring(site.view(at(site.plan().pages, "/katalog/google.xml")))
    assert (feed.tag, feed.get("version")) == ("rss", "2.0")
    channel = feed.find("channel")
    assert channel is not None
    assert all(channel.findtext(name) for name in ("title", "link", "description"))
    return [
        {child.tag.removeprefix(G): child.text or "" for child in item} for item in channel.findall("item")
    ]


def meta(site: Made) -> list[dict[str, str]]:
    text: str = site.view(at(site.plan().pages, "/katalog/meta.csv"))
    return list(csv.DictReader(io.StringIO(text), strict=True))


def test_a_product_as_both_tell_it() -> None:
    site = made(description="'**Tenun** & <b>celup</b>.'", sku="A-1")
    (ours,), (theirs,) = google(site), meta(site)
    assert ours == {
        "id": "kain",
        "title": "Kain Batik",
        "description": "Tenun & celup.",
        "link": "https://uji.example/produk/kain/",
        "image_link": ours["image_link"],
        "additional_image_link": ours["additional_image_link"],
        "availability": "in_stock",
        "price": "125000 IDR",
        "brand": "Sentra Jono",
        "identifier_exists": "no",
        "condition": "new",
        "product_type": "Batik",
    }
    assert re.fullmatch(r"https://uji\.example/media/a-1600-\w+\.jpg", ours["image_link"])
    assert re.fullmatch(r"https://uji\.example/media/b-1600-\w+\.jpg", ours["additional_image_link"])
    assert theirs["availability"] == "in stock"
    shared = set(theirs) & set(ours) - {"availability"}
    assert shared == {*ours} - {"identifier_exists", "availability"}
    assert {key: theirs[key] for key in shared} == {key: ours[key] for key in shared}


@pytest.mark.parametrize(
    ("availability", "for_google", "for_meta"),
    [
        ("tersedia", "in_stock", "in stock"),
        ("pesanan", "in_stock", "in stock"),
        ("habis", "out_of_stock", "out of stock"),
    ],
)
def test_availability(availability: str, for_google: str, for_meta: str) -> None:
    site = made(availability=availability)
    assert (google(site)[0]["availability"], meta(site)[0]["availability"]) == (for_google, for_meta)


@pytest.mark.parametrize("missing", [{"price": None}, {"photos": None}, {"draft": "true"}])
def test_without_price_or_photo_a_product_is_left_out(missing: dict[str, str | None]) -> None:
    site = made(**missing)
    assert (google(site), meta(site)) == ([], [])


def test_nothing_is_longer_than_it_may_be() -> None:
    path = f"content/produk/{'a' * SLUG_LENGTH}.yaml"
    site = made(path, name=" ".join(["kata"] * 40), description=" ".join(["<b>kata</b>"] * 1500))
    for (found,) in (google(site), meta(site)):
        assert len(found["id"]) == 50
        assert 140 <= len(found["title"]) <= 150
        assert 4990 <= len(found["description"]) <= 5000
        assert not re.search(r"[<>]", found["description"])


def test_long_names_that_begin_alike_keep_apart() -> None:
    files = {f"content/produk/{'a' * 90}{end}.yaml": product(price="1", photos=PHOTOS) for end in "bc"}
    found = google(site_of({**files, MAKER: maker()}, known=KNOWN))
    assert len({one["id"] for one in found}) == 2


def test_hostile_text_stays_text() -> None:
    site = made(name="'<script>alert(1)</script> & \"Kain\", jati'")
    title = '<script>alert(1)</script> & "Kain", jati'
    assert google(site)[0]["title"] == meta(site)[0]["title"] == title


def test_without_text_or_maker_there_is_still_something_to_say() -> None:
    site = site_of({PRODUCT: product(price="1", photos=PHOTOS)}, known=KNOWN)
    for found in (google(site)[0], meta(site)[0]):
        assert (found["description"], found["brand"]) == ("Kain Batik", "Lembaga Uji")


def test_a_mended_description_makes_them_anew_and_a_word_elsewhere_does_not() -> None:
    def keys(site: Made) -> Any:
        return [at(site.plan().pages, f"/katalog/{name}").key for name in ("google.xml", "meta.csv")]

    assert keys(made(description="Satu.")) != keys(made(description="Dua."))
    other = site_of(
        {PRODUCT: product(price="125000", photos=PHOTOS), MAKER: maker(story="Lain.")}, known=KNOWN
    )
    assert keys(made()) == keys(other)
