"""What pages were made from, found by the texts they show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lontar.cache.kept import KeptPages, Packed


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[KeptPages]:
    made = KeptPages(tmp_path, "1")
    made.save(
        "g1",
        {"a.html": Packed(("a.md",), b"A"), "feed.xml": Packed(("a.md", "b.md"), b"F")},
        (),
        {"f": b"frame"},
    )
    yield made
    made.close()


def test_pages_are_found_by_the_texts_they_show(kept: KeptPages) -> None:
    assert kept.showing(["a.md"]) == {"a.html": b"A", "feed.xml": b"F"}
    assert kept.showing(["b.md"]) == {"feed.xml": b"F"}
    assert kept.showing(["c.md"]) == {}
    assert kept.showing([]) == {}
    assert (kept.generation(), kept.frame("f"), kept.frame("g")) == ("g1", b"frame", None)


def test_a_page_may_show_other_texts_than_before(kept: KeptPages) -> None:
    kept.save("g2", {"feed.xml": Packed(("b.md",), b"G")})
    assert kept.showing(["a.md"]) == {"a.html": b"A"}
    assert kept.showing(["b.md"]) == {"feed.xml": b"G"}
    assert (kept.generation(), kept.frame("f")) == ("g2", b"frame")


def test_pages_go(kept: KeptPages) -> None:
    kept.save("g2", {}, ["a.html"])
    assert kept.showing(["a.md"]) == {"feed.xml": b"F"}
    kept.save("g3", {"b.html": Packed(("b.md",), b"B")}, (), {"h": b"other"}, anew=True)
    assert kept.showing(["a.md", "b.md"]) == {"b.html": b"B"}
    assert kept.frame("f") is None


def test_outlines_are_kept_by_source(kept: KeptPages) -> None:
    assert kept.outlines(["a.md"]) == {}
    kept.save("g2", {}, outlines={"a.md": ("c", "o"), "b.md": ("d", "p")})
    kept.save("g3", {}, outlines={"a.md": ("e", "o")})
    assert kept.outlines(["a.md", "b.md", "c.md"]) == {"a.md": ("e", "o"), "b.md": ("d", "p")}
    kept.save("g4", {}, outlines={"c.md": ("f", "q")}, anew=True)
    assert kept.outlines(["a.md", "c.md"]) == {"c.md": ("f", "q")}


def test_a_damaged_file_has_no_generation(tmp_path: Path) -> None:
    kept = KeptPages(tmp_path, "1")
    assert kept.generation() == ""
    kept.path.write_bytes(b"bukan basis data" * 100)
    assert kept.generation() == ""
    kept.close()
