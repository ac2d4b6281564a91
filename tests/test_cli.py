"""The command line: what it says, where, and with which exit code."""

from __future__ import annotations

import fcntl
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lontar import VERSION, cli
from lontar.cli import language, ordered, run
from lontar.messages import cli_texts
from tests.building import CONFIG, MAKER, NEWS, PRODUCT, ROOT, article, maker, picture, product, tree, write

GOOD: dict[str, str | bytes] = {
    "site_config.yaml": CONFIG,
    NEWS: article("Isi.", cover="{file: /media/a.jpg, alt: A}"),
    PRODUCT: product(),
    MAKER: maker(),
    "content/media/a.jpg": picture(500, 400),
}
WORDS = cli_texts("id")


class Shell:
    """A tiny site and what the command says of it."""

    def __init__(
        self, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.root = write(root / "situs", GOOD)
        self.capsys = capsys
        self.said = ""
        self.told = ""
        monkeypatch.delenv("LONTAR_LANG", raising=False)
        monkeypatch.setenv("TMPDIR", str(root))

    def run(self, *words: str) -> int:
        """Run the command on the site; what it wrote is in `said` (output) and `told` (errors)."""
        code = run(["--root", str(self.root), "--jobs", "1", *words], ROOT)
        self.said, self.told = self.capsys.readouterr()
        return code

    def report(self, *words: str) -> Any:
        self.run("--json", *words)
        return json.loads(self.said)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path, capsys, monkeypatch)


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


def test_check_writes_nothing(shell: Shell) -> None:
    before = tree(shell.root.parent)
    assert shell.run("check") == 0
    assert tree(shell.root.parent) == before
    assert sorted(path.name for path in shell.root.iterdir()) == ["content", "site_config.yaml"]
    assert shell.said.startswith(WORDS["checked"].split("{")[0])


def test_check_leaves_a_made_site_alone(shell: Shell) -> None:
    shell.run()
    write(shell.root, {NEWS: article("Lain.")})
    before = tree(shell.root / "output")
    assert shell.run("check") == 0
    assert tree(shell.root / "output") == before
    assert shell.run() == 0
    assert tree(shell.root / "output") != before


def test_mistakes_in_content_exit_with_one(shell: Shell) -> None:
    shell.run()
    before = tree(shell.root / "output")
    write(shell.root, {NEWS: article(date="besok", foo="1"), PRODUCT: product(maker="x")})
    assert shell.run() == 1
    assert shell.said == ""
    assert shell.told.splitlines()[0] == WORDS["errors"].format(n=3)
    assert f"{NEWS}:3: " in shell.told
    assert tree(shell.root / "output") == before
    assert shell.run("check") == 1
    assert shell.told.splitlines()[0] == WORDS["errors_check"].format(n=3)


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


@pytest.mark.parametrize("words", [("--root", "tiada"), ("--templates", "tiada"), ("--output", "content")])
def test_wrong_folders_exit_with_two(
    shell: Shell, words: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shell.root)
    before = tree(shell.root)
    assert shell.run(*words) == 2
    assert shell.told.splitlines()[0] == WORDS["config_errors"]
    assert tree(shell.root) == before


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

    monkeypatch.setattr("lontar.pipeline.build.build", broken)
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

    monkeypatch.setattr("lontar.pipeline.build.build", stopped)
    assert shell.run() == 130
    assert shell.told.strip() == WORDS["stopped"]


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
    found = shell.report("check")
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
        assert {name.lstrip("-") for name in cli._WITH_VALUE} <= set(texts)
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
