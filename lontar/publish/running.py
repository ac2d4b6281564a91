"""Other programs, run without a terminal; their refusal is told in their own last words."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from lontar.errors import Place, problem
from lontar.publish.release import NotPublished


def run(
    command: Sequence[str],
    place: Place,
    *,
    given: bytes = b"",
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    fine: tuple[int, ...] = (0,),
) -> subprocess.CompletedProcess[bytes]:
    """`given` is its input. NotPublished when it is not installed, or its exit code is not `fine`."""
    try:
        done = subprocess.run(command, input=given, capture_output=True, env=env, cwd=cwd, check=False)
    except FileNotFoundError:
        raise NotPublished([problem(place, "publish-program", found=command[0])]) from None
    if done.returncode not in fine:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").split("\n")
        lines = [line.strip() for line in said if line.strip()]
        reason = " · ".join(lines[-3:]) or f"exit {done.returncode}"
        raise NotPublished([problem(place, "publish-refused", program=command[0], reason=reason[:400])])
    return done
