"""A file is split into its fields and its text, each with its lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.errors import Problem
from lontar.load.documents import Document, parse_document
from tests.building import values_of


def read(text: str, path: str = "content/berita/kabar.md") -> Document:
    found = parse_document(path, "article", text.encode())
    assert isinstance(found, Document), found
    return found


def refused(text: str, path: str = "content/berita/kabar.md") -> Problem:
    found = parse_document(path, "article", text.encode())
    assert isinstance(found, Problem), found
    return found


def test_fields_and_text_part_at_the_second_line_of_dashes() -> None:
    found = read("---\ntitle: A\n---\nSatu\n\n---\n\nDua\n")
    assert found.data == {"title": "A"}
    assert found.body.strip() == "Satu\n\n---\n\nDua"
    assert (found.slug, found.lang, found.kind) == ("kabar", "", "article")


def test_lines_are_those_of_the_file() -> None:
    found = read("---\ntitle: A\ntags:\n  - x\n---\n\nSatu\n")
    assert found.lines[("title",)] == 2
    assert found.lines[("tags", 0)] == 4
    lines = ["---", "title: A", "tags:", "  - x", "---", "", "Satu", ""]
    assert lines[found.body_line - 1 :][found.body.split("\n").index("Satu")] == "Satu"


def test_windows_line_ends_do_not_shift_lines() -> None:
    found = read("---\r\ntitle: A\r\ndate: 2025-11-26\r\n---\r\nSatu\r\n")
    assert found.lines[("date",)] == 3
    assert found.body.strip() == "Satu"


def test_front_matter_may_be_empty() -> None:
    assert read("---\n---\nIsi\n").data == {}


def test_text_may_be_missing() -> None:
    assert read("---\ntitle: A\n---").body == ""


def test_a_record_is_one_mapping() -> None:
    found = parse_document("content/produk/kain.en.yaml", "product", b"name: A\nprice: 1\n")
    assert isinstance(found, Document)
    assert (found.slug, found.lang, found.data, found.body) == ("kain", "en", {"name": "A", "price": 1}, "")


def test_an_index_takes_the_name_of_its_folder() -> None:
    found = read("---\n---\n", "content/berita/2025/kunjungan/index.en.md")
    assert (found.slug, found.lang) == ("kunjungan", "en")


def test_front_matter_is_asked_for() -> None:
    assert refused("title: A\n").code == "front-matter-missing"
    assert refused("").code == "front-matter-missing"


def test_front_matter_is_to_be_closed() -> None:
    found = refused("---\ntitle: A\nIsi\n")
    assert (found.code, found.place.line) == ("front-matter-open", 1)


def test_a_mistake_in_front_matter_has_the_line_of_the_file() -> None:
    found = refused("---\ntitle: A\ntitle: B\n---\n")
    assert (found.code, found.place.line) == ("yaml-duplicate", 3)


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Kabar Baru.md", "kabar-baru"),
        ("kabar_baru.md", "kabar-baru"),
        ("Kué.md", "kue"),
        ("-kabar.md", "kabar"),
        ("日本.md", "nama-berkas"),
        (f"{'a' * 101}.md", "a" * 100),
    ],
)
def test_a_name_that_is_no_address_is_refused_with_a_better_one(name: str, suggestion: str) -> None:
    found = refused("---\n---\n", f"content/berita/{name}")
    assert found.code == "slug"
    assert values_of(found)["suggestion"] == suggestion


def test_a_place_is_that_of_the_nearest_key() -> None:
    found = read("---\ntitle: A\nphotos:\n  - file: a.jpg\n---\n")
    assert (found.place("photos", 0, "alt").line, found.place("photos", 0, "alt").field) == (
        4,
        "photos.1.alt",
    )
    assert (found.place("cover", "file").line, found.place("cover").field) == (1, "cover")


JUNK = st.lists(
    st.sampled_from(
        [
            b"---",
            b"\n",
            b"---\n",
            b"title: ",
            b"a: [",
            b"\r\n",
            b"\xff",
            b"\xef\xbb\xbf",
            b"*x",
            b"{",
            b"- ",
            b"\x00",
        ]
    )
    | st.binary(max_size=5),
    max_size=20,
).map(b"".join)


@given(st.sampled_from(["content/berita/a.md", "content/produk/a.yaml"]), JUNK)
@settings(max_examples=250)
def test_any_bytes_give_a_document_or_a_problem(path: str, data: bytes) -> None:
    assert isinstance(parse_document(path, "article", data), Document | Problem)


@given(JUNK)
@settings(max_examples=100)
def test_the_text_begins_on_the_line_it_says(data: bytes) -> None:
    found = parse_document("content/berita/a.md", "article", b"---\ntitle: A\n---\n" + data)
    if isinstance(found, Document):
        whole = (b"---\ntitle: A\n---\n" + data).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        rest = "\n".join(whole.split("\n")[found.body_line - 1 :])
        assert rest.endswith(found.body)
        assert rest.count("\n") - found.body.count("\n") == 0
