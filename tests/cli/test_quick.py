"""Plain calls are read as the library for command lines reads them; all others are left to it."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.cli.call import Call
from lontar.cli.group import Commands
from lontar.cli.quick import quick
from lontar.messages import cli_texts
from tests.building import ROOT

WORDS = st.sampled_from(
    [
        "--root",
        "--output=keluaran",
        "--cache",
        "tests",
        "build.py",
        "--clean",
        "--json",
        "--jobs",
        "--jobs=2",
        "0",
        "7",
        "²",
        "--today",
        "2026-11-24",
        "2026-13-01",
        "--lang",
        "en",
        "jv",
        "--drafts",
        "--explain",
        "-h",
        "--clean=1",
        "--tiada",
        "--",
        "--today=2026-1-2",
        "--root=",
        "--lang=id",
        "-",
    ]
)


def carefully(words: list[str]) -> dict[str, Any] | None:
    """What the library makes of the words; None for a mistake or a call for help."""
    group = Commands(Call(ROOT, "id", cli_texts("id")))
    try:
        with group.make_context("build.py", ["build"]) as context:
            command = group.get_command(context, "build")
            assert command is not None
            return command.make_context("build", list(words), parent=context).params
    except (click.ClickException, click.exceptions.Exit):
        return None


@given(st.lists(WORDS, max_size=5))
def test_what_is_read_quickly_is_read_the_same(words: list[str]) -> None:
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        found = quick(words)
        if found is not None:
            assert found == carefully(words)
    finally:
        os.chdir(here)


def test_all_options_are_known() -> None:
    assert quick([]) == carefully([])


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (["--root", "tiada"], "root", Path("tiada")),
        (["--root=tests"], "root", Path("tests")),
        (["--jobs", "2"], "jobs", 2),
        (["--today", "2026-11-24"], "today", dt.datetime(2026, 11, 24)),
        (["--lang", "en"], "lang", "en"),
        (["--clean"], "clean", True),
    ],
)
def test_plain_calls_are_read(words: list[str], name: str, value: object) -> None:
    found = quick(words)
    assert found is not None
    assert found[name] == value


def test_a_plain_call_does_not_import_the_library(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from lontar.cli.main import run;"
        "run(sys.argv[1:], Path()); print('click' in sys.modules)"
    )
    call = [sys.executable, "-c", code, "--root", str(tmp_path / "tiada")]
    told = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
