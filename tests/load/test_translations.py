"""A translation says what it says differently; the rest is its original's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from lontar.load.drafts import Draft, read_draft
from lontar.load.making import read_record
from lontar.load.translations import originals_of, touched, translations_of
from lontar.model.article import Article
from lontar.model.photo import PhotoFile
from lontar.model.product import Product
from tests.building import NEWS, PRODUCT, SETTINGS, article, photos, picture, product, write

ENGLISH_NEWS, ENGLISH_PRODUCT = "content/berita/kabar.en.md", "content/produk/kain.en.yaml"


@pytest.mark.parametrize(
    ("path", "originals"),
    [
        ("content/berita/x.md", ()),
        ("content/berita/x.en.md", ("content/berita/x.md",)),
        ("content/berita/x/index.en.md", ("content/berita/x/index.md",)),
        ("content/produk/x.en.yaml", ("content/produk/x.yaml", "content/produk/x.yml")),
        ("content/produk/x.en.yml", ("content/produk/x.yml", "content/produk/x.yaml")),
        ("content/berita/x.fr.md", ()),
        ("content/berita/x.en.txt", ()),
    ],
)
def test_the_original_is_the_sibling_without_a_language(path: str, originals: tuple[str, ...]) -> None:
    assert originals_of(path) == originals


def test_translations_are_found_from_the_original_and_back() -> None:
    known = {"content/produk/x.yaml", "content/produk/x.en.yml", "content/produk/xy.en.yml"}
    assert list(translations_of("content/produk/x.yaml", known)) == ["content/produk/x.en.yml"]
    assert touched(known, {"content/produk/x.yaml"}) == {"content/produk/x.en.yml"}


def english(root: Path, path: str, known: Mapping[str, PhotoFile] | None = None) -> Article | Product:
    kind = "article" if "berita" in path else "product"
    told = read_record(str(root), SETTINGS, known or {}, path, kind, "")
    assert told.problems == ()
    assert isinstance(told.record, Article | Product)
    return told.record


def test_what_is_left_out_is_the_originals(tmp_path: Path) -> None:
    written = product(price="125000", materials="[katun]", description="Kain.", tags="[batik]")
    write(tmp_path, {PRODUCT: written, ENGLISH_PRODUCT: "name: Cloth\ndescription: A cloth.\nprice:\n"})
    made = english(tmp_path, ENGLISH_PRODUCT)
    assert isinstance(made, Product)
    assert (made.card.title, made.card.summary, made.card.url) == ("Cloth", "A cloth.", "/en/produk/kain/")
    assert (made.card.price, made.materials, made.tags) == (125000, ("katun",), ("batik",))
    assert made.lang == "en"


def test_a_summary_goes_with_its_text(tmp_path: Path) -> None:
    original = article("Isi.", summary="Ringkasan.", aliases="[/lama/]")
    write(tmp_path, {NEWS: original, ENGLISH_NEWS: "---\ntitle: News\n---\nThe news.\n"})
    told = english(tmp_path, ENGLISH_NEWS)
    assert (told.card.summary, told.aliases) == ("The news.", ())
    write(tmp_path, {ENGLISH_NEWS: "---\ntitle: News\n---\n"})
    assert english(tmp_path, ENGLISH_NEWS).card.summary == "Ringkasan."


PHOTOS = "[{file: ../media/a.jpg, alt: Kain batik, caption: Di Jono}]"


def test_each_text_knows_the_language_it_is_written_in(tmp_path: Path) -> None:
    """A field that is left out or left empty falls back; a text of one's own brings its own summary."""
    written = product(description="Kain.", photos=PHOTOS)
    write(tmp_path, {"content/media/a.jpg": picture(), PRODUCT: written})
    for text, name, summary, photo in (
        ("name: Cloth\ndescription: A cloth.\n", "en", "en", "id"),
        ("name:\ndescription: A cloth.\n", "id", "en", "id"),
        ("name: Cloth\n", "en", "id", "id"),
        ("name: ''\nphotos: [{file: ../media/a.jpg, alt: A cloth}]\n", "id", "id", "en"),
    ):
        write(tmp_path, {ENGLISH_PRODUCT: text})
        made = english(tmp_path, ENGLISH_PRODUCT, photos("a.jpg"))
        assert (made.card.title_lang, made.card.summary_lang, made.photos[0].lang) == (name, summary, photo)


def test_the_words_of_a_picture_in_the_text_are_in_the_texts_language(tmp_path: Path) -> None:
    original = article("Isi.\n\n![Kain](../media/a.jpg)\n", cover="{file: ../media/a.jpg, alt: Sampul}")
    files: dict[str, str | bytes] = {"content/media/a.jpg": picture(), NEWS: original}
    write(
        tmp_path,
        {**files, ENGLISH_NEWS: "---\ntitle: News\ncover: {file: ../media/a.jpg, alt: Cover}\n---\n"},
    )
    made = english(tmp_path, ENGLISH_NEWS, photos("a.jpg"))
    assert isinstance(made, Article)
    assert made.card.cover is not None
    assert (made.card.cover.lang, made.body.embeds[0].photos[0].lang) == ("en", "id")
    assert (made.card.title_lang, made.card.summary_lang) == ("en", "id")


def test_a_mistake_in_what_is_inherited_is_told_where_it_stands() -> None:
    original = (NEWS, article("[[foto]]", date="kemarin").encode())
    found = read_draft(ENGLISH_NEWS, "article", b"---\ntitle: News\n---\n", SETTINGS, original)
    assert not isinstance(found, Draft)
    assert {(one.code, one.place.path, one.place.line) for one in found} == {
        ("moment", NEWS, 3),
        ("embed-unknown", NEWS, 7),
    }


def test_an_original_that_changes_makes_its_translation_anew(tmp_path: Path) -> None:
    write(tmp_path, {PRODUCT: product(price="1"), ENGLISH_PRODUCT: "name: Cloth\n"})
    before = read_record(str(tmp_path), SETTINGS, {}, ENGLISH_PRODUCT, "product", "")
    same = read_record(str(tmp_path), SETTINGS, {}, ENGLISH_PRODUCT, "product", before.content)
    assert same.record is None
    write(tmp_path, {PRODUCT: product(price="2")})
    after = read_record(str(tmp_path), SETTINGS, {}, ENGLISH_PRODUCT, "product", before.content)
    assert isinstance(after.record, Product)
    assert after.record.card.price == 2


def test_a_text_knows_its_language_and_links_in_it(tmp_path: Path) -> None:
    linking = product(description='"Lihat [kabar](../berita/kabar.md)."')
    write(tmp_path, {PRODUCT: linking, ENGLISH_PRODUCT: "name: Cloth\n"})
    inherited = english(tmp_path, ENGLISH_PRODUCT).body
    assert (inherited.lang, [link.url for link in inherited.links]) == ("id", ["/berita/kabar/"])
    write(tmp_path, {ENGLISH_PRODUCT: 'name: Cloth\ndescription: "See [news](../berita/kabar.md)."\n'})
    own = english(tmp_path, ENGLISH_PRODUCT).body
    assert (own.lang, [link.url for link in own.links]) == ("en", ["/en/berita/kabar/"])
