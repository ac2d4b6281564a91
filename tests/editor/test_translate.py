"""Translations to begin with: accepted as they are, and again once their comments are taken away."""

from __future__ import annotations

from pathlib import Path

import pytest

from lontar.editor.fields import fields_of
from lontar.editor.translate import FIELDS, make_translation
from lontar.errors import ConfigErrors
from lontar.load.drafts import Draft, read_draft
from lontar.load.kinds import WRITTEN
from lontar.model.urls import KINDS
from tests.building import (
    ABOUT,
    CONFIG,
    MAKER,
    NEWS,
    PRODUCT,
    ROOT,
    SETTINGS,
    SURVEY,
    article,
    maker,
    page,
    product,
    survey,
    tree,
    write,
)

FILES = {
    NEWS: article(tags="[batik]"),
    PRODUCT: product(price="1000", materials="\n  - katun\n  - malam", description="|\n  Satu.\n\n  Dua."),
    MAKER: maker(story="Cerita."),
    ABOUT: page(summary="Siapa kami."),
    SURVEY: survey(),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, {"site_config.yaml": CONFIG, **FILES})


def read(root: Path, original: str, name: str, text: str) -> Draft:
    kind = KINDS[original.split("/")[1]]
    draft = read_draft(name, kind, text.encode(), SETTINGS, (original, (root / original).read_bytes()))
    assert isinstance(draft, Draft), draft
    return draft


@pytest.mark.parametrize("original", FILES)
def test_it_is_accepted_as_it_is_and_without_its_signs(root: Path, original: str) -> None:
    name = make_translation(root, original, "id")
    stem, _, suffix = original.rpartition(".")
    assert name == f"{stem}.en.{suffix}"
    text = (root / name).read_text("utf-8")
    asis = read(root, original, name, text)
    assert (asis.lang, asis.body.lang) == ("en", "id")
    lines = [line if line.startswith("# ") else line.removeprefix("#") for line in text.splitlines()]
    free = read(root, original, name, "\n".join(lines) + "\n")
    assert free.written == asis.written


def test_every_line_of_a_field_is_there_behind_a_sign(root: Path) -> None:
    text = (root / make_translation(root, PRODUCT, "en")).read_text("utf-8")
    assert text == (
        "# Translates content/produk/kain.yaml. Delete the # before what you translate; the rest is the"
        " original's.\nname: Kain Batik\ndraft: true\n#materials: \n#  - katun\n#  - malam\n"
        "#description: |\n#  Satu.\n#\n#  Dua.\n"
    )


def test_an_articles_text_is_left_to_be_written(root: Path) -> None:
    text = (root / make_translation(root, NEWS, "en")).read_text("utf-8")
    assert text.startswith("---\n# Translates ")
    assert text.endswith("Left empty, the original's text is shown.\n---\n")
    assert "date" not in text


@pytest.mark.parametrize(
    ("original", "code"),
    [
        ("content/produk/kian.yaml", "translate-what"),
        ("content/produk/kain.en.yaml", "translate-what"),
        ("site_config.yaml", "translate-what"),
        (MAKER, "translated-already"),
    ],
)
def test_what_cannot_be_made_leaves_nothing(root: Path, original: str, code: str) -> None:
    write(root, {"content/perajin/jono.en.yaml": "name: Jono\n", "content/produk/kain.en.yaml": "name: A\n"})
    before = tree(root)
    with pytest.raises(ConfigErrors) as raised:
        make_translation(root, original, "id")
    assert [one.code for one in raised.value.problems] == [code]
    assert tree(root) == before


def test_only_fields_that_there_are_can_be_translated() -> None:
    for kind, names in FIELDS.items():
        assert set(names) <= {one.name for one in fields_of(WRITTEN[kind])}


def test_every_original_of_the_sample_can_be_translated(tmp_path: Path) -> None:
    write(tmp_path, {"site_config.yaml": (ROOT / "site_config.yaml").read_bytes()})
    originals = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "content").rglob("*")
        if path.suffix in (".md", ".yaml") and path.name.count(".") == 1
    ]
    write(tmp_path, {name: (ROOT / name).read_bytes() for name in originals})
    for name in originals:
        assert (tmp_path / make_translation(tmp_path, name, "id")).is_file()
