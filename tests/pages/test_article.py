"""The page of an article."""

from __future__ import annotations

import json
from typing import Any

from lontar.model.survey import Tally
from tests.building import MAKER, NEWS, PRODUCT, SURVEY, article, maker, photos, product, site_of, survey

URL = "/berita/kabar/"


def view(text: str, more: dict[str, str] | None = None, **how: Any) -> Any:
    return site_of({NEWS: text, **(more or {})}, **how).context(URL)


def test_what_the_article_says() -> None:
    found = view(
        article(
            "kata " * 450,
            date="2025-11-26 09:00",
            updated="2025-11-27",
            author="Redaksi",
            tags="[Kerja Sama]",
        )
    )
    assert found["card"]["title"] == found["page"]["title"] == "Judul"
    assert found["card"]["date"]["time"] == "09.00\u00a0WIB"
    assert found["updated"]["long"] == "Kamis, 27\u00a0November\u00a02025"
    assert (found["author"], found["reading_minutes"]) == ("Redaksi", 2)
    assert found["tags"] == [{"label": "Kerja Sama", "url": "/tag/kerja-sama/", "lang": ""}]
    assert found["page"]["og"]["type"] == "article"
    assert found["page"]["head_title"] == "Judul · Situs Uji"
    assert [one["url"] for one in found["page"]["breadcrumbs"]] == [
        "/",
        "/berita/",
        "/berita/kategori/kunjungan/",
        URL,
    ]


def test_what_it_does_not_say() -> None:
    found = view(article())
    assert (found["author"], found["updated"], found["survey"], found["photos"]) == (
        "Lembaga Uji",
        None,
        None,
        [],
    )
    assert (found["newer"], found["older"], found["related"]) == (None, None, [])
    assert (found["reading_minutes"], found["page"]["og"]["image"]) == (1, None)


def test_neighbours_and_related() -> None:
    others = {
        "content/berita/baru.md": article(date="2025-11-27", title="Baru", category="pelatihan"),
        "content/berita/lama.md": article(date="2025-11-25", title="Lama", tags="[batik]"),
        "content/berita/tua.md": article(date="2025-11-24", title="Tua"),
    }
    found = view(article(tags="[batik]"), others)
    assert (found["newer"]["title"], found["older"]["title"]) == ("Baru", "Lama")
    assert [one["title"] for one in found["related"]] == ["Lama", "Tua"]


def test_photos_stand_below_unless_the_text_shows_them() -> None:
    listed = "[{file: /media/a.jpg, alt: A}, {file: /media/b.jpg, alt: B}]"
    known = photos("a.jpg", "b.jpg")
    assert [one["alt"] for one in view(article(photos=listed), known=known)["photos"]] == ["A", "B"]
    assert view(article("[[galeri]]", photos=listed), known=known)["photos"] == []
    assert [
        one["alt"] for one in view(article("[[galeri: a.jpg]]", photos=listed), known=known)["photos"]
    ] == ["B"]


def test_the_survey_stands_below_unless_the_text_asks_it() -> None:
    others = {SURVEY: survey()}
    tallies = {"puas": Tally((("puas", 2), ("tidak", 1)), "2025-12-01T10:00:00+07:00")}
    found = view(article(survey="puas"), others, tallies=tallies)
    assert [one["percent"] for one in found["survey"]["choices"]] == [67, 33]
    assert found["survey"]["back"] == URL
    asked = view(article("[[survei: puas]]", survey="puas"), others)
    assert asked["survey"] is None
    assert [part["kind"] for part in asked["body"]] == ["survey"]


def test_parts_of_the_text_are_in_order() -> None:
    text = "Satu\n\n[[produk: kain]]\n\nDua\n\n![x](/media/a.jpg)\n"
    found = view(article(text), {PRODUCT: product(), MAKER: maker()}, known=photos("a.jpg"))["body"]
    assert [part["kind"] for part in found] == ["html", "product", "html", "figure"]
    assert found[1]["card"]["maker"] == {"label": "Sentra Jono", "url": "/perajin/jono/", "lang": ""}
    assert found[0]["html"] == "<p>Satu</p>"


def test_the_preview_shows_the_cover() -> None:
    found = view(article(cover="{file: /media/a.jpg, alt: Kain}"), known=photos("a.jpg"))
    image = found["page"]["og"]["image"]
    assert image["url"].startswith("https://uji.example/media/a-1200-")
    assert (image["width"], image["height"], image["alt"]) == (1200, 630, "Kain")
    (news, crumbs) = (json.loads(one) for one in found["page"]["json_ld"])
    assert (news["@type"], crumbs["@type"]) == ("NewsArticle", "BreadcrumbList")


def test_a_draft_is_marked() -> None:
    assert view(article(draft="true"), drafts=True)["card"]["draft"]


def test_an_english_article_speaks_english() -> None:
    made = site_of({NEWS: article(), "content/berita/kabar.en.md": article(date="2025-11-26 09:00")})
    found = made.context("/en/berita/kabar/")
    assert (found["page"]["lang"], found["card"]["date"]["long"]) == (
        "en",
        "Wednesday, 26\u00a0November\u00a02025",
    )
    assert found["page"]["canonical"] == "https://uji.example/en/berita/kabar/"
    assert found["t"]["home"] == "Home"
