"""libyaml's complaints as an editor can use them: what is wrong, at the line where to look."""

from __future__ import annotations

import re

import yaml

from lontar.errors import Place, Problem, problem

_COLON = re.compile(r":(?:\s|$)")
_AFTER_BRACKET = re.compile(r"^\s*(?:- )?[\w-]+:\s+[\[{]")
_INSIDE_QUOTES = re.compile(r"""^\s*(?:- )?[\w-]+:\s+['"]""")


def syntax_problem(path: str, text: str, error: yaml.MarkedYAMLError, first_line: int) -> Problem:
    """The Problem of a syntax error in `text`, which begins on `first_line` of the file."""
    what = error.problem or ""
    mark = error.problem_mark
    lines = text.split("\n")
    number = mark.line if mark else 0
    here = lines[number] if number < len(lines) else ""
    code = "yaml-syntax"
    if "unknown escape character" in what or "hexdecimal number" in what:
        code = "yaml-escape"
    elif error.context and "quoted scalar" in error.context:
        mark, code = error.context_mark, "yaml-quote"
    elif "flow sequence" in (error.context or "") or "flow mapping" in (error.context or ""):
        mark, code = error.context_mark, "yaml-bracket"
    elif "could not find expected ':'" in what:
        mark, code = error.context_mark, "yaml-colon-missing"
    elif "mapping values are not allowed" in what:
        code = "yaml-colon"
        if _runs_on(lines, number - 1):
            return problem(Place(path, first_line + number - 1), "yaml-colon-missing", found=what)
    elif "tab" in what or "cannot start any token" in what:
        code = "yaml-token"
    elif "did not find expected key" in what:
        code = "yaml-quote-inside" if _INSIDE_QUOTES.match(here) else "yaml-indent"
        if _AFTER_BRACKET.match(here):
            code = "yaml-quote-bracket"
    line = first_line + (mark.line if mark else 0)
    column = (mark.column + 1) if mark else 0
    return problem(Place(path, line, column), code, found=what)


def _runs_on(lines: list[str], number: int) -> bool:
    """Whether a line has no colon of its own, so that it is read together with the next."""
    line = lines[number] if 0 <= number < len(lines) else ""
    return bool(line.strip()) and not _COLON.search(line) and not line.startswith((" ", "-", "#"))
