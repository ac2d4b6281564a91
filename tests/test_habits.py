"""The habits of this house, as far as a machine can see them."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
import yaml
from packaging.specifiers import SpecifierSet

from tests.tools.finding import told

ROOT = Path(__file__).resolve().parent.parent
ENGINE = ROOT / "lontar"
MODULES = sorted(ENGINE.rglob("*.py"))
LONGEST = 300
# The two command lines, the bar that the first draws on a terminal, and its end, which lets all out.
SPEAKERS = {
    *("lontar/cli/telling.py", "lontar/cli/main.py", "lontar/survey/cli.py", "lontar/progress.py"),
    "lontar/cli/leaving.py",
}
# Modules with nothing in them that a test of their own could call: texts, and the way in.
UNTESTED_STEMS = {"__init__", "__main__"}
UNTESTED_FOLDERS = ("lontar/messages/",)
# Written in pieces, so that this file does not name what it looks for.
HOSTS = ("pypi" + ".org", "python" + "hosted.org", "registry." + "npmjs", "deb.debian" + ".org")
MACHINE_PATHS = re.compile(r"(?<![\w.~/*-])/(?:" + "work|root|Users" + r")/\w|/home/(?!halaman)\w+/\w")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def published_files() -> Iterator[Path]:
    """Every file that git keeps or would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for path in sorted(set(listed.stdout.split("\0")) - {""}):
        if (ROOT / path).is_file():
            yield ROOT / path


def test_every_module_has_its_tests() -> None:
    missing = []
    for module in MODULES:
        path = Path(name(module))
        if path.stem in UNTESTED_STEMS or path.as_posix().startswith(UNTESTED_FOLDERS):
            continue
        test = Path("tests", *path.parts[1:-1], f"test_{path.stem}.py")
        if not (ROOT / test).is_file():
            missing.append(f"{path}: {test}")
    assert not missing, told(missing)


def prints(tree: ast.AST) -> Iterator[int]:
    """Lines that write to the terminal: print, sys.stdout, sys.stderr, click.echo."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="print")):
                yield node.lineno
            case ast.Attribute(value=ast.Name(id="sys"), attr="stdout" | "stderr"):
                yield node.lineno
            case ast.Attribute(value=ast.Name(id="click"), attr="echo" | "secho"):
                yield node.lineno


def test_only_the_command_lines_print() -> None:
    found = [
        f"{name(module)}:{line}"
        for module in MODULES
        if name(module) not in SPEAKERS
        for line in prints(ast.parse(module.read_text("utf-8")))
    ]
    assert not found, told(found)


@pytest.mark.parametrize("line", ["print(1)", "sys.stdout.write('')", "click.echo('')", "f(file=sys.stderr)"])
def test_a_print_would_be_seen(line: str) -> None:
    assert list(prints(ast.parse(line))) == [1]


def test_modules_stay_short() -> None:
    long = [
        f"{name(module)}: {lines} lines"
        for module in MODULES
        if (lines := len(module.read_text("utf-8").splitlines())) > LONGEST
    ]
    assert not long, told(long)


def test_modules_say_their_job() -> None:
    silent = [
        name(module) for module in MODULES if not ast.get_docstring(ast.parse(module.read_text("utf-8")))
    ]
    assert not silent, told(silent)


def test_the_map_names_what_is_there() -> None:
    text = (ROOT / "docs" / "map.md").read_text("utf-8")
    quoted = {path for path in re.findall(r"`([\w./*-]+)`", text) if "/" in path or path.endswith(".py")}
    linked = set(re.findall(r"\]\((?!https?:)([^)#\s]+)", text))
    assert quoted
    missing = [path for path in sorted(quoted) if not list(ROOT.glob(path.strip("/")))]
    missing += [path for path in sorted(linked) if not (ROOT / "docs" / path).exists()]
    assert not missing, told(missing)


@pytest.mark.tools
def test_imports_only_go_down() -> None:
    command = Path(sys.executable).parent / "lint-imports"
    run = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_the_theme_has_the_same_words_in_every_language() -> None:
    files = sorted((ROOT / "templates" / "words").glob("*.yaml"))
    keys = {file.stem: set(yaml.safe_load(file.read_text("utf-8"))) for file in files}
    assert {"id", "en"} <= set(keys)
    for lang, words in keys.items():
        assert words ^ keys["id"] == set(), lang


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = []
    for path in published_files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if any(host in line for host in HOSTS) or MACHINE_PATHS.search(line):
                found.append(f"{name(path)}:{number}: {line.strip()[:100]}")
    assert not found, told(found)


def test_a_machine_path_would_be_seen() -> None:
    for path in ("/wo" + "rk/main", "see /ro" + "ot/x", "'/ho" + "me/ani/lontar"):
        assert MACHINE_PATHS.search(path)
    for path in (
        "benchmarks/work/",
        "assets/root/favicon.ico",
        "https://a.example/work/x",
        "/home/halaman/2/",
    ):
        assert not MACHINE_PATHS.search(path)


def test_every_pin_runs_on_the_oldest_python() -> None:
    """A pin that needs a newer 3.11.x than Debian's sends pip into a search without end."""
    pins = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text("utf-8").split())
    wrong = []
    for name_, version in pins.items():
        found = distribution(name_)
        needs = found.metadata["Requires-Python"] or ""
        if found.version != version:
            wrong.append(f"{name_}: {found.version} is installed, {version} is pinned")
        if "3.11.0" not in SpecifierSet(needs):
            wrong.append(f"{name_}=={version} needs Python {needs}")
    assert not wrong, told(wrong)


def test_no_lock_file_names_where_its_packages_came_from() -> None:
    for path in published_files():
        if path.name in {"package-lock.json", "constraints.txt"}:
            assert "://" not in re.sub(r'"(url|funding)": "[^"]*"', "", path.read_text("utf-8")), name(path)
