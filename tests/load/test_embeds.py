"""The syntax of embeds, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.load.embeds import Found, read_embed


@pytest.mark.parametrize(
    ("text", "kind", "target", "title"),
    [
        ("[[produk: batik-sekar-jati]]", "product", "batik-sekar-jati", ""),
        ("[[product:batik]]", "product", "batik", ""),
        ("[[galeri]]", "gallery", "", ""),
        ("[[ Galeri : satu.jpg, dua.jpg ]]", "gallery", "satu.jpg, dua.jpg", ""),
        ("[[gallery]]", "gallery", "", ""),
        ("[[survei: kepuasan]]", "survey", "kepuasan", ""),
        ("[[survey: kepuasan]]", "survey", "kepuasan", ""),
        ("   [[video: https://youtu.be/x | Membatik]]  ", "video", "https://youtu.be/x", "Membatik"),
        ("[[foto: a.jpg]]", "unknown", "foto", ""),
        ("[[produk]]", "empty", "produk", ""),
        ("[[produk: batik", "unfinished", "[[produk: batik", ""),
        ("[produk: batik]", "unfinished", "[produk: batik]", ""),
        ("[[produk: batik] ]", "unfinished", "[[produk: batik] ]", ""),
        ("teks [[produk: batik]]", "unfinished", "[[produk: batik]]", ""),
        ("[[produk: batik]] teks", "unfinished", "[[produk: batik]] teks", ""),
        ("lihat [[galery]] di sini", "unknown", "galery", ""),
        ("lihat [[ Prodk : batik ]] ini", "unknown", "Prodk", ""),
        ("[[foto: a.jpg]] ini", "unknown", "foto", ""),
        ("`[[produk: a]]` lalu [[galery]] di sini", "unknown", "galery", ""),
    ],
)
def test_a_line_is_read(text: str, kind: str, target: str, title: str) -> None:
    found = read_embed(text, 7)
    assert found is not None
    assert (found.kind, found.target, found.title, found.line) == (kind, target, title, 7)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "teks `[[produk: batik]]`",
        "teks ``[[produk: batik]]`` teks",
        "    [[produk: batik]]",
        "[tautan](/x/)",
        "[produksi batik](/x/)",
        "[^1]: catatan",
        "lihat `[[galery]]` di sini",
        r"lihat \[[galery]] di sini",
        "catatan [[1]](/catatan/) dan [[a]][rujukan] dan [[^1]]",
    ],
)
def test_other_lines_are_left_alone(text: str) -> None:
    found = read_embed(text, 1)
    assert found is None


@given(
    st.lists(st.sampled_from(["[", "]", ":", "|", " ", "produk", "galeri", "x", ",", "\t", "http://"])).map(
        "".join
    )
)
@settings(max_examples=300)
def test_no_line_crashes(text: str) -> None:
    assert isinstance(read_embed(text, 1), Found | None)
