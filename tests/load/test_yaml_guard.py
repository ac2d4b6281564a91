"""YAML under guard: plain values, a line for every key, and a Problem instead of a surprise."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.errors import Problem
from lontar.load.yaml_guard import DEEPEST, LARGEST, Number, Path, Plain, read_mapping
from tests.building import values_of


def values(text: str) -> dict[str, Plain]:
    read = read_mapping("x.yaml", text)
    assert not isinstance(read, Problem), read
    return read[0]


def lines(text: str, first_line: int = 1) -> dict[Path, int]:
    read = read_mapping("x.yaml", text, first_line)
    assert not isinstance(read, Problem), read
    return read[1]


def refused(text: str) -> Problem:
    read = read_mapping("x.yaml", text)
    assert isinstance(read, Problem), read
    return read


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("150000", 150000),
        ("-3", -3),
        ("0", 0),
        ("1.5", 1.5),
        ("-7.35", -7.35),
        ("1e3", 1000.0),
        ("yes", "yes"),
        ("no", "no"),
        ("0123", "0123"),
        ("081234567890", "081234567890"),
        ("12:30", "12:30"),
        ("2025-11-26", "2025-11-26"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ('"150000"', "150000"),
        ("'true'", "true"),
        ("!!str 12", "12"),
        ("Rp150.000", "Rp150.000"),
        (".inf", ".inf"),
        ("|\n  satu\n  dua", "satu\ndua\n"),
    ],
)
def test_scalars_follow_the_core_schema(written: str, value: Plain) -> None:
    found = values(f"k: {written}\n")["k"]
    assert found == value
    assert type(found) in (type(value), Number)


def test_every_key_and_entry_has_its_line() -> None:
    text = "title: A\nphotos:\n  - file: a.jpg\n    alt: B\n  - file: b.jpg\nlast: 1\n"
    assert lines(text, first_line=2) == {
        ("title",): 2,
        ("photos",): 3,
        ("photos", 0): 4,
        ("photos", 0, "file"): 4,
        ("photos", 0, "alt"): 5,
        ("photos", 1): 6,
        ("photos", 1, "file"): 6,
        ("last",): 7,
    }


def test_nested_values_keep_their_places() -> None:
    assert values("a: {b: [1, {c: [x]}], d: {}}\ne: []\n") == {
        "a": {"b": [1, {"c": ["x"]}], "d": {}},
        "e": [],
    }


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "---\n", "~"])
def test_empty_text_is_an_empty_mapping(text: str) -> None:
    assert values(text) == {}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "yaml-duplicate", 3),
        ("o:\n  k: 1\n  k: 2\n", "yaml-duplicate", 3),
        ("a: &x 1\nb: *x\n", "yaml-alias", 1),
        ("a: &x [1]\n", "yaml-alias", 1),
        ("b: *x\n", "yaml-alias", 1),
        ("<<: {a: 1}\n", "yaml-alias", 1),
        ("x: 1\na: !!python/object/apply:os.system [echo]\n", "yaml-tag", 2),
        ("a: !own 1\n", "yaml-tag", 1),
        ("a: !!set {x}\n", "yaml-tag", 1),
        ("? [a, b]\n: 1\n", "yaml-complex-key", 1),
        ("? {a: 1}\n: 1\n", "yaml-complex-key", 1),
        ("a: 1\n---\nb: 2\n", "yaml-two-documents", 2),
        ("- a\n- b\n", "yaml-not-mapping", 1),
        ("only words", "yaml-not-mapping", 1),
        ("a: 1234567890123456\n", "number-too-long", 1),
        ('x: 1\ntitle: "never closed\nb: 2\n', "yaml-quote", 2),
        ("title: Batik: kisah kita\n", "yaml-colon", 1),
        ("a: 1\n\tb: 2\n", "yaml-token", 2),
        ("a: @x\n", "yaml-token", 1),
        ("a: [1, 2\nb: 3\n", "yaml-bracket", 1),
    ],
)
def test_what_is_refused_names_its_line(text: str, code: str, line: int) -> None:
    found = refused(text)
    assert (found.code, found.place.line) == (code, line)


def test_a_duplicate_key_tells_both_lines() -> None:
    found = values_of(refused("title: A\ndate: x\ntitle: B\n"))
    assert found == {"field": "title", "first": "1", "second": "3"}


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
    assert refused(f"l0: &l0 [x]\n{levels}").code == "yaml-alias"


def test_depth_is_bounded_before_recursion() -> None:
    assert refused("a: " + "[" * 5000).code == "yaml-too-deep"
    inner = DEEPEST - 1
    assert values("a: " + "[" * inner + "]" * inner + "\n")["a"] is not None


def test_size_is_counted_in_bytes() -> None:
    fits = "a: " + "x" * (LARGEST - 3)
    assert len(str(values(fits)["a"])) == LARGEST - 3
    assert refused(fits + "x").code == "yaml-too-large"
    assert refused("a: " + "é" * (LARGEST // 2)).code == "yaml-too-large"


@given(st.text(st.characters(exclude_categories=["Cs", "Zl", "Zp"], exclude_characters="\x85"), max_size=200))
@settings(max_examples=150)
def test_any_text_gives_a_mapping_or_a_problem(text: str) -> None:
    read = read_mapping("x.yaml", text)
    assert isinstance(read, Problem) or isinstance(read[0], dict)


PIECES = st.sampled_from(
    [
        *("a: ", "b:", "- ", "\n", "  ", "\t", "[", "]", "{", "}", ",", "'", '"', "|", ">", "&x ", "*x"),
        *("!!str ",),
        *("!", "? ", ": ", "---", "...", "<<: ", "%YAML 1.1\n", "#", "~", "1", "1e999", "-.5", "\\x"),
        *("\x00", "é"),
        *("\ufeff", "0" * 20),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(max_examples=200)
def test_scraps_of_yaml_never_crash(text: str) -> None:
    read = read_mapping("x.yaml", text)
    assert isinstance(read, Problem) or isinstance(read[0], dict)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**13), 10**13) | st.text("abc é:#-{'\"", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcde", min_size=1), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=5), PLAIN, max_size=5))
@settings(max_examples=100)
def test_what_a_library_writes_is_read_back(data: dict[str, Plain]) -> None:
    assert values(yaml.safe_dump(data, allow_unicode=True)) == data
