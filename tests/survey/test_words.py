from __future__ import annotations

import string

import pytest

from lontar.survey.words import WORDS, words_of


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_language_has_every_text_with_the_same_fields() -> None:
    first = WORDS["id"]
    for table in WORDS.values():
        assert table.keys() == first.keys()
        assert {key: _fields(text) for key, text in table.items()} == {
            key: _fields(text) for key, text in first.items()
        }


@pytest.mark.parametrize(
    ("language", "thanks"),
    [("id", "Terima kasih"), ("en-GB", "Thank you"), ("EN", "Thank you"), ("jv", "Terima kasih")],
)
def test_an_unknown_language_speaks_indonesian(language: str, thanks: str) -> None:
    assert words_of(language)["thanks"].startswith(thanks)
