"""What is valid but could be better."""

from __future__ import annotations

import time

import pytest

from lontar.editor.advice import HEAVIEST, advise
from lontar.errors import Problem
from lontar.model.photo import PhotoFile
from lontar.site.checks import RULES
from lontar.site.site import make_site
from tests.building import (
    ABOUT,
    MAKER,
    NEWS,
    NOW,
    PRODUCT,
    SURVEY,
    article,
    config,
    maker,
    page,
    photo_file,
    product,
    record_of,
    survey,
    values_of,
)

FOTO = "content/media/foto.jpg"
OFFERED = {"price": "1000", "photos": "[{file: /media/foto.jpg, alt: Kain biru}]"}
"""What a product needs to be in the catalogues outward."""


def advice(
    files: dict[str, str], *known: PhotoFile, size: int = 1000, failed: tuple[str, ...] = ()
) -> list[Problem]:
    photos = {one.source: one for one in (known or (photo_file(FOTO),))}
    records = [record_of(path, text, photos) for path, text in files.items()]
    stamps = dict.fromkeys(photos, (size, 0, 0))
    site = make_site(config(), records, {}, NOW)
    return list(advise(site, records, stamps, failed))


def codes(files: dict[str, str], *known: PhotoFile, size: int = 1000) -> list[tuple[str, str, int, str]]:
    found = advice(files, *known, size=size)
    return sorted((one.code, one.place.path, one.place.line, one.place.field) for one in found)


def cover(alt: str) -> str:
    return f"{{file: /media/foto.jpg, alt: {alt}}}"


GOOD = article("Isi.", cover=cover("Pasar di pagi hari"))


def test_a_good_site_needs_no_advice() -> None:
    files = {
        NEWS: GOOD,
        PRODUCT: product(**OFFERED),
        MAKER: maker(),
        SURVEY: survey(),
        ABOUT: page(summary="R."),
    }
    assert codes(files) == []


@pytest.mark.parametrize(
    "alt",
    ["foto", "Gambar 2", "FOTO", "foto.jpg", "Foto.JPG", "Judul", "judul!", "12", "gambar ilustrasi", "..."],
)
def test_useless_alternative_text(alt: str) -> None:
    (found,) = advice({NEWS: article(cover=f"{{file: /media/foto.jpg, alt: '{alt}'}}")})
    assert (found.code, found.place.field, values_of(found)["found"]) == ("alt-useless", "cover.alt", alt)


@pytest.mark.parametrize("alt", ["Foto udara pasar", "Judul dan kain", "Batik", "Kain 2 warna"])
def test_useful_alternative_text(alt: str) -> None:
    assert codes({NEWS: article(cover=cover(alt))}) == []


def test_every_use_of_a_photo_is_looked_at() -> None:
    photos = "[{file: /media/foto.jpg, alt: Pasar}, {file: /media/foto.jpg, alt: foto}]"
    files = {
        NEWS: article("Satu\n\n![gambar](/media/foto.jpg)\n", photos=photos),
        PRODUCT: product(photos=photos, price="1000"),
        MAKER: maker(photo=cover("foto")),
        ABOUT: page("![foto](/media/foto.jpg)", summary="R."),
    }
    assert codes(files) == [
        ("alt-useless", NEWS, 6, "photos.2.alt"),
        ("alt-useless", NEWS, 10, ""),
        ("alt-useless", ABOUT, 5, ""),
        ("alt-useless", MAKER, 2, "photo.alt"),
        ("alt-useless", PRODUCT, 4, "photos.2.alt"),
    ]


def test_small_photos() -> None:
    small, tiny = photo_file(FOTO, 799, 600), photo_file("content/media/kecil.jpg", 479, 600)
    photos = "[{file: /media/foto.jpg, alt: Pasar}, {file: /media/kecil.jpg, alt: Kain}]"
    text = article(cover=cover("Pasar di pagi hari"), photos=photos)
    assert codes({NEWS: text}, small, tiny) == [
        ("photo-small", NEWS, 6, "cover.file"),
        ("photo-small", NEWS, 7, "photos.2.file"),
    ]
    assert codes({NEWS: text}, photo_file(FOTO, 800, 600), tiny._replace(width=480)) == []


def test_heavy_photos() -> None:
    assert codes({NEWS: GOOD}, size=HEAVIEST) == []
    assert codes({NEWS: GOOD}, size=HEAVIEST + 1) == [("photo-heavy", FOTO, 0, "")]


def test_unused_photos() -> None:
    other = photo_file("content/media/lain.jpg")
    assert codes({NEWS: GOOD}, photo_file(FOTO), other) == [("photo-unused", other.source, 0, "")]
    draft = article(draft="true", cover="{file: /media/lain.jpg, alt: Pasar}")
    assert codes({NEWS: GOOD, "content/berita/draf.md": draft}, photo_file(FOTO), other) == []
    assert advice({NEWS: GOOD}, photo_file(FOTO), other, failed=("content/berita/rusak.md",)) == []


def test_long_words() -> None:
    files = {
        NEWS: article(title="j" * 61, summary="s" * 161, cover=cover("Pasar")),
        PRODUCT: product(name="n" * 61, **OFFERED),
        ABOUT: page(title="t" * 61, summary="s" * 161),
    }
    assert codes(files) == [
        ("summary-long", NEWS, 5, "summary"),
        ("summary-long", ABOUT, 3, "summary"),
        ("title-long", NEWS, 2, "title"),
        ("title-long", ABOUT, 2, "title"),
        ("title-long", PRODUCT, 1, "name"),
    ]
    assert codes({NEWS: article(title="j" * 60, summary="s" * 160, cover=cover("Pasar"))}) == []


def test_a_long_beginning_of_the_text_is_no_long_summary() -> None:
    text = article("kata " * 100, summary=None, cover=cover("Pasar"))
    assert codes({NEWS: text}) == []  # that there is none has been said already
    assert ("summary-missing", ABOUT, 1, "summary") in codes({ABOUT: page("kata " * 100), NEWS: GOOD})


def test_products_that_stay_out_of_the_catalogues_are_named() -> None:
    assert codes({PRODUCT: product(), MAKER: maker()}) == [
        ("photo-unused", FOTO, 0, ""),
        ("product-unlisted", PRODUCT, 1, "photos"),
        ("product-unlisted", PRODUCT, 1, "price"),
    ]
    open_price = {key: value for key, value in OFFERED.items() if key != "price"}
    assert codes({PRODUCT: product(price_note="menurut ukuran", **open_price), MAKER: maker()}) == []


def test_near_tags_are_told_where_the_rare_one_is() -> None:
    files = {f"content/berita/a{n}.md": article(tags="[batik]", cover=cover("Pasar")) for n in range(3)}
    files["content/produk/b.yaml"] = product(tags='["Batik ", kayu]')
    files[NEWS] = article(tags="[btik]", cover=cover("Pasar"))
    found = [one for one in advice(files) if one.code == "tag-twin"]
    assert [(one.place.path, values_of(one)) for one in found] == [
        ("content/produk/b.yaml", {"found": "Batik", "other": "batik", "count": "3"}),
        (NEWS, {"found": "btik", "other": "batik", "count": "3"}),
    ]


def test_dates_far_in_the_future() -> None:
    near, far = "2026-05-01", "2027-12-01"
    files = {
        NEWS: article(date=far, updated=far, publish_at=far, cover=cover("Pasar")),
        SURVEY: survey(opens=far),
    }
    assert codes(files) == [
        ("date-far", NEWS, 3, "date"),
        ("date-far", NEWS, 6, "updated"),
        ("date-far", NEWS, 7, "publish_at"),
        ("date-far", SURVEY, 3, "opens"),
    ]
    assert codes({NEWS: article(date=near, cover=cover("Pasar")), SURVEY: survey(opens=near)}) == []


def test_what_drafts_lack_is_told_as_a_warning() -> None:
    text = article(draft="true", summary=None, cover="{file: /media/foto.jpg}")
    found = advice({NEWS: text})
    assert [(one.code, one.severity) for one in found] == [
        ("alt-missing", "warning"),
        ("summary-missing", "warning"),
    ]
    assert advice({NEWS: text.replace("draft: true", "draft: false")}) == []  # find_problems tells it


def test_what_would_be_wrong_with_hidden_records_is_told_in_time() -> None:
    files = {
        NEWS: article(
            "[[produk: tiada]]", publish_at="2026-01-01", category="kunjungn", cover=cover("Pasar")
        ),
        PRODUCT: product(draft="true", **OFFERED),
        MAKER: maker(draft="true"),
        "content/produk/lain.yaml": product(draft="true", maker="jonno", **OFFERED),
        "content/berita/lama.md": article(expires_at="2025-11-30", category="kunjungn", cover=cover("Pasar")),
    }
    found = sorted((one.code, one.place.path, one.severity) for one in advice(files))
    assert found == [
        ("category-unknown", NEWS, "warning"),
        ("maker-unknown", "content/produk/lain.yaml", "warning"),
        ("product-unknown", NEWS, "warning"),
    ]


def test_every_piece_of_advice_has_a_rule() -> None:
    told = {"alt-useless", "photo-small", "photo-heavy", "photo-unused", "title-long", "summary-long"}
    assert told | {"tag-twin", "date-far", "summary-missing"} <= set(RULES)


@pytest.mark.alone
def test_ten_thousand_records_take_a_moment() -> None:
    known = {FOTO: photo_file(FOTO)}
    one = record_of(NEWS, article("Isi.", cover=cover("Pasar"), tags="[batik, pelatihan]"), known)
    records = [one._replace(slug=f"kabar-{number}") for number in range(10_000)]
    site = make_site(config(), records, {}, NOW)
    started = time.perf_counter()
    assert list(advise(site, records, {FOTO: (1, 0, 0)}, ())) == []
    assert time.perf_counter() - started < 2
