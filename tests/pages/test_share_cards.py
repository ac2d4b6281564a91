"""Which pages are shared by a composed picture, and by which."""

from __future__ import annotations

from typing import Any

from lontar.model.photo import make_photo
from lontar.pages.plan import Plan, plan
from lontar.pages.planned import Rendition
from lontar.pages.share_cards import Cards, card_text, composed
from tests.building import (
    ABOUT,
    MAKER,
    NEWS,
    PRODUCT,
    SURVEY,
    Made,
    article,
    maker,
    page,
    photo_file,
    photos,
    product,
    site_of,
    survey,
    words,
)

BARE = {
    NEWS: article(tags="[batik]"),
    "content/berita/kabar.en.md": article(title="News"),
    PRODUCT: product(),
    MAKER: maker(),
    ABOUT: page(),
    SURVEY: survey(),
}
CARDS = Cards("abc", "Situs", ("article",))


def planned(one: Made, design: str = "abc") -> Plan:
    return plan(one.site, words(), {}, design)


def shared(one: Made, found: Plan) -> dict[str, Any]:
    """The image of every page that has a head, by URL path."""
    contexts = {each.url: one.view(each) for each in found.pages if each.template and each.url.endswith("/")}
    return {url: context["page"]["og"]["image"] for url, context in contexts.items() if "page" in context}


def test_the_text_is_title_and_site() -> None:
    assert card_text(CARDS, "page", "Tentang", ("Tentang",), None) == "Tentang\nSitus"
    assert card_text(CARDS, "article", "Kabar", ("Berita", "Pelatihan", "Kabar"), None) == "Pelatihan\nSitus"
    assert card_text(CARDS, "tag", "Tagar: x", ("Tagar", "x"), None) == "Tagar\nSitus"
    assert card_text(CARDS, "home", "Situs", (), None) == ""
    assert card_text(CARDS, "page", "Tentang", (), make_photo(photo_file())) == ""
    assert card_text(CARDS._replace(design=""), "page", "Tentang", (), None) == ""


def test_a_name_tells_all_that_makes_the_picture() -> None:
    each = [composed("A\nS", "1"), composed("A\nT", "1"), composed("A\nS", "2"), composed("日本\nS", "1")]
    assert len({one.url for one in each}) == len(each)
    assert each[0].url.startswith("/media/a-1200-")
    assert each[3].url.startswith("/media/kartu-1200-")


def test_every_page_without_a_photo_has_a_picture_that_is_made() -> None:
    one = site_of(BARE)
    found = planned(one)
    made = {f"https://uji.example{form.url}" for form in found.renditions}
    images = shared(one, found)
    assert {url for url, image in images.items() if image is None} == {"/", "/en/"}
    assert {image["url"] for image in images.values() if image} == made
    assert images["/tentang/"]["alt"] == "Tentang"
    assert (images["/tentang/"]["width"], images["/tentang/"]["height"]) == (1200, 630)
    assert all(form.text for form in found.renditions)


def test_a_page_with_a_photo_has_none() -> None:
    files = {NEWS: article(cover="{file: /media/a.jpg, alt: A}"), ABOUT: page("![x](/media/a.jpg)")}
    found = planned(site_of(files, known=photos("a.jpg")))
    texts = {form.text.partition("\n")[0] for form in found.renditions if form.text}
    assert texts == {"Tagar", "Galeri", "Perajin", "Agenda"}


def test_beyond_the_limit_a_kind_has_one_for_each_section() -> None:
    files = {
        f"content/berita/k{n}.md": article(title=f"Kabar {n}", category=c) for n, c in enumerate(CATEGORIES)
    }

    def texts(limit: int) -> set[str]:
        one = site_of(files, more=f"images: {{share_cards: {limit}}}\n")
        return {form.text.partition("\n")[0] for form in planned(one).renditions}

    titles = {f"Kabar {n}" for n in range(len(CATEGORIES))}
    assert titles <= texts(len(CATEGORIES))
    assert not titles & texts(len(CATEGORIES) - 1)
    assert {"Kunjungan", "Pelatihan"} <= texts(len(CATEGORIES) - 1)


CATEGORIES = ("kunjungan", "pelatihan", "kunjungan")


def test_without_a_design_nothing_is_composed() -> None:
    one = site_of(BARE)
    found = planned(one, "")
    assert found.renditions == ()
    assert set(shared(one, found).values()) == {None}


def test_a_card_is_no_photo() -> None:
    form = composed("A\nS", "1")
    assert isinstance(form, Rendition)
    assert (form.source, form.fit, form.format) == ("", "card", "jpeg")
