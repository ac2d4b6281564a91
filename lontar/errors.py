"""What went wrong, where, and how to say it.

A mistake in content is a value (`Problem`), collected and told all at once; only the border of a
layer raises, and then `ContentErrors` carries every problem found. A Problem holds a code and its
values, not a sentence: the sentence comes from `lontar.messages` in the language of whoever reads it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Place(NamedTuple):
    """Where: a path relative to the site's root, line and column of that file (from 1; 0: the whole file)."""

    path: str
    line: int = 0
    column: int = 0
    field: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


class Problem(NamedTuple):
    """One mistake: its place, a code of the message catalogue and the values its text speaks of."""

    place: Place
    code: str
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = "error"

    def as_warning(self) -> Problem:
        return self._replace(severity="warning")


def problem(place: Place, code: str, **values: object) -> Problem:
    """A Problem whose message speaks of `values` (each shown by str)."""
    return Problem(place, code, tuple((name, str(value)) for name, value in values.items()))


def nearest(found: str, known: Iterable[str], least: float = 0.5) -> str:
    """The known name most like the one that was found; "" when none is alike enough (0 to 1)."""
    from difflib import get_close_matches  # only ever needed when something is wrong

    return next(iter(get_close_matches(found, list(known), 1, least)), "")


class ContentErrors(Exception):
    """Content or templates are wrong. `problems` is everything that was found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__(f"{len(self.problems)} problems")


class ConfigErrors(ContentErrors):
    """The configuration or the call is wrong: nothing was read beyond it."""
