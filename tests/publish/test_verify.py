"""Every kind of difference between what was built and what is there."""

from __future__ import annotations

import os

from lontar.publish.verify import Difference, against_clean, against_manifest
from tests.publish.conftest import PHOTO, STYLE, Desk


def test_a_built_folder_has_no_difference(desk: Desk) -> None:
    (desk.output.root / ".gitkeep").touch()
    assert against_manifest(desk.output) == []


def test_every_difference_is_named(desk: Desk) -> None:
    root = desk.output.root
    (root / "index.html").write_bytes(b"beranda lain")
    (root / "feed.xml").unlink()
    (root / STYLE).unlink()
    (root / STYLE).symlink_to("/dev/null")
    (root / PHOTO).unlink()
    (root / PHOTO).mkdir()
    (root / "berita/asing.html").write_text("x")
    (root / "berita/taut").symlink_to(root)
    assert against_manifest(desk.output) == [
        Difference(STYLE, "missing"),
        Difference("berita/asing.html", "foreign"),
        Difference("berita/taut", "foreign"),
        Difference("feed.xml", "missing"),
        Difference("index.html", "differs"),
        Difference(PHOTO, "missing"),
    ]


def test_one_flipped_bit_is_found(desk: Desk) -> None:
    file = desk.output.root / PHOTO
    before = file.stat()
    file.write_bytes(bytes([file.read_bytes()[0] ^ 1]) + file.read_bytes()[1:])
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert against_manifest(desk.output) == [Difference(PHOTO, "differs")]


def test_against_a_clean_build() -> None:
    assert against_clean({"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"}) == [
        Difference("b", "outdated"),
        Difference("c", "superfluous"),
        Difference("d", "unbuilt"),
    ]
