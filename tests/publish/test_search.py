"""The search index: listed, kept by builds, made anew when pages changed, never half there."""

from __future__ import annotations

import json

import pytest

from tests.building import NEWS, article, tree, write
from tests.cli import conftest
from tests.cli.conftest import Shell

shell = conftest.shell
TODAY = ("--today", "2025-12-01")


@pytest.fixture(autouse=True)
def made(shell: Shell) -> None:
    assert shell.run(*TODAY) == 0
    assert shell.run("search", "--lang", "en") == 0


def index(shell: Shell) -> dict[str, bytes]:
    whole = tree(shell.root / "output")
    return {path: data for path, data in whole.items() if path.startswith("pagefind/")}


def pages(shell: Shell) -> int:
    entry = json.loads(index(shell)["pagefind/pagefind-entry.json"])
    return sum(one["page_count"] for one in entry["languages"].values())


def test_the_index_is_part_of_what_was_made(shell: Shell) -> None:
    assert pages(shell) > 0
    assert not [path for path in index(shell) if "-ui." in path]
    assert shell.run("verify", *TODAY) == 0


def test_the_same_pages_are_not_indexed_again(shell: Shell) -> None:
    before = index(shell)
    assert shell.run("search", "--lang", "en") == 0
    assert "(0 written, 0 deleted)" in shell.said
    assert index(shell) == before


def test_builds_leave_it_alone(shell: Shell) -> None:
    before = index(shell)
    write(shell.root, {NEWS: article("Kata yang lain sama sekali.")})
    assert shell.run(*TODAY) == 0
    assert shell.run("build", "--clean", *TODAY) == 0
    assert index(shell) == before
    assert shell.run("verify", "--quick") == 0


def test_a_new_page_is_found_and_a_lost_one_is_not(shell: Shell) -> None:
    count = pages(shell)
    write(shell.root, {"content/berita/baru.md": article(title="Baru")})
    shell.run(*TODAY)
    assert shell.run("search") == 0
    assert pages(shell) == count + 1
    (shell.root / "content/berita/baru.md").unlink()
    shell.run(*TODAY)
    assert shell.run("search") == 0
    assert pages(shell) == count
    assert shell.run("verify", *TODAY) == 0


def test_a_damaged_index_is_mended(shell: Shell) -> None:
    file = shell.root / "output/pagefind/pagefind.js"
    file.write_bytes(b"broken")
    assert shell.run("verify", "--quick") == 1
    assert shell.run("search") == 0
    assert shell.run("verify", "--quick") == 0


def test_without_a_build_there_is_nothing_to_index(shell: Shell) -> None:
    (shell.root / "output/.lontar-manifest").unlink()
    assert shell.run("search", "--lang", "en") == 2
    assert "run python build.py first" in shell.told
