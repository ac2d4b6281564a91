"""The page of a product."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.building import CONFIG, MAKER, PRODUCT, maker, photos, product, site_of


def view(text: str, owner: str = "", more: dict[str, str] | None = None, **how: Any) -> Any:
    return site_of({PRODUCT: text, MAKER: owner or maker(), **(more or {})}, **how).context("/produk/kain/")


def facts(text: str) -> dict[str, str]:
    return {one["label"]: one["value"] for one in view(text)["facts"]}


def test_facts_are_written_out() -> None:
    words = site_of({}).frame.words
    found = facts(
        product(
            materials="[katun, malam]",
            techniques="[tulis]",
            dimensions="{length: 200, width: 110.5}",
            weight="1200",
            sku="BJ-1",
            attributes="{Motif: Sekar Jati}",
        )
    )
    assert found == {
        words["materials"]: "katun, malam",
        words["techniques"]: "tulis",
        words["size"]: "200 × 110,5 cm",
        words["weight"]: "1,2 kg",
        words["sku"]: "BJ-1",
        "Motif": "Sekar Jati",
    }
    assert facts(product()) == {}


@pytest.mark.parametrize(
    ("dimensions", "said"),
    [
        ("{length: 20, width: 10, height: 5}", "20 × 10 × 5 cm"),
        ("{height: 9}", "9 cm"),
        ("{diameter: 18}", "{d} 18 cm"),
        ("{diameter: 18, height: 9.5}", "{d} 18 cm × 9,5 cm"),
    ],
)
def test_sizes(dimensions: str, said: str) -> None:
    words = site_of({}).frame.words
    assert facts(product(dimensions=dimensions))[words["size"]] == said.format(d=words["diameter"])


def test_one_orders_from_the_maker() -> None:
    found = view(product(price="1000"), maker(contact="{whatsapp: '081234567890'}"))
    words = site_of({}).frame.words
    assert found["order"]["label"] == words["order"]
    address = urlsplit(found["order"]["url"])
    assert (address.netloc, address.path) == ("wa.me", "/6281234567890")
    (message,) = parse_qs(address.query)["text"]
    assert "Kain Batik" in message
    assert "https://uji.example/produk/kain/" in message


def test_or_asks_the_council() -> None:
    base = CONFIG.replace("{name: Lembaga Uji}", "{name: L, whatsapp: '6289999999999'}")
    found = view(product(), base=base)
    assert found["order"]["url"].startswith("https://wa.me/6289999999999?")
    assert found["order"]["label"] == site_of({}).frame.words["ask_price"]
    assert view(product())["order"] is None


def test_related_products_are_others() -> None:
    more = {f"content/produk/p{n}.yaml": product(name=f"P{n}") for n in range(6)}
    found = view(product(tags="[batik]"), more=more)
    titles = [one["title"] for one in found["related"]]
    assert len(titles) == len(set(titles)) == 4
    assert "Kain Batik" not in titles


def test_the_maker_is_shown_with_all_works() -> None:
    found = view(product(), more={"content/produk/lain.yaml": product()})
    assert (found["maker"]["title"], found["maker"]["product_count"]) == ("Sentra Jono", 2)


def test_data_for_search_engines_needs_a_photo() -> None:
    kinds = [json.loads(one)["@type"] for one in view(product())["page"]["json_ld"]]
    assert kinds == ["BreadcrumbList"]
    found = view(product(photos="[{file: /media/a.jpg, alt: A}]"), known=photos("a.jpg"))
    assert [json.loads(one)["@type"] for one in found["page"]["json_ld"]] == ["Product", "BreadcrumbList"]
    assert [one["alt"] for one in found["photos"]] == ["A"]
