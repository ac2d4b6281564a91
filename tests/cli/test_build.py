"""`build` from a shell: what they say and where, and what they leave."""

from __future__ import annotations

from pathlib import Path

import pytest

from lontar.messages import cli_texts
from tests.building import NEWS, PRODUCT, ROOT, article, product, tree, write
from tests.cli.conftest import Shell

WORDS = cli_texts("id")


def test_a_site_is_made(shell: Shell) -> None:
    assert shell.run("--today", "2025-12-01") == 0
    assert shell.said.startswith(WORDS["made"].split("{")[0])
    assert len(shell.said.splitlines()) == 1
    assert (shell.root / "output/berita/kabar/index.html").is_file()
    assert (shell.root / ".cache").is_dir()


def test_a_second_time_nothing_changes(shell: Shell) -> None:
    shell.run("--today", "2025-12-01")
    before = tree(shell.root / "output")
    assert shell.run("--today", "2025-12-01") == 0
    assert shell.said.startswith(WORDS["made_nothing"].split("{")[0])
    assert tree(shell.root / "output") == before


def test_options_stand_before_or_after(shell: Shell) -> None:
    elsewhere = str(shell.root.parent / "lain")
    assert shell.run("--output", elsewhere, "build", "--clean") == 0
    assert Path(elsewhere, "index.html").is_file()
    assert not (shell.root / "output").exists()


def test_folders_may_be_elsewhere(shell: Shell) -> None:
    cache = shell.root.parent / "lain"
    assert shell.run("--cache", str(cache), "--templates", str(ROOT / "templates")) == 0
    assert cache.is_dir()
    assert not (shell.root / ".cache").exists()


def test_mistakes_in_content_exit_with_one(shell: Shell) -> None:
    shell.run()
    before = tree(shell.root / "output")
    write(shell.root, {NEWS: article(date="besok", foo="1"), PRODUCT: product(maker="x")})
    assert shell.run() == 1
    assert shell.said == ""
    assert shell.told.splitlines()[0] == WORDS["errors"].format(n=3)
    assert f"{NEWS}:3: " in shell.told
    assert tree(shell.root / "output") == before


def test_warnings_do_not_stop_a_build(shell: Shell) -> None:
    write(shell.root, {NEWS: article(summary=None)})
    assert shell.run("--lang", "en") == 0
    assert "Warnings: 1" in shell.told
    assert f"{NEWS}:1: there is no summary" in shell.told


def test_mistakes_in_templates_exit_with_one(shell: Shell) -> None:
    folder = shell.root / "templates"
    write(folder, dict(tree(ROOT / "templates")))
    write(folder, {"home.html": "a\n{{ tiada }}\n"})
    assert shell.run() == 1
    assert "templates/home.html:2: " in shell.told


@pytest.mark.parametrize("words", [("--root", "tiada"), ("--templates", "tiada"), ("--output", "content")])
def test_wrong_folders_exit_with_two(
    shell: Shell, words: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shell.root)
    before = tree(shell.root)
    assert shell.run(*words) == 2
    assert shell.told.splitlines()[0] == WORDS["config_errors"]
    assert tree(shell.root) == before


def test_the_report_in_json(shell: Shell) -> None:
    write(shell.root, {NEWS: article("Isi.", summary=None)})
    first = shell.report("--lang", "en")
    assert shell.told == ""
    assert set(first) == {
        "rendered",
        "kept",
        "written",
        "deleted",
        "pages",
        "renditions",
        "seconds",
        "problems",
    }
    assert first["rendered"] == first["pages"] > 10
    assert first["problems"] == [
        {
            "path": NEWS,
            "line": 1,
            "column": 0,
            "field": "summary",
            "message": "there is no summary",
            "hint": "add summary: with one or two sentences, at most 160 characters",
            "severity": "warning",
            "code": "summary-missing",
        }
    ]
    second = shell.report()
    assert (second["rendered"], second["written"], second["kept"]) == (0, 0, first["pages"])


def test_mistakes_in_json(shell: Shell) -> None:
    write(shell.root, {NEWS: article(date="besok")})
    found = shell.report()
    assert shell.told == ""
    assert (found["pages"], found["seconds"]) == (0, 0.0)
    assert [(one["code"], one["path"], one["line"], one["severity"]) for one in found["problems"]] == [
        ("moment", NEWS, 3, "error")
    ]


def test_reasons_are_explained(shell: Shell) -> None:
    shell.run("--explain")
    assert "index.html: baru" in shell.said
    write(shell.root, {NEWS: article("Lain sekali.", cover="{file: /media/a.jpg, alt: A}")})
    shell.run("--explain", "--lang", "en")
    lines = shell.said.splitlines()
    assert f"berita/kabar/index.html: its content changed: {NEWS}" in lines
    assert not any(line.startswith("perajin/") for line in lines)
    (shell.root / "output/perajin/index.html").unlink()
    found = shell.report("--explain")
    assert found["reasons"] == [{"path": "perajin/index.html", "reason": "missing", "detail": ""}]


def test_drafts_are_made_when_asked_for(shell: Shell) -> None:
    write(shell.root, {"content/berita/draf.md": article(draft="true")})
    shell.run()
    assert not (shell.root / "output/berita/draf/index.html").exists()
    shell.run("--drafts")
    assert (shell.root / "output/berita/draf/index.html").exists()
    shell.run()
    assert not (shell.root / "output/berita/draf/index.html").exists()


def test_a_day_is_taken_to_its_end(shell: Shell) -> None:
    write(shell.root, {"content/berita/nanti.md": article(publish_at="2026-06-01 23:00")})
    shell.run("--today", "2026-05-31")
    assert not (shell.root / "output/berita/nanti/index.html").exists()
    shell.run("--today", "2026-06-01")
    assert (shell.root / "output/berita/nanti/index.html").exists()
