"""A Chromium for the tests: named by the environment, Playwright's own, or the machine's.

`python -m tests.tools.browser` installs one when there is none. Ubuntu's `chromium-browser` is a
stub that starts a snap, so it is never taken.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

VARIABLES = ("CHROMIUM_PATH", "CHROME_PATH")
COMMANDS = ("chromium", "google-chrome-stable", "google-chrome")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)

# Asked in a process of its own: Playwright's driver cannot be started twice in one thread.
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def launch_arguments() -> list[str]:
    """Arguments under which Chromium talks to nobody by itself; root has to go without its sandbox."""
    return [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def playwrights_own() -> Path | None:
    """The Chromium that this version of Playwright would download, if it was."""
    run = subprocess.run([sys.executable, "-c", ASK_PLAYWRIGHT], capture_output=True, text=True, check=True)
    path = Path(run.stdout.strip())
    return path if path.exists() else None


def _is_stub(path: str) -> bool:
    return Path(path).resolve().name == "snap" or "/snap/" in str(Path(path).resolve())


def find_chromium() -> Path | None:
    """Path of a Chromium or Chrome, or None. A path named by the environment must exist."""
    for variable in VARIABLES:
        if named := os.environ.get(variable):
            if Path(named).is_file():
                return Path(named)
            raise FileNotFoundError(f"{variable} names {named}, which is not a file")
    if own := playwrights_own():
        return own
    for command in COMMANDS:
        path = shutil.which(command)
        if path and not _is_stub(path):
            return Path(path)
    return None


def _install() -> None:
    """Try Playwright's download, then (as root) Debian's package."""
    playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    if os.geteuid() == 0:
        playwright.insert(-1, "--with-deps")
    print("Installing a browser for the tests …", flush=True)
    if subprocess.run(playwright, capture_output=True, check=False).returncode == 0:
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        calm = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
            run = subprocess.run(["apt-get", *step], env=calm, capture_output=True, text=True, check=False)
            if run.returncode:
                print(run.stderr, file=sys.stderr)
                return


def main() -> int:
    if find_chromium() is None:
        _install()
    if find_chromium() is None:
        print(
            "No browser for the tests: install Chromium or Chrome, or name one in CHROMIUM_PATH.\n"
            "On Debian: sudo apt-get install chromium. Elsewhere: "
            f"{sys.executable} -m playwright install --with-deps chromium",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
