"""`verify` from a shell: names of files, a sentence, an exit code."""

from __future__ import annotations

import pytest

from tests.building import NEWS, article, tree, write
from tests.cli.conftest import Shell

TODAY = ("--today", "2025-12-01")


@pytest.fixture(autouse=True)
def made(shell: Shell) -> None:
    shell.run(*TODAY)


@pytest.mark.parametrize("how", [(), ("--quick",)])
def test_what_was_built_is_as_it_was_built(shell: Shell, how: tuple[str, ...]) -> None:
    before = tree(shell.root)
    assert shell.run("verify", *how, *TODAY, "--lang", "en") == 0
    files = len(tree(shell.root / "output")) - 1
    assert shell.said == f"Files: {files}, all as they were built.\n"
    assert tree(shell.root) == before


def test_every_file_that_differs_is_named(shell: Shell) -> None:
    output = shell.root / "output"
    (output / "robots.txt").write_text("lain")
    (output / "feed.xml").unlink()
    (output / "asing.html").write_text("x")
    assert shell.run("verify", "--quick", "--lang", "en") == 1
    assert shell.said.splitlines() == [
        "asing.html: was not made by the build",
        "feed.xml: missing",
        "robots.txt: changed after it was built",
    ]
    assert shell.told.startswith("Files not as they should be: 3 (")


def test_one_file_is_counted_as_one(shell: Shell) -> None:
    (shell.root / "output/robots.txt").write_text("lain")
    assert shell.run("verify", "--quick", "--lang", "en") == 1
    assert shell.told.startswith("Files not as they should be: 1 (")
    assert shell.run("verify", "--quick", "--lang", "id") == 1
    assert shell.told.startswith("1 berkas tidak seperti seharusnya")


def test_an_edit_since_the_build_shows_against_a_clean_build(shell: Shell) -> None:
    write(shell.root, {NEWS: article("Lain."), "content/berita/baru.md": article(title="Baru")})
    assert shell.run("verify", "--quick") == 0
    assert shell.run("verify", *TODAY, "--lang", "en") == 1
    assert "berita/kabar/index.html: a clean build makes it otherwise" in shell.said
    assert "berita/baru/index.html: a clean build makes it, too" in shell.said


def test_mistakes_in_content_are_told(shell: Shell) -> None:
    write(shell.root, {NEWS: article(date="besok")})
    assert shell.run("verify", "--lang", "en") == 1
    assert "There is no clean build to compare with:" in shell.told
    assert f"{NEWS}:3: " in shell.told


def test_without_a_build_there_is_nothing_to_verify(shell: Shell) -> None:
    assert shell.run("verify", "--output", str(shell.root / "tiada"), "--lang", "en") == 2
    assert "run python build.py first" in shell.told
    assert not (shell.root / "tiada").exists()
