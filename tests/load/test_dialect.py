"""One instance of Python-Markdown serves many texts, each as if it were the first."""

from __future__ import annotations

import re

import pytest

from lontar.load.dialect import Dialect
from lontar.load.embeds import MARK


def test_every_text_begins_afresh() -> None:
    dialect = Dialect("id")
    text = "## A\n\n![x](a.jpg)\n\n[b](/c/)\n\n[[galeri]]\n\nd[^1]\n\n[^1]: e\n"
    first = dialect.convert(text)
    kept = (list(dialect.found), list(dialect.links))
    dialect.convert("# Lain\n\n[x](/y/)")
    assert (dialect.found, dialect.links) == ([], ["/y/"])
    assert dialect.convert(text) == first
    assert (dialect.found, dialect.links) == kept


def test_what_was_found_is_marked_in_its_place() -> None:
    dialect = Dialect("id")
    found = dialect.convert("Satu ![x](a.jpg) dua\n\n[[galeri]]\n")
    order = [one.kind for one in dialect.found]
    marks = [found.index(f"{MARK}{number};") for number in range(len(order))]
    by_place = [kind for _, kind in sorted(zip(marks, order, strict=True))]
    assert by_place == ["photo", "gallery"]


def test_lines_of_embeds_are_those_of_the_text() -> None:
    dialect = Dialect("id")
    dialect.convert("a\n\n[[galeri]]\nb\n\n\n[[survei: x]]\n")
    assert [(one.kind, one.line) for one in dialect.found] == [("gallery", 3), ("survey", 7)]


@pytest.mark.parametrize("text", ["<mailto:a@b.example>", "<https://a.example>", "[a@b.example](/x/)"])
def test_links_of_all_kinds_are_gathered(text: str) -> None:
    dialect = Dialect("id")
    dialect.convert(text)
    assert len(dialect.links) <= 1


def test_a_heading_keeps_the_id_it_was_given() -> None:
    dialect = Dialect("id")
    found = dialect.convert("## Satu {: #dua }\n\n## Dua\n")
    assert re.findall(r'id="([^"]*)"', found) == ["dua", "dua-2"]


def test_a_heading_gives_way_to_the_ids_of_the_page_and_the_text() -> None:
    found = Dialect("id").convert("## Isi\n\n## Bagian\n\n## Lain {: #bagian }\n")
    assert re.findall(r'id="([^"]*)"', found) == ["isi-2", "bagian-2", "bagian"]
