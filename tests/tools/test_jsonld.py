from __future__ import annotations

import json
from typing import Any

import pytest

from tests.tools import good, jsonld

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Judul",
    "datePublished": "2026-11-24T09:00:00+07:00",
    "dateModified": "2026-11-24T09:00:00+07:00",
    "author": [{"@type": "Organization", "name": "Redaksi"}],
    "publisher": {"@type": "Organization", "name": "Contoh"},
    "image": ["https://contoh.example/a.jpg"],
}
OFFER = {"price": "150000", "priceCurrency": "IDR", "availability": "https://schema.org/InStock"}
PRODUCT = {
    "@type": "Product",
    "name": "Kendi",
    "image": "https://contoh.example/a.jpg",
    "description": "Kendi gerabah.",
    "offers": OFFER,
}
EVENT = {
    "@context": "https://schema.org",
    "@type": "Event",
    "name": "Pasar",
    "description": "Pasar malam.",
    "startDate": "2026-12-01T19:00:00+07:00",
    "eventStatus": "https://schema.org/EventScheduled",
    "location": {"@type": "Place", "name": "Alun-alun", "address": "Bojonegoro"},
    "organizer": {"@type": "Organization", "name": "Contoh"},
}
CRUMBS = {
    "@type": "BreadcrumbList",
    "itemListElement": [
        {"@type": "ListItem", "position": 1, "name": "Beranda", "item": "https://contoh.example/"},
        {"@type": "ListItem", "position": 2, "name": "Berita"},
    ],
}


def read(*found: dict[str, Any]) -> list[jsonld.Item]:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in found)
    return jsonld.items(good.page(body=scripts), "https://contoh.example/")


def test_items_are_read_from_a_page_and_from_a_graph() -> None:
    found = read(ARTICLE, EVENT, {"@context": "https://schema.org", "@graph": [PRODUCT, CRUMBS]})
    assert [jsonld.types(item) for item in found] == [
        {"NewsArticle"},
        {"Event"},
        {"Product"},
        {"BreadcrumbList"},
    ]
    assert jsonld.check(found) == []


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (ARTICLE | {"headline": ""}, "NewsArticle: no headline"),
        (ARTICLE | {"headline": "a" * 111}, "NewsArticle: headline is longer than 110 characters"),
        (ARTICLE | {"datePublished": "2026-11-24"}, "NewsArticle: datePublished '2026-11-24' has no zone"),
        (ARTICLE | {"author": ["Redaksi"]}, "NewsArticle: author has no name"),
        (ARTICLE | {"image": ["/a.jpg"]}, "NewsArticle: image '/a.jpg' is not absolute"),
        (PRODUCT | {"description": ""}, "Product: no description"),
        (PRODUCT | {"offers": OFFER | {"price": 0}}, "Product: offer with the price 0"),
        (PRODUCT | {"offers": OFFER | {"priceCurrency": "Rp"}}, "Product: offer in the currency 'Rp'"),
        (PRODUCT | {"offers": OFFER | {"availability": "ada"}}, "Product: offer with the availability 'ada'"),
        (EVENT | {"startDate": ""}, "Event: no startDate"),
        (EVENT | {"startDate": "2026-12-01T19:00"}, "Event: '2026-12-01T19:00' has no zone"),
        (
            EVENT | {"startDate": "2026-12-01", "endDate": "2026-11-01"},
            "Event: it ends at '2026-11-01', before '2026-12-01'",
        ),
        (
            EVENT | {"location": {"name": "Alun-alun"}},
            "Event: location {'name': 'Alun-alun'} lacks a name or an address",
        ),
        (CRUMBS | {"itemListElement": []}, "BreadcrumbList: fewer than two steps"),
        ({"@type": "Organization", "url": "https://contoh.example/"}, "Organization: no name"),
        ({"@type": "WebSite", "name": "Contoh", "url": "/"}, "WebSite: url '/' is not absolute"),
    ],
)
def test_a_fault_is_told(item: dict[str, Any], message: str) -> None:
    assert jsonld.check(read(item)) == [message]
