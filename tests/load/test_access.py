"""Links that say where they lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.errors import Place
from lontar.load.access import find_vague_links


def codes(*pieces: str) -> list[str]:
    return [one.code for one in find_vague_links(pieces, lambda _: Place("x.md", 1))]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (['<p><a href="/x/">Batik <em>Jono</em></a></p>'], []),
        (['<a href="/x/">Klik  <b>di sini</b></a>'], ["link-vague"]),
        (['<a href="/x/">Read more…</a> <a href="/y/">the rules</a>'], ["link-vague"]),
        (['<abbr title="a">di sini</abbr>'], []),
    ],
)
def test_vague_links(pieces: list[str], expected: list[str]) -> None:
    assert codes(*pieces) == expected


@given(st.lists(st.text("<>/ah24 \"='x&;", max_size=60), max_size=4))
def test_any_markup_is_read(pieces: list[str]) -> None:
    assert set(codes(*pieces)) <= {"link-vague"}
