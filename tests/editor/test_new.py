"""New records: whole, in their place, never over another file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from lontar.editor.new import Wish, make_new
from lontar.errors import ConfigErrors, ContentErrors
from tests.building import CONFIG, MAKER, maker, picture, tree, values_of, write

NOW = dt.datetime(2026, 12, 31, 18, 30, tzinfo=dt.UTC)
WISH = Wish("article", "Pasar Pagi & Batik", NOW)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "situs", {"site_config.yaml": CONFIG, MAKER: maker()})


def codes(raised: pytest.ExceptionInfo[ContentErrors]) -> list[str]:
    return [one.code for one in raised.value.problems]


def test_an_article_has_the_day_of_the_sites_zone(root: Path) -> None:
    (path,) = make_new(root, WISH)
    assert path == "content/berita/2027/pasar-pagi-batik.md"
    text = (root / path).read_text("utf-8")
    assert 'title: "Pasar Pagi & Batik"\n' in text
    assert "date: 2027-01-01 01:30\n" in text
    assert "category: kunjungan\n" in text
    assert "Tulis isinya di sini." in text


@pytest.mark.parametrize(
    ("kind", "title", "path"),
    [
        ("product", "Kain Baru", "content/produk/batik/kain-baru.yaml"),
        ("maker", "Bu Sri", "content/perajin/bu-sri.yaml"),
        ("page", "Cara Memesan", "content/halaman/cara-memesan.md"),
        ("event", "Bimtek Warna", "content/agenda/2027/bimtek-warna.md"),
    ],
)
def test_other_kinds(root: Path, kind: str, title: str, path: str) -> None:
    assert make_new(root, replace(WISH, kind=kind, title=title)) == [path]
    assert (root / path).is_file()


def test_a_category_and_a_name_can_be_chosen(root: Path) -> None:
    wish = replace(WISH, kind="product", category="kayu", slug="bangku", lang="en")
    assert make_new(root, wish) == ["content/produk/kayu/bangku.yaml"]
    text = (root / "content/produk/kayu/bangku.yaml").read_text("utf-8")
    assert "category: kayu\n" in text
    assert "Write the text here." in text


def test_photos_stand_beside_their_record(root: Path, tmp_path: Path) -> None:
    write(tmp_path, {"IMG_1.JPG": picture(900, 600), "IMG_2.png": picture(300, 400, ".png")})
    made = make_new(root, replace(WISH, photos=(tmp_path / "IMG_1.JPG", tmp_path / "IMG_2.png")))
    folder = "content/berita/2027/pasar-pagi-batik"
    assert made == [
        f"{folder}/index.md",
        f"{folder}/pasar-pagi-batik-1.jpg",
        f"{folder}/pasar-pagi-batik-2.jpg",
    ]
    assert all((root / path).is_file() for path in made)


def test_nothing_is_written_over(root: Path) -> None:
    make_new(root, WISH)
    before = tree(root)
    with pytest.raises(ConfigErrors) as raised:
        make_new(root, WISH)
    assert codes(raised) == ["name-taken"]
    assert values_of(raised.value.problems[0])["suggestion"] == "pasar-pagi-batik-2"
    assert tree(root) == before
    make_new(root, replace(WISH, slug="pasar-pagi-batik-2"))


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (replace(WISH, title="?!"), "title-nameless"),
        (replace(WISH, slug="Bukan Slug"), "title-nameless"),
        (replace(WISH, title="a" * 201), "too-long"),
        (replace(WISH, title="dua\nbaris"), "one-line"),
        (replace(WISH, category="kunjungn"), "category-unknown"),
        (replace(WISH, kind="page", title="Galeri"), "name-own"),
        (replace(WISH, kind="maker", photos=(Path("a.jpg"), Path("b.jpg"))), "photos-too-many"),
    ],
)
def test_what_cannot_be_made_leaves_nothing(root: Path, wish: Wish, code: str) -> None:
    before = tree(root)
    with pytest.raises(ConfigErrors) as raised:
        make_new(root, wish)
    assert codes(raised) == [code]
    assert tree(root) == before


def test_a_product_needs_a_maker_and_a_category(root: Path) -> None:
    (root / MAKER).unlink()
    with pytest.raises(ConfigErrors) as raised:
        make_new(root, replace(WISH, kind="product"))
    assert codes(raised) == ["maker-needed"]
    write(root, {"site_config.yaml": CONFIG.partition("categories:")[0]})
    with pytest.raises(ConfigErrors) as raised:
        make_new(root, WISH)
    assert codes(raised) == ["category-needed"]


def test_an_unreadable_photo_leaves_nothing(root: Path, tmp_path: Path) -> None:
    write(tmp_path, {"a.jpg": picture(), "b.jpg": b"bukan foto"})
    before = tree(root)
    with pytest.raises(ContentErrors) as raised:
        make_new(root, replace(WISH, photos=(tmp_path / "a.jpg", tmp_path / "b.jpg")))
    assert codes(raised) == ["image-format"]
    assert tree(root) == before


def test_a_photo_that_is_there_already_is_not_replaced(root: Path, tmp_path: Path) -> None:
    taken = "content/berita/2027/pasar-pagi-batik/pasar-pagi-batik-1.jpg"
    write(root, {taken: b"milik orang"})
    write(tmp_path, {"a.jpg": picture(), "b.jpg": picture()})
    before = tree(root)
    with pytest.raises(FileExistsError):
        make_new(root, replace(WISH, photos=(tmp_path / "a.jpg", tmp_path / "b.jpg")))
    assert tree(root) == before
