"""Tags that are nearly the same, found without comparing all with all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.editor.tags import near_tags


def test_the_rarer_one_is_told() -> None:
    counts = {"batik": 9, "Batik": 2, "btik": 1, "batikk": 1, "kayu": 3}
    assert dict(near_tags(counts)) == {"Batik": "batik", "btik": "batik", "batikk": "batik"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("batik", "batlk"),
        ("batik", "abtik"),
        ("pelatihan", "pelathian"),
        ("umkm", "umkmm"),
        ("Kerja Sama", "kerja-sama"),
    ],
)
def test_one_slip_apart(one: str, other: str) -> None:
    assert list(near_tags({one: 2, other: 1})) == [(other, one)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pameran-2025", "pameran-2026"),
        ("pameran 1", "pameran"),
        ("jati", "kayu"),
        ("ibu", "iba"),
        ("batik", "bakit"),
        ("gerabah", "garebah"),
    ],
)
def test_other_words(one: str, other: str) -> None:
    assert list(near_tags({one: 2, other: 1})) == []


def test_words_that_are_both_common_are_two_words() -> None:
    assert list(near_tags({"canting": 40, "anting": 3})) == []
    assert list(near_tags({"canting": 40, "Canting": 30, "anting": 2})) == [
        ("Canting", "canting"),
        ("anting", "canting"),
    ]


@given(st.lists(st.text("abc", min_size=4, max_size=6), unique=True, max_size=12))
def test_the_table_finds_what_comparing_finds(words: list[str]) -> None:
    found = {tag for tag, _ in near_tags(dict.fromkeys(words, 1))}
    order = sorted(words)
    wanted = {word for at, word in enumerate(order) if any(_one_edit(word, before) for before in order[:at])}
    assert found == wanted


def _one_edit(one: str, other: str) -> bool:
    """By trying every edit."""
    edits = {one[:at] + one[at + 1 :] for at in range(len(one))}
    for letter in "abc":
        edits |= {one[:at] + letter + one[at:] for at in range(len(one) + 1)}
        edits |= {one[:at] + letter + one[at + 1 :] for at in range(len(one))}
    edits |= {one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1)}
    return other in edits


@pytest.mark.alone
def test_many_tags_take_no_time() -> None:
    counts = {f"tagar-{number:x}-{number * 7919:x}": 1 for number in range(20_000)}
    started = time.perf_counter()
    list(near_tags(counts))
    assert time.perf_counter() - started < 5
