"""Finding files: what counts, what is left alone, and what is said of the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lontar.load.sources import Sources, honest, honest_all, is_temporary, scan, stamp_of
from tests.building import values_of, write


def codes(sources: Sources) -> list[tuple[str, str]]:
    return [(one.place.path, one.code) for one in sources.problems]


def test_files_are_sorted_by_what_they_are_for(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "content/berita/2025/kabar/index.md": "a",
            "content/berita/2025/kabar/foto.JPG": "b",
            "content/produk/kain.yml": "c",
            "content/media/x.webp": "d",
            "content/media/data.csv": "e",
            "content/perajin/x.yaml": "g",
            "site_config.yaml": "h",
        },
    )
    found = scan(tmp_path)
    assert list(found.records) == [
        "content/berita/2025/kabar/index.md",
        "content/perajin/x.yaml",
        "content/produk/kain.yml",
    ]
    assert list(found.photos) == ["content/berita/2025/kabar/foto.JPG", "content/media/x.webp"]
    assert found.others == {"content/media/data.csv"}
    assert found.problems == ()


def test_a_stamp_changes_with_its_file(tmp_path: Path) -> None:
    write(tmp_path, {"content/berita/a.md": "x"})
    before = scan(tmp_path).records["content/berita/a.md"]
    assert before == stamp_of(tmp_path / "content/berita/a.md")
    assert before[0] == 1
    os.utime(tmp_path / "content/berita/a.md", ns=(1, 1))
    assert scan(tmp_path).records["content/berita/a.md"] != before


def test_without_content_that_is_said(tmp_path: Path) -> None:
    assert codes(scan(tmp_path)) == [("content", "content-missing")]


@pytest.mark.parametrize(
    "name",
    [".x.md.swp", "x.md~", "#x.md#", ".DS_Store", "x.tmp", "Thumbs.db", "x.jpg.crdownload", "4913", "x.bak"],
)
def test_what_editors_leave_is_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"content/berita/a.md": "x", f"content/berita/{name}": "y", f"content/{name}": "z"})
    found = scan(tmp_path)
    assert is_temporary(name)
    assert list(found.records) == ["content/berita/a.md"]
    assert (found.others, found.problems) == (frozenset(), ())


def test_a_hidden_folder_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {"content/.git/x.md": "x", "content/berita/.cache/y.md": "y"})
    assert scan(tmp_path) == Sources({}, {}, frozenset(), ())


def test_an_unknown_folder_is_told_with_the_nearest(tmp_path: Path) -> None:
    write(tmp_path, {"content/produks/a.yaml": "x", "content/zzz/b.md": "y"})
    found = scan(tmp_path)
    assert codes(found) == [("content/produks/", "folder-unknown"), ("content/zzz/", "folder-unknown")]
    assert [values_of(one)["nearest"] for one in found.problems] == ["produk", ""]
    assert found.records == {}


def test_a_text_of_another_kind_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"content/produk/kain.md": "x", "content/berita/a.yaml": "y", "content/berita/b.MD": "z"})
    found = scan(tmp_path)
    assert {path for path, code in codes(found) if code == "wrong-suffix"} == {
        "content/produk/kain.md",
        "content/berita/a.yaml",
        "content/berita/b.MD",
    }


def test_links_may_only_lead_to_files_inside(tmp_path: Path) -> None:
    outside = tmp_path / "luar.md"
    outside.write_text("rahasia")
    root = write(tmp_path / "situs", {"content/berita/a.md": "x", "content/media/f.jpg": "y"})
    berita = root / "content/berita"
    (berita / "dalam.jpg").symlink_to(root / "content/media/f.jpg")
    (berita / "luar.md").symlink_to(outside)
    (berita / "putus.md").symlink_to(root / "tiada.md")
    (berita / "putar.md").symlink_to(berita / "putar.md")
    (berita / "map").symlink_to(root / "content/media", target_is_directory=True)
    (root / "content" / "produk").symlink_to(tmp_path, target_is_directory=True)
    found = scan(root)
    assert list(found.photos) == ["content/berita/dalam.jpg", "content/media/f.jpg"]
    assert list(found.records) == ["content/berita/a.md"]
    assert codes(found) == [
        ("content/berita/luar.md", "link-outside"),
        ("content/berita/map", "link-to-folder"),
        ("content/berita/putar.md", "link-dangling"),
        ("content/berita/putus.md", "link-dangling"),
        ("content/produk", "link-outside"),
    ]


def test_a_neighbour_with_a_longer_name_is_outside(tmp_path: Path) -> None:
    write(tmp_path, {"situs/content/berita/a.md": "x", "situs-lain/b.md": "y"})
    (tmp_path / "situs/content/berita/b.md").symlink_to(tmp_path / "situs-lain/b.md")
    assert codes(scan(tmp_path / "situs")) == [("content/berita/b.md", "link-outside")]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    write(tmp_path, {"content/berita/a.md": "x"})
    os.mkfifo(tmp_path / "content/berita/b.md")
    found = scan(tmp_path)
    assert codes(found) == [("content/berita/b.md", "not-a-file")]


def test_folders_end_somewhere(tmp_path: Path) -> None:
    deep = "content/berita/" + "/".join(["x"] * 14)
    write(tmp_path, {f"{deep}/a.md": "x"})
    assert [code for _, code in codes(scan(tmp_path))] == ["folders-too-deep"]


def test_names_with_odd_letters_are_found(tmp_path: Path) -> None:
    write(tmp_path, {"content/media/foto kué é.jpg": "x"})
    assert list(scan(tmp_path).photos) == ["content/media/foto kué é.jpg"]


def test_only_stamps_that_are_too_fresh_are_forgotten() -> None:
    now, old = 10_000_000_000, (1, 1_000_000_000, 7)
    assert honest_all({"a.md": old}, now) == {"a.md": old}
    assert honest_all({"a.md": old, "b.md": (2, now, 8)}, now) == {
        "a.md": old,
        "b.md": honest((2, now, 8), now),
    }
    assert honest((2, now, 8), now) != (2, now, 8)


def test_a_folder_named_like_a_file_is_looked_into(tmp_path: Path) -> None:
    write(tmp_path, {"content/berita/lama.md/kabar.md": "x"})
    assert list(scan(tmp_path).records) == ["content/berita/lama.md/kabar.md"]


def test_the_folder_itself_is_no_temporary_file() -> None:
    assert not is_temporary("")  # as the watcher names it
