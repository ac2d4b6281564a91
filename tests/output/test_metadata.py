"""No published byte tells where, when or with what a photo was taken."""

from __future__ import annotations

from tests.tools import metadata
from tests.tools.finding import told
from tests.tools.sample import ROOT
from tests.tools.site import BuiltSite


def test_no_published_file_says_more_than_its_pixels(built: BuiltSite) -> None:
    found = metadata.check(built.root)
    assert not found, told(found)


def test_the_photos_it_was_made_from_do(built: BuiltSite) -> None:
    """So the test above proves something: some sources carry a position, a camera and a comment, and
    pages show them."""
    marked = {finding.path for finding in metadata.check(ROOT / "content") if "Kamera Uji" in finding.text}
    assert len(marked) >= 3
    assert list(built.root.rglob("*.webp"))
