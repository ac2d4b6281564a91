"""The theme's files: assets as they are, and words that every language has."""

from __future__ import annotations

from pathlib import Path

import pytest

from lontar.errors import ContentErrors
from lontar.load.sources import scan_theme
from lontar.load.theme import Theme, read_theme
from tests.building import TEMPLATES, write


def read(folder: Path) -> Theme:
    return read_theme(folder, scan_theme(folder))


def refused(folder: Path) -> list[tuple[str, str]]:
    with pytest.raises(ContentErrors) as caught:
        read(folder)
    return [(one.place.path, one.code) for one in caught.value.problems]


def test_assets_and_words_are_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "assets/css/a.css": b"a{}",
            "assets/css/a.css~": b"old",
            "assets/root/x.ico": b"\0\xff",
            "words/id.yaml": "home: Beranda\nn: 1\nempty:\n",
            "words/en.yaml": "home: Home\nn: 1\nempty:\n",
            "home.html": "x",
        },
    )
    found = read(tmp_path)
    assert found.assets == {"css/a.css": b"a{}", "root/x.ico": b"\0\xff"}
    assert found.words["id"] == {"home": "Beranda", "n": "1", "empty": ""}
    assert set(found.words) == {"id", "en"}


def test_the_theme_of_the_house_is_whole() -> None:
    found = read(TEMPLATES)
    assert {"id", "en"} <= set(found.words)
    assert any(name.startswith("css/") for name in found.assets)


def test_a_word_is_missed_in_each_language(tmp_path: Path) -> None:
    write(tmp_path, {"words/id.yaml": "a: 1\nb: 2\n", "words/en.yaml": "b: 2\nc: 3\n"})
    assert refused(tmp_path) == [
        ("templates/words/en.yaml", "word-missing"),
        ("templates/words/id.yaml", "word-missing"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [x]\n", "type"),
        ("a: {b: c}\n", "type"),
        ("a: 1\na: 2\n", "yaml-duplicate"),
        ("- a\n", "yaml-not-mapping"),
    ],
)
def test_words_are_a_flat_mapping(tmp_path: Path, text: str, code: str) -> None:
    write(tmp_path, {"words/id.yaml": text})
    assert refused(tmp_path) == [("templates/words/id.yaml", code)]


def test_words_are_text(tmp_path: Path) -> None:
    write(tmp_path, {"words/id.yaml": b"a: \xff\n"})
    assert refused(tmp_path) == [("templates/words/id.yaml", "encoding")]


def test_the_digest_changes_with_assets_and_words(tmp_path: Path) -> None:
    write(tmp_path, {"assets/a.css": "a", "words/id.yaml": "a: 1\n"})
    first = read(tmp_path).digest
    write(tmp_path, {"assets/a.css": "b"})
    second = read(tmp_path).digest
    write(tmp_path, {"words/id.yaml": "a: 2\n"})
    assert len({first, second, read(tmp_path).digest}) == 3


def test_what_share_images_are_made_from_has_a_digest(tmp_path: Path) -> None:
    words = {"words/id.yaml": "home: Beranda\n"}
    assert read(write(tmp_path / "a", words)).share == ""
    one, other = (
        read(write(tmp_path / text, {**words, "share/title.ttf": text})).share for text in ("b", "c")
    )
    assert one
    assert one != other
    assert "share/title.ttf" not in read(tmp_path / "b").assets
