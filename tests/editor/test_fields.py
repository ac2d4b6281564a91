"""The fields that the schema has, and the words for each of them."""

from __future__ import annotations

import pytest

from lontar.editor.fields import classes, describe, fields_of
from lontar.load.written.article import WrittenArticle
from lontar.load.written.product import WrittenProduct
from lontar.messages import LANGUAGES, field_texts


def test_what_a_field_is() -> None:
    fields = {one.name: one for one in fields_of(WrittenProduct)}
    assert fields["name"].required
    assert not fields["price"].required
    assert fields["availability"].choices == ("tersedia", "pesanan", "habis")
    assert fields["availability"].default == "tersedia"
    assert [cls.__name__ for cls in fields["photos"].classes] == ["WrittenPhoto"]
    assert [cls.__name__ for cls in fields["dimensions"].classes] == ["WrittenDimensions"]
    assert [one.name for one in fields_of(WrittenArticle) if one.required] == ["title", "date", "category"]


def test_every_class_is_found() -> None:
    assert {"Article", "Product", "Maker", "Page", "Survey", "Photo", "Choice", "Config", "Checks"} <= set(
        classes()
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_is_described(lang: str) -> None:
    silent = [
        f"{title}.{one.name}"
        for title, cls in classes().items()
        for one in fields_of(cls)
        if not describe(one, lang)
    ]
    assert silent == []


def test_every_description_is_of_a_field() -> None:
    known = {f"{title}.{one.name}" for title, cls in classes().items() for one in fields_of(cls)}
    known |= {f"*.{name.partition('.')[2]}" for name in known}
    for lang in LANGUAGES:
        assert {key for key in field_texts(lang) if not key.startswith("@")} - known == set()
    assert list(field_texts("id")) == list(field_texts("en"))


def test_choices_are_told_with_their_default() -> None:
    one = next(one for one in fields_of(WrittenProduct) if one.name == "availability")
    assert describe(one, "en") == (
        "Availability. Choices: tersedia, pesanan, habis. When left out: tersedia."
    )
