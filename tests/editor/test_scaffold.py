"""Scaffolds: valid as they are, and with every example taken out of its comment."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.editor.fields import fields_of
from lontar.editor.scaffold import scaffold, yaml_text
from lontar.load.drafts import Draft
from lontar.load.kinds import WRITTEN
from lontar.load.yaml_guard import read_mapping
from lontar.messages import LANGUAGES
from tests.building import ABOUT, MAKER, NEWS, PRODUCT, draft_of, wrong

NEEDED: Mapping[str, tuple[str, dict[str, str]]] = {
    "article": (NEWS, {"title": '"Judul"', "date": "2026-11-24 09:00", "category": "kunjungan"}),
    "product": (PRODUCT, {"name": '"Kain"', "category": "batik", "maker": "jono"}),
    "maker": (MAKER, {"name": '"Jono"'}),
    "page": (ABOUT, {"title": '"Tentang"'}),
}
NEVER = {"aliases", "lang", "translation_of", "extra"}


def made(kind: str, lang: str = "id", photos: tuple[str, ...] = ()) -> str:
    return scaffold(kind, NEEDED[kind][1], {"category": ["satu", "dua"]}, photos, "Tulis di sini.", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", NEEDED)
def test_a_scaffold_is_a_valid_draft(kind: str, lang: str) -> None:
    text = made(kind, lang)
    assert wrong(NEEDED[kind][0], text) == []
    draft = draft_of(NEEDED[kind][0], text)
    assert isinstance(draft, Draft)
    assert draft.written.draft is True


@pytest.mark.parametrize("kind", NEEDED)
def test_every_example_counts_without_its_sign(kind: str) -> None:
    text = re.sub(r"(?m)^#(?=\S)", "", made(kind))
    assert wrong(NEEDED[kind][0], text) == []
    draft = draft_of(NEEDED[kind][0], text)
    assert isinstance(draft, Draft)
    assert set(draft.document.data) >= {one.name for one in fields_of(WRITTEN[kind])} - NEVER - {
        "description",
        "story",
    }


@pytest.mark.parametrize("kind", NEEDED)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_photos_are_there_and_lack_their_text_only(kind: str, count: int) -> None:
    names = tuple(f"kain-{number}.jpg" for number in range(1, count + 1 if kind != "maker" else 2))
    draft = draft_of(NEEDED[kind][0], made(kind, photos=names))
    assert isinstance(draft, Draft)
    assert [use.path.rpartition("/")[2] for use in draft.uses] == list(names)
    assert {use.alt for use in draft.uses} == {""}


def test_comments_explain_in_the_asked_language() -> None:
    assert "# Harga dalam rupiah" in made("product", "id")
    english = made("product", "en")
    assert "# Price in rupiah" in english
    assert "# Choices: satu, dua." in english
    assert "#price: 175000\n" in english


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1))
def test_any_title_is_quoted(title: str) -> None:
    read = read_mapping("x", f"title: {yaml_text(title)}\n")
    assert isinstance(read, tuple)
    assert read[0] == {"title": title}
