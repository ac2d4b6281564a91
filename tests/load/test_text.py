"""Bytes become text only where nothing in them hides."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.errors import Problem
from lontar.load.text import LARGEST_DOCUMENT, decode


def refused(data: bytes) -> Problem:
    found = decode("a.md", data)
    assert isinstance(found, Problem)
    return found


def test_line_ends_and_the_mark_of_windows_go() -> None:
    assert decode("a.md", b"\xef\xbb\xbfa\r\nb\rc\n") == "a\nb\nc\n"


def test_text_of_all_tongues_stays() -> None:
    text = "kué “batik” ꦧꦠꦶꦏ์ 🎉 \u200d\u00a0\u0085 tab\t"
    assert decode("a.md", text.encode()) == text


@pytest.mark.parametrize("data", ["x".encode("utf-16"), b"\xfe\xff\x00x"])
def test_utf_16_is_named(data: bytes) -> None:
    assert dict(refused(data).values) == {"found": "UTF-16"}


def test_a_broken_byte_has_its_line() -> None:
    found = refused(b"satu\ndua\nti\xe9ga\n")
    assert (found.code, found.place.line, dict(found.values)) == ("encoding", 3, {"found": "0xE9"})


@pytest.mark.parametrize(
    "sign", ["\u202e", "\u2066", "\x00", "\x1b", "\x7f", "\x9f", "\ue000", "\uf8ff", "\uffff"]
)
def test_a_hidden_character_has_its_place(sign: str) -> None:
    found = refused(f"baris\nab{sign}c\n".encode())
    assert (found.code, found.place.line, found.place.column) == ("character-hidden", 2, 3)
    assert dict(found.values) == {"found": f"U+{ord(sign):04X}"}


def test_a_giant_file_is_not_read() -> None:
    assert refused(b"x" * (LARGEST_DOCUMENT + 1)).code == "file-too-large"
    assert decode("a.md", b"x" * LARGEST_DOCUMENT) == "x" * LARGEST_DOCUMENT


@given(
    st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
@settings(max_examples=200)
def test_any_bytes_give_text_or_a_problem(data: bytes) -> None:
    found = decode("a.md", data)
    if isinstance(found, str):
        assert "\r" not in found
        assert "\ue000" not in found
        assert found.encode().decode() == found
