"""Real servers for the tests, from the machine or from Debian's packages: sshd, rsync, nginx, Caddy.

`python -m tests.tools.servers` installs what is missing, and sees to it that none of them is started:
the tests start their own, on free ports of the loopback interface.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PACKAGES = {
    "sshd": "openssh-server",
    "ssh": "openssh-client",
    "rsync": "rsync",
    "nginx": "nginx",
    "caddy": "caddy",
}
_PLACES = ("/usr/sbin", "/usr/local/sbin", "/sbin")
_POLICY = Path("/usr/sbin/policy-rc.d")
"""Debian asks this program whether a package may start its service; 101 says no."""


def find(program: str) -> str:
    """The path of a server's program. FileNotFoundError when it is not there: its test is never skipped."""
    found = locate(program)
    if found is None:
        raise FileNotFoundError(
            f"{program} is not installed: run `make test`, or install {PACKAGES[program]}"
        )
    return found


def locate(program: str) -> str | None:
    return shutil.which(program, path=os.pathsep.join([os.environ.get("PATH", ""), *_PLACES]))


def missing() -> list[str]:
    return [program for program in PACKAGES if locate(program) is None]


@contextmanager
def _nothing_starts() -> Iterator[None]:
    if _POLICY.exists():
        yield
        return
    _POLICY.write_text("#!/bin/sh\nexit 101\n", "utf-8")
    _POLICY.chmod(0o755)
    try:
        yield
    finally:
        _POLICY.unlink()


def _install(packages: list[str]) -> None:
    calm = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"Installing servers for the tests: {', '.join(packages)} …", flush=True)
    with _nothing_starts():
        for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
            run = subprocess.run(["apt-get", *step], env=calm, capture_output=True, text=True, check=False)
            if run.returncode:
                print(run.stderr, file=sys.stderr)
                return


def main() -> int:
    if missing() and os.geteuid() == 0 and shutil.which("apt-get"):
        _install([PACKAGES[program] for program in missing()])
    if left := missing():
        packages = " ".join(PACKAGES[program] for program in left)
        print(
            f"No {', '.join(left)} for the tests. On Debian: sudo apt-get install {packages}", file=sys.stderr
        )
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
