"""What a page says of itself."""

from __future__ import annotations

import json
from typing import Any

from lontar.model.photo import make_photo
from lontar.pages.meta import context
from tests.building import photo_file, site_of

MENU = """\
menu: [{label: Beranda, url: /}, {label: Berita, url: /berita/}, {label: Umkm, url: /berita/kategori/umkm/}]
"""


def meta(url: str = "/x/", **how: Any) -> Any:
    return context(site_of({}, more=MENU).frame, "page", "Judul", url, **how)


def test_titles_and_addresses() -> None:
    page = meta()["page"]
    assert (page["title"], page["head_title"]) == ("Judul", "Judul · Situs Uji")
    assert (page["url"], page["canonical"]) == ("/x/", "https://uji.example/x/")
    assert (page["lang"], page["noindex"], page["prev_url"], page["next_url"]) == ("id", False, "", "")


def test_the_menu_knows_where_one_is() -> None:
    def current(url: str) -> list[str]:
        return [one["label"] for one in meta(url)["site"]["menu"] if one["current"]]

    assert current("/berita/kabar/") == ["Berita"]
    assert current("/berita/kategori/umkm/") == ["Umkm"]
    assert current("/") == ["Beranda"]


def test_breadcrumbs_begin_at_home_in_both_forms() -> None:
    found = meta(crumbs=[("Atas", "/atas/"), ("Judul", "/x/")])["page"]
    assert found["breadcrumbs"] == [
        {"label": "Beranda", "url": "/"},
        {"label": "Atas", "url": "/atas/"},
        {"label": "Judul", "url": "/x/"},
    ]
    (data,) = (json.loads(one) for one in found["json_ld"])
    assert [one["item"] for one in data["itemListElement"]] == [
        "https://uji.example/",
        "https://uji.example/atas/",
        "https://uji.example/x/",
    ]


def test_the_preview_takes_photo_or_the_sites_image_or_none() -> None:
    assert meta()["page"]["og"]["image"] is None
    image = meta(photo=make_photo(photo_file(), "Kain"))["page"]["og"]["image"]
    assert (image["width"], image["height"], image["alt"]) == (1200, 630, "Kain")
    frame = site_of({}, assets={"root/og-default.jpg": "/og-default.jpg"}).frame
    default = context(frame, "page", "Judul", "/x/")["page"]["og"]["image"]
    assert default["url"] == "https://uji.example/og-default.jpg"


def test_values_of_the_kind_come_along() -> None:
    assert meta(body=[1])["body"] == [1]


def test_a_page_that_is_not_there_has_no_address() -> None:
    frame = site_of({}).frame
    assert context(frame, "notfound", "x", "/404.html", noindex=True)["page"]["canonical"] == ""
