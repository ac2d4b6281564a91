"""libyaml's complaints as an editor can use them: what is wrong, at the line where to look."""

from __future__ import annotations

import re

import yaml

from lontar.errors import Place, Problem, problem

_INSIDE_QUOTES = re.compile(r"""^\s*(?:- )?[\w-]+:\s+['"]""")


def syntax_problem(path: str, text: str, error: yaml.MarkedYAMLError, first_line: int) -> Problem:
    """The Problem of a syntax error in `text`, which begins on `first_line` of the file."""
    what = error.problem or ""
    mark = error.problem_mark
    lines = text.split("\n")
    number = mark.line if mark else 0
    here = lines[number] if number < len(lines) else ""
    code = "yaml-syntax"
    if "unknown escape character" in what:
        code = "yaml-escape"
    elif error.context and "quoted scalar" in error.context:
        mark, code = error.context_mark, "yaml-quote"
    elif "flow sequence" in (error.context or "") or "flow mapping" in (error.context or ""):
        mark, code = error.context_mark, "yaml-bracket"
    elif "could not find expected ':'" in what:
        mark, code = error.context_mark, "yaml-colon-missing"
    elif "mapping values are not allowed" in what:
        code, number = _colon(lines, number)
        if code == "yaml-colon-missing":
            return problem(Place(path, first_line + number), code, found=what)
    elif "tab" in what or "cannot start any token" in what:
        code = "yaml-token"
    elif "did not find expected key" in what:
        code = "yaml-quote-inside" if _INSIDE_QUOTES.match(here) else "yaml-indent"
    line = first_line + (mark.line if mark else 0)
    column = (mark.column + 1) if mark else 0
    return problem(Place(path, line, column), code, found=what)


def _colon(lines: list[str], number: int) -> tuple[str, int]:
    """A colon too many on this line, or one missing on the line above, which then runs on into this one."""
    above = number - 1
    if (
        above >= 0
        and lines[above].strip()
        and ":" not in lines[above]
        and not lines[above].startswith((" ", "-", "#"))
    ):
        return "yaml-colon-missing", above
    return "yaml-colon", number
