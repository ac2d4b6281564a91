"""`publish` from a shell: a build first, then what travelled, in words; and what stops it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lontar.messages import cli_texts
from tests.building import CONFIG, NEWS, article, tree, write
from tests.cli.conftest import Shell

ID, EN = cli_texts("id"), cli_texts("en")


@pytest.fixture
def where(shell: Shell) -> Path:
    found = shell.root.parent / "www"
    write(shell.root, {"site_config.yaml": f"{CONFIG}publish: {{lokal: {{kind: dir, path: {found}}}}}\n"})
    return found


def published(where: Path) -> dict[str, bytes]:
    return tree(where / "current/") if where.exists() else {}


def test_the_site_is_built_and_published(shell: Shell, where: Path) -> None:
    assert shell.run("publish") == 0
    assert published(where) == tree(shell.root / "output")
    assert shell.said.startswith("Terbit di lokal: rilis 2")
    assert shell.run("publish", "lokal", "--lang", "en") == 0
    assert shell.said == "lokal is up to date: nothing to publish.\n"


def test_only_what_changed_is_told(shell: Shell, where: Path) -> None:
    shell.run("publish")
    write(shell.root, {NEWS: article("Isi lain.", cover="{file: /media/a.jpg, alt: A}")})
    assert shell.run("publish", "--dry-run", "--lang", "en") == 0
    lines = shell.said.splitlines()
    assert "+ berita/kabar/index.html" in lines
    assert "+ robots.txt" not in lines
    assert lines[-1].startswith(f"To lokal would go: {len(lines) - 1} files (")
    assert b"Isi lain." not in published(where)["berita/kabar/index.html"]
    shell.run("publish")
    assert b"Isi lain." in published(where)["berita/kabar/index.html"]


def test_a_mistake_publishes_nothing(shell: Shell, where: Path) -> None:
    shell.run("publish")
    before = published(where)
    write(shell.root, {NEWS: article(date="besok")})
    assert shell.run("publish") == 1
    assert shell.told.splitlines()[0] == ID["not_published"]
    assert f"{NEWS}:3: " in shell.told
    assert published(where) == before
    assert shell.run("publish", "--dry-run") == 1


def test_drafts_of_an_earlier_build_are_not_published(shell: Shell, where: Path) -> None:
    write(shell.root, {"content/berita/draf.md": article(draft="true")})
    shell.run("--drafts")
    assert (shell.root / "output/berita/draf/index.html").exists()
    assert shell.run("publish") == 0
    assert "berita/draf/index.html" not in published(where)


def test_warnings_are_told_and_do_not_stop_it(shell: Shell, where: Path) -> None:
    write(shell.root, {NEWS: article(summary=None)})
    assert shell.run("publish", "--lang", "en") == 0
    assert "Warnings: 1" in shell.told
    assert published(where)


def test_the_way_back(shell: Shell, where: Path) -> None:
    shell.run("publish")
    before = published(where)
    write(shell.root, {NEWS: article("Salah terbit.")})
    shell.run("publish")
    assert shell.run("publish", "--rollback", "--lang", "en") == 0
    assert shell.said.startswith("lokal shows release 2")
    assert published(where) == before
    assert shell.run("publish", "--rollback") == 2
    assert shell.told.splitlines()[0] == ID["not_published"]


def test_an_altered_output_is_made_again_before_it_is_published(shell: Shell, where: Path) -> None:
    shell.run("publish")
    before = published(where)
    (shell.root / "output/robots.txt").write_text("User-agent: *\nDisallow: /\n")
    assert shell.run("publish") == 0
    assert published(where) == before


def test_an_alteration_that_hides_stops_it(shell: Shell, where: Path) -> None:
    """Same size, same date: a build cannot see it, the checksum can."""
    shell.run("publish")
    before = published(where)
    file = shell.root / "output/robots.txt"
    stamp = file.stat()
    file.write_bytes(file.read_bytes().replace(b"Allow", b"aLLow"))
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert shell.run("publish", "--lang", "en") == 2
    assert "output/robots.txt is not as the build made it" in shell.told
    assert published(where) == before


@pytest.mark.parametrize(
    ("more", "words", "said"),
    [
        ("", (), "nothing says where the site is published"),
        ("publish: {a: {kind: git}, b: {kind: git}}\n", (), "there are several publish targets"),
        ("publish: {lokal: {kind: git}}\n", ("lokla",), "Did you mean “lokal”?"),
        ("publish: {a: {kind: dir, path: output}}\n", (), "would overwrite output"),
    ],
)
def test_where_to_is_not_clear(shell: Shell, more: str, words: tuple[str, ...], said: str) -> None:
    write(shell.root, {"site_config.yaml": CONFIG + more})
    assert shell.run("publish", *words, "--lang", "en") == 2
    assert said in shell.told
    assert not (shell.root / "output").exists()


def test_a_target_that_refuses(shell: Shell) -> None:
    write(
        shell.root,
        {"site_config.yaml": f"{CONFIG}publish: {{halaman: {{kind: git, remote: /tiada/x.git}}}}\n"},
    )
    assert shell.run("publish", "--lang", "en") == 2
    assert shell.told.splitlines()[0] == EN["not_published"]
    assert "Traceback" not in shell.told
