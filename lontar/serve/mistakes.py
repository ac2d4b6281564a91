"""A problem as the overlay shows it: in words, with the lines of the source around it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lontar.errors import Problem
from lontar.messages import tell

_MOST = 50
_AROUND = 2
_WIDEST = 240
_LARGEST = 1 << 20


class Mistake(NamedTuple):
    """`place` is "content/berita/x.md:7"; `excerpt` holds lines with their numbers, `line` the wrong one."""

    place: str
    line: int
    message: str
    hint: str
    excerpt: tuple[tuple[int, str], ...]


def mistakes_of(
    problems: Sequence[Problem], root: Path, templates: Path, lang: str
) -> tuple[tuple[Mistake, ...], int]:
    """The errors among `problems` in words, and how many more there are than can be shown."""
    errors = [one for one in problems if one.severity == "error"]
    return tuple(_mistake(one, root, templates, lang) for one in errors[:_MOST]), max(0, len(errors) - _MOST)


def _mistake(one: Problem, root: Path, templates: Path, lang: str) -> Mistake:
    told = tell(one, lang)
    return Mistake(str(one.place), one.place.line, told.message, told.hint, _excerpt(one, root, templates))


def _excerpt(one: Problem, root: Path, templates: Path) -> tuple[tuple[int, str], ...]:
    line, (folder, _, inside) = one.place.line, one.place.path.partition("/")
    if line < 1 or Path(one.place.path).is_absolute():
        return ()
    file = templates / inside if folder == "templates" else root / one.place.path
    try:
        with file.open("rb") as opened:
            text = opened.read(_LARGEST).decode("utf-8-sig", "replace")
    except OSError:
        return ()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first, last = max(1, line - _AROUND), min(len(lines), line + _AROUND)
    return tuple((number, _shown(lines[number - 1])) for number in range(first, last + 1))


def _shown(line: str) -> str:
    """Without what a browser would not show, or would act upon (bidirectional overrides)."""
    plain = "".join(
        sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line.expandtabs(4)
    )
    return plain if len(plain) <= _WIDEST else plain[:_WIDEST] + "…"
