"""The command line: where the command and the language are found, exit codes, signals and pipes."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lontar import VERSION
from lontar.cli.main import WITH_VALUE, language, ordered, run
from lontar.messages import cli_texts
from tests.building import NEWS, ROOT, article, tree, write
from tests.cli.conftest import Shell

WORDS = cli_texts("id")


@pytest.mark.parametrize(
    ("argv", "found"),
    [
        ([], ["build"]),
        (["--clean"], ["build", "--clean"]),
        (["check"], ["check"]),
        (["--lang", "en", "check", "--json"], ["check", "--lang", "en", "--json"]),
        (["check", "--lang", "en"], ["check", "--lang", "en"]),
        (["--root", "check", "build"], ["build", "--root", "check"]),
        (["--root", "check"], ["build", "--root", "check"]),
        (["--output=build"], ["build", "--output=build"]),
        (["--help"], ["--help"]),
        (["-h"], ["-h"]),
        (["--version"], ["--version"]),
        (["build", "--help"], ["build", "--help"]),
        (["serv"], ["build", "serv"]),
    ],
)
def test_the_command_may_stand_anywhere(argv: list[str], found: list[str]) -> None:
    assert ordered(argv) == found


@pytest.mark.parametrize(
    ("argv", "environment", "lang"),
    [
        ([], "", "id"),
        (["--lang", "en"], "", "en"),
        (["check", "--lang=en"], "id", "en"),
        ([], "en", "en"),
        (["--lang", "id"], "en", "id"),
        (["--lang"], "", "id"),
        (["--lang", "jv"], "", "id"),
        ([], "fr_FR.UTF-8", "id"),
    ],
)
def test_the_language_is_asked_for_or_indonesian(
    argv: list[str], environment: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LONTAR_LANG", environment)
    assert language(argv) == lang


@pytest.mark.parametrize(
    "words",
    [
        ("--tiada",),
        ("serv",),
        ("--jobs", "0"),
        ("--jobs", "banyak"),
        ("--today", "besok"),
        ("--lang", "jv"),
        ("--root",),
        ("build", "check"),
        ("--output",),
    ],
)
def test_a_wrong_call_exits_with_two(shell: Shell, words: tuple[str, ...]) -> None:
    assert shell.run(*words) == 2
    assert shell.said == ""
    assert shell.told.startswith(WORDS["usage"].split("{")[0])
    assert shell.told.endswith(WORDS["usage_hint"] + "\n")


def test_a_wrong_configuration_exits_with_two(shell: Shell) -> None:
    write(shell.root, {"site_config.yaml": "site: {title: T}\nfoo: 1\n"})
    assert shell.run() == 2
    assert shell.told.splitlines()[0] == WORDS["config_errors"]
    assert len(shell.told.splitlines()) == 3
    assert not (shell.root / "output").exists()


def test_a_system_that_refuses_exits_with_two(shell: Shell) -> None:
    write(shell.root, {"output": "a file where the folder shall be"})
    assert shell.run() == 2
    assert shell.told.startswith(WORDS["disk"].split("{")[0])
    assert "Traceback" not in shell.told


def test_our_own_mistake_exits_with_three_and_is_recorded(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("sesuatu")

    monkeypatch.setattr("lontar.cli.build.build", broken)
    assert shell.run() == 3
    assert len(shell.told.splitlines()) == 1
    assert "Traceback" not in shell.told
    match = re.search(r"/\S+\.log", shell.told)
    assert match is not None
    log = Path(match.group())
    assert shell.told.strip() == WORDS["bug"].format(error="ZeroDivisionError: sesuatu", log=log)
    record = log.read_text("utf-8")
    log.unlink()
    assert f"Lontar {VERSION}" in record
    assert "Traceback (most recent call last)" in record
    assert "ZeroDivisionError: sesuatu" in record


def test_ctrl_c_exits_with_130(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lontar.cli.build.build", stopped)
    assert shell.run() == 130
    assert shell.told.strip() == WORDS["stopped"]


def test_help_and_version(shell: Shell) -> None:
    for words in (["--help"], ["-h"], ["build", "--help"], ["check", "--lang", "en", "-h"]):
        assert run(words, ROOT) == 0
        said, told = shell.capsys.readouterr()
        assert "--help" in said
        assert told == ""
    assert run(["--version"], ROOT) == 0
    assert VERSION in shell.capsys.readouterr()[0]


def test_every_option_has_its_text() -> None:
    for lang in ("id", "en"):
        texts = cli_texts(lang)
        assert {name.lstrip("-") for name in WITH_VALUE} <= set(texts)
        assert set(texts) == set(WORDS)


def as_process(*words: str, **more: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        **more,
    )


def test_in_a_pipe_there_is_one_line_and_no_colour(shell: Shell) -> None:
    with as_process("--root", str(shell.root), "--lang", "en") as process:
        said, told = process.communicate(timeout=60)
    assert process.returncode == 0
    assert len(said.splitlines()) == 1
    assert told == ""
    assert "\x1b" not in said


def test_a_real_ctrl_c_leaves_no_damage(shell: Shell) -> None:
    """Pressed while a build waits for another: then it is certain where the signal comes in."""
    assert shell.run() == 0
    before = tree(shell.root / "output")
    write(shell.root, {NEWS: article("Lain.")})
    holder = os.open(shell.root / "output", os.O_RDONLY)
    fcntl.flock(holder, fcntl.LOCK_EX)
    with as_process("--root", str(shell.root), "--jobs", "1") as process:
        assert process.stderr is not None
        assert process.stderr.readline().strip() == WORDS["waiting"]
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    os.close(holder)
    assert process.returncode == 130
    assert told.strip() == WORDS["stopped"]
    assert tree(shell.root / "output") == before
    assert shell.run() == 0
    assert tree(shell.root / "output") != before


def test_a_closed_pipe_is_no_mistake(shell: Shell) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    call = [sys.executable, str(ROOT / "build.py"), "check", "--root", str(shell.root)]
    told = subprocess.run(call, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (told.returncode, told.stderr) == (0, "")
