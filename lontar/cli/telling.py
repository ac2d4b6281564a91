"""What every command says in the same way: the only place that writes to the terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from lontar.errors import Problem
from lontar.messages import line, tell


def say(text: str) -> None:
    """A line for people, on standard error."""
    print(text, file=sys.stderr, flush=True)


def answer(text: str) -> None:
    """What was asked for, on standard output."""
    print(text)


def answer_json(data: Mapping[str, Any]) -> None:
    """Readable JSON; what is no Unicode text (a file's name in odd bytes) is written with backslashes."""
    import json

    text = json.dumps(data, ensure_ascii=False, indent=1)
    print(text.encode("utf-8", "backslashreplace").decode())


def tell_problems(heading: str, problems: Sequence[Problem], lang: str) -> None:
    say(heading)
    for one in problems:
        say(line(one, lang))


def as_json(one: Problem, lang: str) -> dict[str, Any]:
    told = tell(one, lang)
    place = one.place
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "field": place.field,
        "message": told.message,
        "hint": told.hint,
        "severity": one.severity,
        "code": one.code,
    }
