"""A text with its embeds, as templates show it."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from tests.building import (
    ABOUT,
    MAKER,
    NEWS,
    PRODUCT,
    SURVEY,
    article,
    maker,
    page,
    photos,
    product,
    site_of,
    survey,
)


def parts(text: str, more: dict[str, str] | None = None, *names: str) -> list[Any]:
    found: list[Any] = site_of({ABOUT: page(text), **(more or {})}, known=photos(*names)).context(
        "/tentang/"
    )["body"]
    return found


def test_html_is_safe_to_print() -> None:
    (only,) = parts("Satu **dua**")
    assert only == {"kind": "html", "html": Markup("<p>Satu <strong>dua</strong></p>")}
    assert isinstance(only["html"], Markup)


def test_pictures_carry_their_photo() -> None:
    found = parts('![Kain](/media/a.jpg "Dari Jono")\n\nLihat ![x](/media/b.jpg) ini', None, "a.jpg", "b.jpg")
    assert [one["kind"] for one in found] == ["figure", "html", "photo", "html"]
    assert (found[0]["photo"]["alt"], found[0]["photo"]["caption"]) == ("Kain", "Dari Jono")


def test_a_missing_photo_leaves_a_gap() -> None:
    assert [one["kind"] for one in parts("Satu\n\n![x](/media/a.jpg)\n\nDua")] == ["html", "html"]


def test_a_video_waits_for_a_click() -> None:
    (film,) = parts("[[video: https://youtu.be/abcdefghijk | Membatik]]")
    assert film == {
        "kind": "video",
        "url": "https://youtu.be/abcdefghijk",
        "title": "Membatik",
        "lang": "",
        "host": "YouTube",
        "player": "https://www.youtube-nocookie.com/embed/abcdefghijk",
    }


def test_products_and_surveys_are_shown_as_they_stand() -> None:
    more = {PRODUCT: product(price="1000"), MAKER: maker(), SURVEY: survey()}
    found = parts("[[produk: kain]]\n\n[[survei: puas]]", more)
    assert [one["kind"] for one in found] == ["product", "survey"]
    assert found[0]["card"]["price"] == "Rp1.000"
    assert found[1]["survey"]["back"] == "/tentang/"


def test_names_that_end_alike_are_not_confused() -> None:
    more = {
        "content/produk/kain.yaml": product(name="Kain"),
        "content/produk/besar-kain.yaml": product(name="Besar"),
        MAKER: maker(),
    }
    found = parts("[[produk: besar-kain]]\n\n[[produk: kain]]", more)
    assert [one["card"]["title"] for one in found] == ["Besar", "Kain"]


def test_what_does_not_exist_is_left_out() -> None:
    assert parts("[[produk: tiada]]\n\n[[survei: tiada]]") == []


def test_photos_are_counted_as_they_stand_and_leave_the_texts_own_addresses_alone() -> None:
    text = "![a](/media/a.jpg)\n\n## Foto 3\n\n![b](/media/b.jpg)\n\nDi ![c](/media/c.jpg) sini.\n"
    files = {NEWS: article(text, photos="[{file: /media/d.jpg, alt: d}, {file: /media/e.jpg, alt: e}]")}
    made = site_of(files, known=photos(*(f"{name}.jpg" for name in "abcde"))).context("/berita/kabar/")
    inside = [part["photo"] for part in made["body"] if "photo" in part]
    assert [(one["alt"], one["anchor"]) for one in (made["card"]["cover"], *inside, *made["photos"])] == [
        *(("d", "foto-1"), ("a", "foto-2"), ("b", ""), ("c", "")),
        *(("d", "foto-4"), ("e", "foto-5")),
    ]
