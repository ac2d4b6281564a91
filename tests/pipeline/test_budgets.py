"""Pages that are too heavy are named with what makes them so."""

from __future__ import annotations

import random

import pytest

from lontar.errors import ContentErrors
from lontar.pipeline.budgets import first_view
from tests.building import values_of
from tests.pipeline.conftest import CONFIG, Place, paint


def allow(place: Place, budgets: str, level: str = "warning") -> None:
    place.write("site_config.yaml", f"{CONFIG}checks: {{budgets: {level}}}\nbudgets: {{{budgets}}}\n")


def noise(length: int) -> str:
    """Words that no compression makes short."""
    chance = random.Random(1)
    return " ".join(f"{chance.getrandbits(64):x}" for _ in range(length))


def test_a_page_within_its_budget_is_not_told(place: Place) -> None:
    allow(place, "semua: {html: 60, css: 60, js: 60, fonts: 200, images: 900}")
    assert [one for one in place.build().problems if one.code == "budget"] == []


def test_the_page_and_its_biggest_parts_are_named(place: Place) -> None:
    allow(place, "article: {html: 9}")
    place.article(5, body=noise(900))
    (heavy,) = [one for one in place.build().problems if one.code == "budget"]
    told = values_of(heavy)
    assert heavy.place.path == "content/berita/kabar-5.md"
    assert (heavy.severity, told["url"], told["part"], told["limit"]) == (
        "warning",
        "/berita/kabar-5/",
        "@budget-html",
        "9",
    )
    assert 9 < float(told["found"]) < 20
    assert "kB" in told["parts"]


def test_a_build_says_it_again_until_it_is_mended(place: Place) -> None:
    allow(place, "article: {html: 9}")
    place.article(5, body=noise(900))
    assert place.build().problems == place.build().problems
    place.article(5, body="Singkat.")
    assert place.build().problems == ()


def test_as_an_error_nothing_is_published(place: Place) -> None:
    place.build()
    before = place.tree()
    allow(place, "article: {html: 9}", "error")
    place.article(5, body=noise(900))
    with pytest.raises(ContentErrors) as caught:
        place.build()
    assert [one.code for one in caught.value.problems] == ["budget"]
    assert place.tree() == before


def test_a_check_weighs_pages_that_did_not_change(place: Place) -> None:
    place.article(5, body=noise(900))
    place.build()
    allow(place, "article: {html: 9}")
    assert [one.code for one in place.build(publish=False).problems] == ["budget"]


@pytest.mark.parametrize(("part", "limit"), [("css", 1), ("fonts", 1), ("js", 1)])
def test_parts_of_the_theme_count(place: Place, part: str, limit: int) -> None:
    allow(place, f"article: {{{part}: {limit}}}")
    found = {values_of(one)["part"] for one in place.build().problems if one.code == "budget"}
    assert found == {f"@budget-{part}"}


def test_the_picture_of_the_first_view_counts(place: Place) -> None:
    paint(place.root / "content/media/besar.png", [1, 2, 3])
    place.article(5, cover="{file: /media/besar.png, alt: Besar}")
    allow(place, "article: {images: 0}")
    assert place.build().problems == ()


def test_a_phone_takes_the_smallest_that_is_wide_enough() -> None:
    def html(name: str) -> bytes:
        return (
            f'<picture><source type="image/webp" srcset="/{name}-480.webp 480w, /{name}-960.webp 960w, '
            f'/{name}-1600.webp 1600w" sizes="96vw"><img src="/{name}.jpg" fetchpriority="high"></picture>'
        ).encode()

    assert first_view(html("a")) == ["/a-960.webp"]
    assert first_view(html("a").replace(b"high", b"low")) == []
    assert first_view(html("a").replace(b"high", b"low") + html("b")) == ["/b-960.webp"]
