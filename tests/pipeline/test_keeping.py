"""What pages were made from is kept for the next build, and is of no use as soon as the output may differ."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lontar.cache.kept import KeptPages, Packed
from lontar.pipeline.keeping import Keeping


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[KeptPages]:
    pages = KeptPages(tmp_path, "1")
    pages.add({"a.html": Packed(("a.md",), b"A")})
    pages.finish("satu", {})
    yield pages
    pages.close()


def test_from_the_first_change_of_the_output_the_last_build_counts_no_more(kept: KeptPages) -> None:
    keeping = Keeping(kept, "satu")
    keeping.take({"a.html": Packed(("a.md",), b"A2"), "feed.xml": None})
    keeping.pause()
    assert kept.generation() == "satu"
    keeping.write()
    assert kept.generation() == ""
    assert kept.showing(["a.md"]) == {"a.html": b"A2"}


def test_a_page_without_a_text_is_forgotten(kept: KeptPages) -> None:
    keeping = Keeping(kept, "satu")
    keeping.take({"a.html": None})
    keeping.write()
    assert kept.showing(["a.md"]) == {}


@pytest.mark.parametrize("before", ["", "lain"])
def test_what_another_build_left_is_forgotten(kept: KeptPages, before: str) -> None:
    keeping = Keeping(kept, before)
    assert kept.showing(["a.md"]) == {}
    keeping.take({f"{number}.html": Packed((f"{number}.md",), b"x") for number in range(700)})
    assert kept.showing(["699.md"]) == {"699.html": b"x"}
