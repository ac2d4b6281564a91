"""The fingerprint: equal for equal values everywhere, different for all others."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.digest import Digested, digest, digest_bytes

ROOT = Path(__file__).resolve().parent.parent
VALUES: Any = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=()))
    | st.binary()
    | st.dates()
    | st.times()
    | st.datetimes(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)

DIFFERENT: tuple[object, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    1.0,
    "",
    "1",
    "n;",
    "None",
    b"",
    b"1",
    (),
    ("",),
    ("", ""),
    ("a", "b"),
    ("ab",),
    (("a",), "b"),
    ("a", ("b",)),
    {},
    {"a": "b"},
    {"b": "a"},
    {"a": None},
    dt.date(2025, 11, 26),
    "2025-11-26",
    dt.datetime(2025, 11, 26),
    dt.datetime(2025, 11, 26, tzinfo=dt.UTC),
    dt.time(9, 0),
)


@dataclass(frozen=True)
class Card:
    digest: str
    text: str = ""


def test_bytes_have_a_digest_of_32_hexadecimal_digits() -> None:
    assert digest_bytes(b"") == "cae66941d9efbd404e4d88758ea67670"
    assert digest_bytes(b"batik") != digest_bytes(b"Batik")


def test_different_values_differ() -> None:
    found: dict[str, object] = {}
    for value in DIFFERENT:
        other = found.setdefault(digest(value), value)
        assert other is value, (value, other)


def test_arguments_are_told_apart() -> None:
    assert len({digest("a", "b"), digest("ab"), digest(("a", "b")), digest("a"), digest()}) == 5


def test_a_list_counts_as_a_tuple() -> None:
    assert digest([1, ["a"]]) == digest((1, ("a",)))


def test_the_order_of_a_mapping_does_not_count() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})


def test_what_carries_a_digest_counts_by_it_alone() -> None:
    assert digest(Card("1", "satu")) == digest(Card("1", "dua"))
    assert digest(Card("1")) != digest(Card("2"))
    assert digest(Card("1")) != digest("1")


def test_a_value_is_kept_beside_its_digest() -> None:
    value = {"b": (1, 2), "a": "satu"}
    kept = Digested(value)
    assert kept.value is value
    assert kept.digest == digest(value)
    assert digest(kept) == digest(Digested(dict(value))) != digest(Digested("satu"))


def test_half_a_character_is_no_obstacle() -> None:
    assert digest("\ud800") != digest("\ud801")


@pytest.mark.parametrize(
    "value", [object(), {1, 2}, len, (1, {2})], ids=["object", "set", "function", "inner"]
)
def test_what_has_no_plain_value_has_no_digest(value: object) -> None:
    with pytest.raises(TypeError, match="no digest for a"):
        digest(value)


@given(VALUES)
def test_the_same_value_has_the_same_digest(value: object) -> None:
    found = digest(value)
    assert found == digest(value)
    assert len(found) == 32
    assert set(found) <= set("0123456789abcdef")


@given(VALUES, VALUES)
def test_a_pair_is_no_other_pair(one: object, other: object) -> None:
    if digest(one) != digest(other):
        assert digest(one, other) != digest(other, one)


def test_every_process_finds_the_same() -> None:
    """Whatever its hash seed, locale or time zone."""
    text = "from lontar.digest import digest; print(digest({'b': [1, 2.5], 'a': ('é', None, b'x')}))"
    found = set()
    for seed, zone in (("0", "UTC"), ("1", "Asia/Jakarta"), ("4711", "America/New_York")):
        made = subprocess.run(
            [sys.executable, "-c", text],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
        )
        found.add(made.stdout)
    assert len(found) == 1
