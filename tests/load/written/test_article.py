"""Front matter of an article: what has to be there, and what stands in for the rest."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from lontar.load.written.article import WrittenArticle

READ = TypeAdapter(WrittenArticle)
LEAST = {"title": "Kabar", "date": "2025-11-26", "category": "kunjungan"}


def test_three_fields_are_enough() -> None:
    found = READ.validate_python(LEAST)
    assert (found.title, found.category, found.draft) == ("Kabar", "kunjungan", False)
    assert (found.tags, found.photos, found.aliases, found.extra) == ([], [], [], {})
    assert (found.updated, found.cover, found.survey, found.publish_at) == (None, None, None, None)


@pytest.mark.parametrize("missing", list(LEAST))
def test_none_of_the_three_may_be_missing(missing: str) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python({key: value for key, value in LEAST.items() if key != missing})


@pytest.mark.parametrize(
    "more",
    [
        {"tittle": "x"},
        {"title": "x" * 201},
        {"title": "a\nb"},
        {"tags": [str(number) for number in range(21)]},
        {"tags": "batik"},
        {"draft": "mungkin"},
        {"survey": "Bukan Slug"},
        {"aliases": ["tanpa-garis"]},
        {"photos": [{"file": ""}]},
        {"summary": "x" * 2001},
    ],
)
def test_limits(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python({**LEAST, **more})


def test_a_number_may_be_a_title() -> None:
    assert READ.validate_python({**LEAST, "title": 2025}).title == "2025"


def test_free_keys_have_their_own_place() -> None:
    assert READ.validate_python({**LEAST, "extra": {"apa": [1, {"saja": True}]}}).extra == {
        "apa": [1, {"saja": True}]
    }
