"""The sample site, built by the real command once for a whole test run.

Tests run in several processes; the first that needs the site builds it under a lock, the others find
it finished. A build that failed is remembered too, so that it is not tried again by each of them.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TODAY = "2026-11-24"


def command(output: Path, cache: Path, *more: str) -> list[str]:
    """The command line that builds the sample site on a fixed day."""
    return [
        *(sys.executable, str(ROOT / "build.py"), "--root", str(ROOT)),
        *("--output", str(output), "--cache", str(cache), "--today", TODAY, *more),
    ]


def run(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Run it as from a pipe, with a plain environment."""
    environment = {**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"}
    return subprocess.run(
        arguments,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
    )


def _folders(output: Path, folder: Path) -> list[str]:
    return ["--root", str(ROOT), "--output", str(output), "--cache", str(folder / "cache")]


def build_once(folder: Path) -> Path:
    """The output folder of the sample site, built in `folder` by whoever comes first."""
    folder.mkdir(parents=True, exist_ok=True)
    output, said = folder / "output", folder / "said.txt"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            result = run(command(output, folder / "cache"))
            if result.returncode == 0:
                result = run([*command(output, folder / "cache")[:2], "search", *_folders(output, folder)])
            said.write_text(f"{result.returncode}\n{result.stdout}{result.stderr}", "utf-8")
    code, _, words = said.read_text("utf-8").partition("\n")
    if code != "0":
        raise RuntimeError(f"the sample site was not built (exit {code}):\n{words}")
    return output
