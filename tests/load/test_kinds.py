"""Each kind of document has its schema and its text."""

from __future__ import annotations

from lontar.load.documents import Document, parse_document
from lontar.load.kinds import WRITTEN, text_of
from lontar.model.urls import FOLDERS


def read(path: str, kind: str, text: str) -> Document:
    found = parse_document(path, kind, text.encode())
    assert isinstance(found, Document)
    return found


def test_every_kind_has_a_schema() -> None:
    assert set(WRITTEN) == set(FOLDERS)


def test_text_and_first_line() -> None:
    news = read("content/berita/a.md", "article", "---\ntitle: A\n---\nIsi\n")
    text, line = text_of("article", news)
    assert text.strip() == "Isi"
    assert line + text[: text.index("Isi")].count("\n") == 4
    folded = read("content/produk/a.yaml", "product", "name: A\ndescription: |\n  Satu\n  Dua\n")
    assert text_of("product", folded) == ("Satu\nDua\n", 3)
    flat = read("content/perajin/a.yaml", "maker", "name: A\nstory: Satu\n")
    assert text_of("maker", flat) == ("Satu", 2)


def test_without_text_there_is_none() -> None:
    assert text_of("product", read("content/produk/a.yaml", "product", "name: A\n")) == ("", 1)
    assert text_of("product", read("content/produk/a.yaml", "product", "description: [x]\n")) == ("", 1)
    assert text_of("survey", read("content/survei/a.yaml", "survey", "question: A\n")) == ("", 1)
