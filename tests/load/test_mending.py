"""Texts whose front matter stayed as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from lontar.load.drafts import Settings
from lontar.load.making import read_record
from lontar.load.mending import mend
from lontar.load.told import Told
from lontar.model.photo import PhotoFile
from lontar.model.record import Text
from tests.building import NEWS, article, photos

SETTINGS = Settings("id", "Asia/Jakarta")


def read(root: Path, known: dict[str, PhotoFile] | None = None) -> Told:
    return read_record(str(root), SETTINGS, known or {}, NEWS, "article", "")


def write(root: Path, text: str) -> None:
    file = root / NEWS
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def mended(root: Path, before: str, after: str, known: dict[str, PhotoFile] | None = None) -> Told | None:
    write(root, before)
    told = read(root, known)
    assert isinstance(told.record, Text), told.problems
    write(root, after)
    return mend(root, SETTINGS, NEWS, told.record, told.content)


def alike(one: Told, other: Told) -> bool:
    """The same but for the digest of the record, which tells what it was made from."""
    assert isinstance(one.record, Text)
    assert isinstance(other.record, Text)
    uses = set(one.uses) == set(other.uses)
    records = one.record._replace(digest="") == other.record._replace(digest="")
    return uses and records and one._replace(record=None, uses=()) == other._replace(record=None, uses=())


@pytest.mark.parametrize(
    "words",
    [
        "Lain.",
        "Lain.\n\n## Judul\n\nKe [anyaman](/galeri/anyaman/) dan *itu*[^1]\n\n[^1]: Kaki.\n",
        "\n\n\nDi bawah.",
        "",
    ],
)
def test_the_record_is_as_if_read_anew(tmp_path: Path, words: str) -> None:
    told = mended(tmp_path, article("Awal."), article(words))
    assert told is not None
    assert alike(told, read(tmp_path))
    assert told.record is not None
    assert told.record.digest != ""


def test_with_a_cover_too(tmp_path: Path) -> None:
    texts = [article(words, cover="{file: /media/a.jpg, alt: A}") for words in ("Awal.", "Lain.")]
    told = mended(tmp_path, texts[0], texts[1], photos("a.jpg"))
    assert told is not None
    assert alike(told, read(tmp_path, photos("a.jpg")))
    assert told.uses == ("content/media/a.jpg",)


def test_what_is_as_before_is_told_so(tmp_path: Path) -> None:
    told = mended(tmp_path, article("Awal."), article("Awal."))
    assert told is not None
    assert (told.record, told.problems) == (None, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (article("Awal."), article("Awal.", title="Lain")),
        (article("Awal."), article("Awal.").replace("---", "----")),
        (article("Awal."), article("[[video: x]]")),
        (article("Awal."), article("![x](/media/tiada.jpg)")),
        (article("Awal."), article("[klik](javascript:x)")),
        (article("Awal."), article("<script>x</script>")),
        (article("Awal."), article("\u202eAwal.")),
        (article("Awal.", summary=""), article("Lain.", summary="")),
    ],
)
def test_on_any_doubt_it_is_read_anew(tmp_path: Path, before: str, after: str) -> None:
    assert mended(tmp_path, before, after) is None
