"""One content, one tree of bytes: whatever the machine, the person or the day of the week is like."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.pipeline.conftest import TODAY, Place, make_place

ROOT = Path(__file__).resolve().parents[2]
PYTHONS = ROOT / ".venv/pythons"
"""Other Pythons of this machine with what a build needs: see scripts/pythons.sh."""
MINORS = (11, 12, 13)


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, dict[str, str]]:
    """A small but whole site (two languages, every kind of page, photos), and the tree of its output."""
    place = make_place(tmp_path_factory.mktemp("acuan"))
    for number in range(8, 29):
        place.article(number, tags="[batik, 'kerja sama', Jati]", updated=f"2026-02-{number:02d} 08:30")
    place.article(5, cover="{file: /media/kain.png, alt: Kain}", aliases="[/lama/]")
    place.write("content/halaman/tentang.en.md", "---\ntitle: About\n---\n\nAbout us.\n")
    place.write("content/berita/kabar-6.en.md", place.read("content/berita/kabar-6.md"))
    place.build()
    return place, place.tree()


def built_by(
    place: Place, folder: Path, python: str = sys.executable, more: Sequence[str] = (), **environment: str
) -> dict[str, str]:
    """The tree that the command makes of the place, as a process in this environment."""
    output = folder / "keluaran-lain"
    command = [
        *(python, str(ROOT / "build.py"), "--root", str(place.root), "--output", str(output)),
        *("--templates", str(place.request.templates), "--cache", str(folder / "simpanan-lain")),
        *("--today", str(TODAY), "--lang", "en", *more),
    ]
    env = {**os.environ, **environment}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=env, cwd=folder)
    assert run.returncode == 0, run.stderr
    return place.tree(output)


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "America/St_Johns", "PYTHONHASHSEED": "1"},
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
        {"TZ": "UTC", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4294967295"},
        {"LC_ALL": "id_ID.UTF-8", "PYTHONUTF8": "0", "PYTHONHASHSEED": "0"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "1", "HOME": "/nonexistent", "USER": "orang-lain"},
    ],
    ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()),
)
def test_time_zone_locale_and_hash_seed(
    reference: tuple[Place, dict[str, str]], tmp_path: Path, environment: dict[str, str]
) -> None:
    place, tree = reference
    assert built_by(place, tmp_path, **environment) == tree


@pytest.mark.parametrize("jobs", ["1", "2", "5"])
def test_number_of_processes(reference: tuple[Place, dict[str, str]], tmp_path: Path, jobs: str) -> None:
    place, tree = reference
    assert built_by(place, tmp_path, more=["--jobs", jobs]) == tree


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_umask(reference: tuple[Place, dict[str, str]], tmp_path: Path, umask: int) -> None:
    place, tree = reference
    old = os.umask(umask)
    try:
        assert built_by(place, tmp_path) == tree
    finally:
        os.umask(old)


@pytest.mark.parametrize("seed", [1, 2])
def test_order_of_folders_and_absolute_path(
    reference: tuple[Place, dict[str, str]], tmp_path: Path, seed: int
) -> None:
    """A copy of the site's and the theme's files in another order, at a longer path, with other dates."""
    place, tree = reference
    there = tmp_path / "jalan yang panjang" / "é"
    files = [path for path in place.root.parent.rglob("*") if path.is_file() and is_source(place, path)]
    random.Random(seed).shuffle(files)
    for number, path in enumerate(files):
        target = there / path.relative_to(place.root.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (10**9 + number, 10**9 + number))
    copy = Place(there / place.root.name, place.request)
    more = ["--templates", str(there / place.request.templates.name)]
    assert built_by(copy, tmp_path, more=more) == tree


def is_source(place: Place, path: Path) -> bool:
    return place.root in path.parents or place.request.templates in path.parents


def test_incremental_and_clean(reference: tuple[Place, dict[str, str]], tmp_path: Path) -> None:
    """From a build of something else, step by step to the same content."""
    place, tree = reference
    folder = tmp_path / "situs"
    shutil.copytree(place.root, folder)
    copy = Place(folder, place.request)
    (folder / "content/berita/kabar-6.md").rename(folder / "content/berita/kabar-99.md")
    (folder / "content/halaman/tentang.en.md").unlink()
    assert built_by(copy, tmp_path) != tree
    (folder / "content/berita/kabar-99.md").rename(folder / "content/berita/kabar-6.md")
    shutil.copyfile(place.root / "content/halaman/tentang.en.md", folder / "content/halaman/tentang.en.md")
    assert built_by(copy, tmp_path) == tree
    assert built_by(copy, tmp_path, more=["--clean"]) == tree


@pytest.mark.parametrize("minor", MINORS)
def test_python(reference: tuple[Place, dict[str, str]], tmp_path: Path, minor: int) -> None:
    place, tree = reference
    python = PYTHONS / f"3.{minor}/bin/python"
    if minor == sys.version_info.minor:
        python = Path(sys.executable)
    elif not python.exists():
        pytest.skip(f"this machine has no Python 3.{minor} (see scripts/pythons.sh)")
    said = subprocess.run([python, "-V"], capture_output=True, text=True, check=True).stdout
    assert said.startswith(f"Python 3.{minor}.")
    assert built_by(place, tmp_path, python=str(python)) == tree
