"""After a storm of changes the preview is what a clean build makes, as big as before, and gone at the end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lontar.pipeline.build import build
from lontar.pipeline.report import Request
from tests.pipeline.conftest import Place
from tests.serve.running import Running, preview, until
from tests.serve.storm import Storm

SOAK = bool(os.environ.get("LONTAR_SOAK"))
MOST_GROWTH = 1.25
MEGABYTE = 1 << 20


def memory(running: Running) -> int:
    """Bytes that the server and the build hold for themselves."""
    return sum(one.memory_info().rss for one in running.family())


def clean_tree(place: Place, folder: Path) -> dict[str, str]:
    """What a build from nothing makes, drafts included, on this very day."""
    request = Request(
        place.root, folder / "bersih", folder / "bersih-cache", place.request.templates, drafts=True
    )
    build(request, lambda *_: None, lambda: None)
    return place.tree(request.output)


def calm(place: Place, running: Running, word: str) -> None:
    """Wait until the preview shows what was written last."""
    place.write("content/berita/terakhir.md", place.read("content/berita/kabar-3.md") + f"\n{word}\n")
    until(lambda: word in running.get("/berita/terakhir/").text, "the last change")
    until(lambda: not running.state()["mistakes"], "no mistake is left")


@pytest.mark.alone
def test_a_storm(place: Place, tmp_path: Path) -> None:
    operations, seconds = (2000, 20.0) if SOAK else (200, 2.0)
    options = ("--jobs", "2")
    with preview(place.root, *options, templates=place.request.templates) as running:
        storm = Storm(place, seed=int(os.environ.get("LONTAR_SEED", 1)))
        storm.blow(100, 1.0)
        storm.mend()
        calm(place, running, "Reda pertama.")
        before = memory(running)
        storm.blow(operations, seconds)
        assert running.process.poll() is None
        storm.mend()
        calm(place, running, "Reda terakhir.")
        after = memory(running)
        output = place.root / ".cache/preview/output"
        expected = clean_tree(place, tmp_path)
        until(lambda: place.tree(output) == expected, "output equals that of a clean build")
        grown = f"{before / MEGABYTE:.0f} → {after / MEGABYTE:.0f} MB"
        assert after < before * MOST_GROWTH + 20 * MEGABYTE, grown
        assert "Traceback" not in running.text
        assert running.stop() == 0
    print(f"{operations} operations in {seconds:.0f} s: {len(expected)} files as of a clean build, {grown}")
