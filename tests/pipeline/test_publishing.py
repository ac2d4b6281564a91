"""The order and care of publication."""

from __future__ import annotations

import os

from lontar.output import MANIFEST, STAGING, OutputDir
from tests.pipeline.conftest import Place


def test_no_staging_folder_is_left(place: Place) -> None:
    place.build()
    assert not (place.output / STAGING).exists()


def test_what_a_killed_build_began_is_known_as_ours(place: Place) -> None:
    """A file that is published but not yet in the final manifest is removed when its page goes away."""
    place.build()
    output = OutputDir(place.output)
    stray = place.output / "berita/setengah/index.html"
    stray.parent.mkdir()
    stray.write_text("setengah")
    output.write_manifest({**output.manifest(), "berita/setengah/index.html": "0" * 64})
    place.article(1, title="Lain")
    place.build()
    assert not stray.parent.exists()


def test_a_page_may_take_the_place_of_a_folder_and_back(place: Place) -> None:
    place.article(1, aliases="[/unduh]")
    place.build()
    assert (place.output / "unduh/index.html").is_file()
    place.article(1, aliases="[/unduh.html]")
    place.build()
    assert (place.output / "unduh.html").is_file()
    assert not (place.output / "unduh").exists()
    assert place.tree() == place.clean_tree()


def test_manifest_stays_untouched_when_nothing_changed(place: Place) -> None:
    place.build()
    before = (place.output / MANIFEST).stat().st_mtime_ns
    place.build()
    assert (place.output / MANIFEST).stat().st_mtime_ns == before


def test_published_files_are_plain_and_readable(place: Place) -> None:
    old = os.umask(0o022)
    try:
        place.build()
    finally:
        os.umask(old)
    modes = {path.stat().st_mode & 0o777 for path in place.output.rglob("*") if path.is_file()}
    assert modes == {0o644}
