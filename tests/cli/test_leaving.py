"""What is arranged for the end of the process is done, and then it ends with its code."""

from __future__ import annotations

import subprocess
import sys

import pytest

BEGIN = "import atexit, sys\nfrom lontar.cli.leaving import leave_at_once, with_code\nleave_at_once()\n"
LATE = "class Held:\n    def __del__(self): print('freed')\nheld = Held()\n"


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", BEGIN + code], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("code", [0, 3])
def test_it_ends_with_its_code_and_frees_nothing(code: int) -> None:
    done = run(f"{LATE}atexit.register(print, 'arranged')\nprint('said')\nsys.exit(with_code({code}))")
    assert (done.returncode, done.stdout, done.stderr) == (code, "said\narranged\n", "")


def test_threads_are_waited_for() -> None:
    waiting = "import threading\ngo = threading.Event()\n"
    thread = "threading.Thread(target=lambda: (go.wait(), print('worked'))).start()\n"
    done = run(f"{waiting}{thread}with_code(0)\ngo.set()")
    assert (done.returncode, done.stdout) == (0, "worked\n")


def test_an_exception_ends_as_ever() -> None:
    done = run(f"{LATE}raise OSError('broken')")
    assert (done.returncode, done.stdout) == (1, "freed\n")
    assert done.stderr.endswith("OSError: broken\n")


def test_what_was_arranged_before_is_done_too() -> None:
    before = f"import atexit\natexit.register(print, 'site-wide')\n{BEGIN}{LATE}"
    done = subprocess.run(
        [sys.executable, "-c", f"{before}import sys\nsys.exit(with_code(3))"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (3, "site-wide\nfreed\n")


@pytest.mark.parametrize("closed", ["1", "2"])
def test_a_closed_stream_is_no_mishap(closed: str) -> None:
    script = f"{sys.executable} -c '{BEGIN}sys.exit(with_code(3))' {closed}>&-"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "")
