"""A guide taken at its word: its commands are run, its files written, its answers compared.

A guide is Markdown with marks that readers do not see:

    <!-- berkas: PATH -->   the block that follows is the whole content of that file
    <!-- gagal -->          the commands that follow find mistakes (exit code 1)

A block of `sh` is run line by line; one of `text` is what the command before it answered.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(
    r"(?:<!-- (berkas: (?P<path>\S+)|(?P<fails>gagal)) -->\n)?"
    r"```(?P<kind>\w+)\n(?P<text>.*?)```\n",
    re.DOTALL,
)
ELSEWHERE = ("make ", "source ", "export ", "python build.py serve")
"""Commands of the shell and of the machine, and one that runs until it is stopped."""
PICTURES = re.compile(r"~/(?:Gambar|Pictures)/")
"""Where readers keep their photos."""


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    text: str
    path: str
    fails: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A command of the guide, how it ended and what it said on both outputs."""

    command: str
    code: int
    said: str


def blocks(guide: str) -> Iterator[Block]:
    """The marked blocks of a guide, in order; paths of this year's news are those of the present year."""
    text = guide.replace("/2026/", f"/{dt.date.today().year}/")
    for found in BLOCK.finditer(text):
        yield Block(found["kind"], found["text"], found["path"] or "", bool(found["fails"]))


def walk(guide: str, site: Path, pictures: Path, lang: str) -> Iterator[Answer | Block]:
    """Do what the guide says in the folder `site`, with `pictures` for the readers'. Each command's answer is
    given when it has been run; so are the blocks that say what was answered."""
    for block in blocks(guide):
        if block.path:
            target = site / block.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, "utf-8")
        elif block.kind == "sh":
            for line in block.text.splitlines():
                if not line.startswith(ELSEWHERE):
                    yield run(line, site, pictures, lang)
        elif block.kind == "text":
            yield block


def run(line: str, site: Path, pictures: Path, lang: str) -> Answer:
    """One line that begins with `python build.py`."""
    python, program, *words = shlex.split(PICTURES.sub(f"{pictures}/", line))
    if (python, program) != ("python", "build.py"):
        raise ValueError(f"a guide that says {line!r} cannot be walked")
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *words, "--root", str(site)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", "LONTAR_LANG": lang},
    )
    return Answer(line, done.returncode, done.stdout + done.stderr)
