"""URL paths to files: plain names below the root, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lontar.serve.files import Missing, parts_of, read_file, url_of
from tests.serve.hostile import spellings


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "rahasia.txt").write_text("RAHASIA")
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar/rahasia.txt").write_text("RAHASIA")
    root = tmp_path / "a/keluaran"
    (root / "berita/kosong").mkdir(parents=True)
    (root / "index.html").write_text("beranda")
    (root / "berita/index.html").write_text("berita")
    (root / "berita/kain é.txt").write_text("nama")
    (root / ".lontar-manifest").write_text("RAHASIA")
    (root / "tautan.txt").symlink_to(tmp_path / "rahasia.txt")
    (root / "tautan").symlink_to(tmp_path / "luar")
    os.mkfifo(root / "pipa")
    return root


def read(root: Path, path: str) -> bytes | Missing:
    parts = parts_of(path)
    return Missing.NOTHING if parts is None else read_file(root, parts)


def test_files_and_folders(root: Path) -> None:
    assert read(root, "/") == b"beranda"
    assert read(root, "/index.html") == b"beranda"
    assert read(root, "/berita/") == b"berita"
    assert read(root, "/berita") is Missing.SLASH
    assert read(root, "/berita/kosong") is Missing.NOTHING
    assert read(root, "/berita/kosong/") is Missing.NOTHING
    assert read(root, "/tidak/ada") is Missing.NOTHING
    assert read(root.parent / "tidak-ada", "/") is Missing.NOTHING


def test_names_in_any_spelling(root: Path) -> None:
    assert read(root, "/berita/kain%20%C3%A9.txt") == b"nama"
    assert read(root, "/berita/kain%20\xc3\xa9.txt") == b"nama"  # the bytes as they are, read as latin-1
    assert read(root, "/%62erita/") == b"berita"
    assert url_of(("berita", "kain é", "")) == "/berita/kain%20%C3%A9/"


@pytest.mark.parametrize("path", list(spellings()))
def test_no_spelling_leads_out(root: Path, path: str) -> None:
    assert read(root, path) is Missing.NOTHING


def test_a_folder_that_becomes_a_link_is_no_folder(root: Path) -> None:
    (root / "berita").rename(root / "lama")
    (root / "berita").symlink_to(root / "lama")
    assert read(root, "/berita/") is Missing.NOTHING
