"""What editors do to files is noted, whatever way they do it; what they leave behind meanwhile is not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lontar.serve.changes import Changes
from lontar.serve.watcher import Watcher
from tests.building import write

PATIENT = 20.0


class Watched:
    """A small site that is watched."""

    def __init__(self, root: Path) -> None:
        self.root = write(
            root / "situs",
            {
                "site_config.yaml": "a",
                "content/berita/a.md": "a",
                "content/media/x.jpg": "x",
                "templat/a.html": "t",
            },
        )
        self.changes = Changes()
        self.watcher = Watcher(self.root, self.root / "templat", self.changes)
        self.watcher.start()
        assert self.watcher.works

    def noted(self) -> set[str]:
        """All that was noted of what was done, up to the mark that is set now."""
        found: set[str] = set()
        mark = self.root / "content/tanda.txt"
        mark.write_text(str(os.urandom(4)))
        while "content/tanda.txt" not in found:
            paths = self.changes.wait(PATIENT)
            assert paths, "no event came"
            found.update(paths)
        return found - {"content/tanda.txt"}


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    one = Watched(tmp_path)
    yield one
    one.watcher.stop()


def test_every_kind_of_change(watched: Watched) -> None:
    berita = watched.root / "content/berita"
    (berita / "a.md").write_text("b")
    (berita / "b.md").write_text("b")
    (watched.root / "site_config.yaml").write_text("b")
    (watched.root / "survey-results.json").write_text("{}")
    (watched.root / "templat/a.html").write_text("b")
    (watched.root / "content/media/x.jpg").unlink()
    assert watched.noted() == {
        "content/berita/a.md",
        "content/berita/b.md",
        "site_config.yaml",
        "survey-results.json",
        "templates/a.html",
        "content/media/x.jpg",
    }


def test_only_what_a_build_reads(watched: Watched) -> None:
    write(watched.root, {"lain.txt": "x", "output/index.html": "x", ".cache/x": "x", ".git/index": "x"})
    (watched.root / "content/berita/a.md").read_bytes()
    assert watched.noted() == set()


@pytest.mark.parametrize(
    "name", [".a.md.swp", "a.md~", ".#a.md", "#a.md#", "4913", "a.md.tmp", ".goutputstream-X1"]
)
def test_what_editors_leave_behind_is_not_noted(watched: Watched, name: str) -> None:
    (watched.root / "content/berita" / name).write_text("x")
    (watched.root / "content/berita" / name).unlink()
    assert watched.noted() == set()


def test_saving_by_a_rename_is(watched: Watched) -> None:
    file = watched.root / "content/berita/a.md"
    rough = file.with_name(".a.md.tmp")
    rough.write_text("neu")
    rough.replace(file)
    assert watched.noted() == {"content/berita/a.md"}
    file.rename(file.with_name("a.md~"))  # as vim does
    file.write_text("neu")
    assert watched.noted() == {"content/berita/a.md"}


def test_new_and_moved_folders_are_watched(watched: Watched) -> None:
    berita = watched.root / "content/berita"
    write(watched.root, {"content/berita/2026/11/kabar.md": "x"})
    assert "content/berita/2026/11/kabar.md" in watched.noted()
    (berita / "2026").rename(berita / "2027")
    assert {"content/berita/2026", "content/berita/2027"} <= watched.noted()
    (berita / "2027/11/kabar.md").write_text("y")
    assert watched.noted() == {"content/berita/2027/11/kabar.md"}
    shutil.rmtree(berita / "2027")
    assert "content/berita/2027/11/kabar.md" in watched.noted()


def test_content_that_is_replaced_as_a_whole_is_watched_again(watched: Watched) -> None:
    content = watched.root / "content"
    content.rename(watched.root / "lama")
    write(watched.root, {"content/berita/baru.md": "x"})
    assert "content" in watched.changes.wait(PATIENT)
    watched.watcher.refresh()
    write(watched.root, {"content/berita/baru.md": "y"})
    assert "content/berita/baru.md" in watched.noted()


def test_a_folder_that_comes_later(tmp_path: Path) -> None:
    root = write(tmp_path, {"templat/a.html": "x"})
    changes = Changes()
    watcher = Watcher(root, root / "templat", changes)
    watcher.start()
    try:
        write(root, {"content/berita/a.md": "x"})
        assert changes.wait(PATIENT)
        watcher.refresh()
        write(root, {"content/berita/a.md": "y"})
        while "content/berita/a.md" not in (paths := changes.wait(PATIENT)):
            assert paths, "no event came"
    finally:
        watcher.stop()
