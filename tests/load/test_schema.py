"""Every mistake becomes a Problem of our own catalogue, with the line of its key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.errors import Problem
from lontar.load.documents import Document
from lontar.load.kinds import WRITTEN
from lontar.load.schema import validate, without_empty
from lontar.load.written.article import WrittenArticle
from lontar.load.yaml_guard import read_mapping
from lontar.messages import line
from tests.building import values_of


def document(text: str) -> Document:
    read = read_mapping("x.yaml", text)
    assert not isinstance(read, Problem), read
    return Document("x.yaml", "article", "x", "", *read, "", 1)


def problems(text: str, cls: type[Any] = WrittenArticle) -> list[Problem]:
    found = validate(cls, document(text))
    assert isinstance(found, list), found
    return found


GOOD = "title: A\ndate: 2025-11-26\ncategory: kunjungan\n"


def test_good_data_becomes_an_object() -> None:
    found = validate(WrittenArticle, document(GOOD))
    assert isinstance(found, WrittenArticle)
    assert found.title == "A"


@pytest.mark.parametrize(
    ("more", "code", "line_number", "field_name"),
    [
        ("tagz: [a]\n", "field-unknown", 4, "tagz"),
        ("cover: {file: a.jpg, capt: b}\n", "field-unknown", 4, "cover.capt"),
        ("photos:\n  - file: a.jpg\n  - alt: x\n", "field-missing", 6, "photos.2.file"),
        ("photos:\n  - file: a.jpg\n    caption: [x]\n", "type", 6, "photos.1.caption"),
        ("draft: mungkin\n", "type", 4, "draft"),
        ("tags: batik\n", "type", 4, "tags"),
        ("tags:\n  - batik\n  - [x]\n", "type", 6, "tags.2"),
        ("updated: kemarin\n", "moment", 4, "updated"),
        ("survey: Bukan Slug\n", "slug-value", 4, "survey"),
        ("aliases: [lama]\n", "url-path", 4, "aliases.1"),
        ("author: |\n  a\n  b\n", "one-line", 4, "author"),
        (f"author: {'x' * 301}\n", "too-long", 4, "author"),
        ("tags: ['']\n", "too-short", 4, "tags.1"),
        ("cover: a.jpg\n", "type", 4, "cover"),
        ("extra: x\n", "type", 4, "extra"),
    ],
)
def test_a_mistake_has_code_line_and_field(more: str, code: str, line_number: int, field_name: str) -> None:
    (found,) = problems(GOOD + more)
    assert (found.code, found.place.line, found.place.field) == (code, line_number, field_name)


def test_all_mistakes_are_told_at_once() -> None:
    found = problems("date: kemarin\ncategory: X Y\nfoo: 1\ndraft: 7.5\n")
    assert {one.code for one in found} == {"field-missing", "moment", "slug-value", "field-unknown", "type"}


def test_the_nearest_known_name_is_told() -> None:
    (found,) = problems(GOOD + "sumary: x\n")
    assert values_of(found)["nearest"] == "summary"
    assert "“summary”" in line(found, "en")


def test_the_nearest_choice_is_told() -> None:
    text = "name: A\ncategory: batik\nmaker: x\navailability: Tersdia\n"
    (found,) = problems(text, WRITTEN["product"])
    assert found.code == "choice"
    assert values_of(found) == {
        "field": "availability",
        "found": "Tersdia",
        "allowed": "tersedia, pesanan, habis",
        "nearest": "tersedia",
    }


def test_a_limit_is_told() -> None:
    (found,) = problems("name: A\ncategory: batik\nmaker: x\nprice: 0\n", WRITTEN["product"])
    assert (found.code, values_of(found)["limit"], values_of(found)["found"]) == ("range", "> 0", "0")


def test_a_price_as_text_is_told_as_one() -> None:
    (found,) = problems('name: A\ncategory: batik\nmaker: x\nprice: "150.000"\n', WRITTEN["product"])
    assert (found.code, values_of(found)["expected"]) == ("type", "@whole-number")
    assert "150000" in line(found, "id")


def test_what_is_empty_is_absent() -> None:
    text = (
        GOOD
        + "summary: ''\ncover:\nauthor: null\ntags: []\nphotos:\n  - file: a.jpg\n    alt: ''\n    credit:\n"
    )
    found = validate(WrittenArticle, document(text))
    assert isinstance(found, WrittenArticle)
    assert (found.summary, found.cover, found.author, found.photos[0].alt) == ("", None, "", "")


def test_a_required_field_may_not_be_empty() -> None:
    assert [(one.code, one.place.field) for one in problems(GOOD.replace("title: A", "title: ''"))] == [
        ("field-missing", "title")
    ]


def test_emptiness_is_taken_out_at_every_depth() -> None:
    data = {"a": None, "b": {"c": "", "d": [{"e": None, "f": 1}, "x"]}, "g": 0, "h": False}
    assert without_empty(data) == {"b": {"d": [{"f": 1}, "x"]}, "g": 0, "h": False}  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Holder:
    """A shape with a mapping of lists, to look at odd places."""

    held: dict[str, list[int]] = field(default_factory=dict)


def test_a_place_deep_inside_has_its_line() -> None:
    (found,) = problems("held:\n  a: [1]\n  b:\n    - 1\n    - x\n", Holder)
    assert (found.place.line, found.place.field) == (5, "held.b.2")


KEYS = st.text("ab[].", max_size=4) | st.sampled_from(["function-x", "WrittenPhoto", "0", "file", "lat"])
PLAIN: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(WRITTEN)), st.data())
@settings(max_examples=80)
def test_any_data_is_an_object_or_problems_with_texts(kind: str, data: st.DataObject) -> None:
    names = list(WRITTEN[kind].__dataclass_fields__)
    values = data.draw(st.dictionaries(st.sampled_from(names) | KEYS, PLAIN, max_size=6))
    read = read_mapping("x.yaml", yaml.safe_dump(values))
    if isinstance(read, Problem):
        return
    found = validate(WRITTEN[kind], Document("x.yaml", kind, "x", "", *read, "", 1))
    for one in found if isinstance(found, list) else ():
        for lang in ("id", "en"):
            assert line(one, lang).startswith("x.yaml:")
