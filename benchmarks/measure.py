"""Runs a command as a shell would and measures it: wall clock, processor time, peak memory.

The clock starts before the process does. `rss` is the peak resident set of the command's largest process,
from the kernel. Between fork and exec a child counts as large as its parent, so the measuring process must
stay small: it imports nothing big, and corpora are made by processes of their own. `pss` is the peak of the
sum over the whole process tree, each shared page divided among its users; it is sampled, which disturbs
the command, so a run with `tree=True` is not used for its time.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.05
TIMEOUT = 1800.0
PROC = Path("/proc")


class CommandError(Exception):
    """A measured command failed or took too long."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Seconds, and memory in MiB; `pss` is 0 when it was not asked for or cannot be had."""

    seconds: float
    cpu: float
    rss: float
    pss: float = 0.0


def run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    *,
    tree: bool = False,
) -> Sample:
    log = folder / "benchmark.log"
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**_inherited(), **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        watch = _TreeWatch(process.pid) if tree and PROC.is_dir() else None
        killer = threading.Timer(TIMEOUT, process.kill)
        killer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        killer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    pss = watch.stop() if watch else 0.0
    if process.returncode != 0:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise CommandError(f"{' '.join(command)}\nended with {process.returncode}:\n{tail}")
    return Sample(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, pss)


def _inherited() -> dict[str, str]:
    """This process's environment, without what would make a Python behave as it usually does not (keep no
    bytecode, say)."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


class _TreeWatch:
    """Samples the memory of the processes of one session until stopped."""

    def __init__(self, session: int) -> None:
        self._session = session
        self._peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """Peak in MiB."""
        self._done.set()
        self._thread.join()
        return self._peak / 1024

    def _sample(self) -> None:
        while not self._done.wait(INTERVAL):
            self._peak = max(self._peak, sum(_pss(pid) for pid in session_members(self._session)))


def session_members(session: int) -> list[int]:
    """Processes of a session. The sixth field of /proc/<pid>/stat is the session; the second, the name in
    parentheses, may hold spaces (proc(5))."""
    members = []
    for entry in PROC.iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            members.append(int(entry.name))
    return members


def _pss(pid: int) -> int:
    """Proportional set size in KiB, 0 for a process that is gone."""
    try:
        for line in (PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0
