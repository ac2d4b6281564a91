"""Plain calls of `build`, read without the library for command lines.

It takes as long to import as thousands of files take to be looked at. What is not understood here at once,
mistakes above all, is left to it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lontar.messages import LANGUAGES

_FOLDERS = ("root", "output", "cache", "templates")
_FLAGS = ("clean", "drafts", "json", "explain")
_OTHERS = ("jobs", "executor", "today", "lang")


def quick(words: Sequence[str]) -> dict[str, Any] | None:
    """The options by name, as lontar.cli.build takes them; None when it needs a closer look."""
    given: dict[str, Any] = dict.fromkeys((*_FOLDERS, *_OTHERS)) | dict.fromkeys(_FLAGS, False)
    rest = iter(words)
    for word in rest:
        name, has_value, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or name not in given:
            return None
        if name in _FLAGS:
            if has_value:
                return None
            given[name] = True
            continue
        taken = _value(name, value if has_value else next(rest, ""))
        if taken is None:
            return None
        given[name] = taken
    return given


def _value(name: str, text: str) -> Any:
    if name in _FOLDERS:
        folder = Path(text)
        return (
            folder if text and not text.startswith("-") and (folder.is_dir() or not folder.exists()) else None
        )
    if name == "jobs":
        return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= 256 else None
    if name == "today":
        try:
            return dt.datetime.strptime(text, "%Y-%m-%d")
        except ValueError:
            return None
    return text if text in LANGUAGES else None
