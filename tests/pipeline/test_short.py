"""When nothing but words changed, no site is loaded, and the output is what a full build makes."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from lontar.errors import ContentErrors
from tests.pipeline.conftest import TODAY, Place, age

ROOT = Path(__file__).parents[2]
BUILD = """
import json, sys
from pathlib import Path
from lontar.cli.main import run
code = run(sys.argv[1:], Path())
print(json.dumps({"code": code, "modules": sorted(sys.modules)}))
"""


@pytest.fixture
def settled(place: Place) -> Place:
    """Built, with files that are all old enough to be trusted."""
    age(place)
    place.build()
    return place


def full_build_made(place: Place, *words: str) -> bool:
    """Build in a process of its own; whether the plan of the site was made for it."""
    request = place.request
    folders = ("--root", request.root, "--output", request.output, "--cache", request.cache)
    call = [
        sys.executable,
        "-c",
        BUILD,
        *map(str, folders),
        "--templates",
        str(request.templates),
        "--today",
        str(TODAY),
        *words,
    ]
    told = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = json.loads(told.splitlines()[-1])
    assert found["code"] == 0
    return "lontar.pages.plan" in found["modules"]


def edit(place: Place, path: str, old: str, new: str) -> None:
    text = place.read(path)
    assert old in text
    place.write(path, text.replace(old, new))


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/berita/kabar-1.md", "Isi kabar 1.", "Isi **lain**."),
        ("content/berita/kabar-7.md", "Isi kabar 7.", "Isi lain, di semua umpan."),
        ("content/halaman/tentang.md", "Tentang kami.", "Tentang kita."),
        ("content/berita/kabar-2.md", "Isi kabar 2.", "Isi kabar 2."),
        ("content/agenda/pasar.md", "Isi acara pasar.", "Isi **lain**."),
    ],
)
def test_words_are_mended_the_short_way(settled: Place, path: str, old: str, new: str) -> None:
    summary = "summary: Tetap.\ntitle: Tentang"
    if "halaman" in path:
        edit(settled, path, "title: Tentang", summary)
        settled.build()
    edit(settled, path, old, new)
    assert not full_build_made(settled)
    assert settled.tree() == settled.clean_tree()
    assert settled.build().rendered == 0
    assert not full_build_made(settled)


def test_several_edits_one_after_another(settled: Place) -> None:
    for number in (1, 7, 1, 3, 5):
        path = f"content/berita/kabar-{number}.md"
        settled.write(path, settled.read(path) + f"\nSatu kalimat lagi, {number}.\n")
        assert not full_build_made(settled)
    assert settled.tree() == settled.clean_tree()
    edit(settled, "content/berita/kabar-1.md", "Kabar 1", "Kabar satu")
    assert full_build_made(settled)
    assert settled.tree() == settled.clean_tree()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/berita/kabar-1.md", "title: Kabar 1", "title: Lain"),
        ("content/berita/kabar-1.md", "Isi kabar 1.", "## Judul"),
        ("content/berita/kabar-3.md", "[[survei: puas]]", ""),
        ("content/survei/puas.yaml", "Puas?", "Puaskah?"),
        ("content/agenda/pasar.md", "start: 2026-03-01", "start: 2026-03-02"),
        ("content/agenda/pasar.md", "Alun-alun", "Pendapa"),
        ("content/produk/sarung.yaml", "1000", "2000"),
    ],
)
def test_anything_else_takes_the_full_way(settled: Place, path: str, old: str, new: str) -> None:
    edit(settled, path, old, new)
    assert full_build_made(settled)
    assert settled.tree() == settled.clean_tree()


def test_another_photo_template_or_setting_takes_the_full_way(settled: Place) -> None:
    edit(settled, "content/berita/kabar-1.md", "Isi", "Lain")
    (settled.request.templates / "partials/footer.html").touch()
    assert full_build_made(settled)
    edit(settled, "content/berita/kabar-1.md", "Lain", "Isi")
    assert full_build_made(settled, "--drafts")


def test_an_altered_or_lost_output_takes_the_full_way(settled: Place) -> None:
    edit(settled, "content/berita/kabar-1.md", "Isi", "Lain")
    (settled.output / "berita/kabar-2/index.html").write_text("diubah")
    assert full_build_made(settled)
    assert settled.tree() == settled.clean_tree()


@pytest.mark.parametrize("damage", ["pages", "generation", "letter", "bodies"])
def test_a_damaged_cache_takes_the_full_way(settled: Place, damage: str) -> None:
    edit(settled, "content/berita/kabar-1.md", "Isi", "Lain")
    (pages,) = settled.request.cache.glob("pages-*.sqlite3")
    if damage == "pages":
        pages.write_bytes(b"bukan basis data" * 300)
    elif damage == "generation":
        connection = sqlite3.connect(pages)
        with connection:
            connection.execute("UPDATE generation SET name = 'lain'")
        connection.close()
    elif damage == "letter":
        connection = sqlite3.connect(pages)
        with connection:
            connection.execute("UPDATE page SET data = CAST(replace(hex(data), '00', '01') AS BLOB)")
        connection.close()
    else:
        for number in range(2, 8):
            edit(settled, f"content/berita/kabar-{number}.md", "category", "category")
        next(settled.request.cache.glob("bodies-*.sqlite3")).unlink()
    assert full_build_made(settled) or damage == "bodies"
    assert settled.tree() == settled.clean_tree()
    edit(settled, "content/berita/kabar-1.md", "Lain", "Lagi")
    assert not full_build_made(settled)
    assert settled.tree() == settled.clean_tree()


def test_a_mistake_is_told_by_the_full_way_and_mended_by_the_short(settled: Place) -> None:
    before = settled.tree()
    edit(settled, "content/berita/kabar-1.md", "Isi", "[Salah](/tiada/)")
    with pytest.raises(ContentErrors):
        settled.build()
    assert settled.tree() == before
    edit(settled, "content/berita/kabar-1.md", "[Salah](/tiada/)", "Mended")
    assert not full_build_made(settled)
    assert settled.tree() == settled.clean_tree()
