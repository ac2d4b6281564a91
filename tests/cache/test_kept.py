"""What pages were made from, found by the texts they show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lontar.cache.kept import KeptPages, Packed


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[KeptPages]:
    made = KeptPages(tmp_path, "1")
    made.add({"a.html": Packed(("a.md",), b"A"), "feed.xml": Packed(("a.md", "b.md"), b"F")})
    made.finish("g1", {}, {"f": b"frame"})
    yield made
    made.close()


def test_pages_are_found_by_the_texts_they_show(kept: KeptPages) -> None:
    assert kept.showing(["a.md"]) == {"a.html": b"A", "feed.xml": b"F"}
    assert kept.showing(["b.md"]) == {"feed.xml": b"F"}
    assert kept.showing(["c.md"]) == {}
    assert kept.showing([]) == {}
    assert (kept.generation(), kept.frame("f"), kept.frame("g")) == ("g1", b"frame", None)


def test_a_page_may_show_other_texts_than_before(kept: KeptPages) -> None:
    kept.add({"feed.xml": Packed(("b.md",), b"G")})
    assert kept.generation() == ""  # the build is not over yet
    kept.finish("g2", {})
    assert kept.showing(["a.md"]) == {"a.html": b"A"}
    assert kept.showing(["b.md"]) == {"feed.xml": b"G"}
    assert (kept.generation(), kept.frame("f")) == ("g2", b"frame")


def test_pages_go(kept: KeptPages) -> None:
    kept.add({}, ["a.html"])
    assert kept.showing(["a.md"]) == {"feed.xml": b"F"}
    kept.add({"b.html": Packed(("b.md",), b"B")}, anew=True)
    kept.finish("g3", {}, {"h": b"other"})
    assert kept.showing(["a.md", "b.md"]) == {"b.html": b"B"}
    assert kept.frame("f") is None


def test_outlines_are_kept_by_source(kept: KeptPages) -> None:
    assert kept.outlines(["a.md"]) == {}
    kept.finish("g2", {"a.md": ("c", "o"), "b.md": ("d", "p")})
    kept.finish("g3", {"a.md": ("e", "o")})
    assert kept.outlines(["a.md", "b.md", "c.md"]) == {"a.md": ("e", "o"), "b.md": ("d", "p")}
    kept.add({}, anew=True)
    kept.finish("g4", {"c.md": ("f", "q")})
    assert kept.outlines(["a.md", "c.md"]) == {"c.md": ("f", "q")}


def test_a_damaged_file_has_no_generation(tmp_path: Path) -> None:
    kept = KeptPages(tmp_path, "1")
    assert kept.generation() == ""
    kept.path.write_bytes(b"bukan basis data" * 100)
    assert kept.generation() == ""
    kept.close()
