"""`search` from a shell."""

from __future__ import annotations

from tests.cli.conftest import Shell


def test_it_says_what_it_made(shell: Shell) -> None:
    assert shell.run("--today", "2025-12-01") == 0
    assert shell.run("search", "--lang", "en") == 0
    assert shell.said.startswith("The search index is ready: ")
    assert shell.run("search", "--lang", "id") == 0
    assert shell.said.startswith("Indeks pencarian siap: ")
