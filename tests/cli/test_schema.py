"""`schema` from a shell."""

from __future__ import annotations

from lontar.messages import cli_texts
from tests.building import tree, write
from tests.cli.conftest import Shell

WORDS = cli_texts("id")


def test_files_are_written_and_then_up_to_date(shell: Shell) -> None:
    assert shell.run("schema", "--check") == 1
    assert WORDS["schema_outdated"].format(path="docs/schema/article.json") in shell.said
    assert not (shell.root / "docs").exists()
    assert shell.run("schema") == 0
    assert WORDS["schema_written"].format(path=".vscode/settings.json") in shell.said
    before = tree(shell.root)
    assert shell.run("schema", "--check") == 0
    assert shell.said.strip() == WORDS["schema_current"]
    assert shell.run("schema") == 0
    assert tree(shell.root) == before


def test_an_outdated_table_is_told_and_written(shell: Shell) -> None:
    write(shell.root, {"docs/panduan-editor.md": "# P\n\n<!-- isian: Photo -->\nlama\n<!-- /isian -->\n"})
    shell.run("schema")
    assert "| `alt` |" in (shell.root / "docs/panduan-editor.md").read_text("utf-8")
    assert shell.run("schema", "--check") == 0


def test_settings_that_cannot_be_read_are_told(shell: Shell) -> None:
    write(shell.root, {".vscode/settings.json": "{ // milik saya\n}"})
    assert shell.run("schema") == 2
    assert ".vscode/settings.json: " in shell.told
    assert (shell.root / ".vscode/settings.json").read_text() == "{ // milik saya\n}"
