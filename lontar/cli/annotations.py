"""Problems as annotations of a GitHub workflow: shown beside the line in a pull request.

The form is that of workflow commands (docs.github.com, "Workflow commands for GitHub Actions"); what a
command's data and properties must escape is in the runner's toolkit (actions/toolkit, command.ts).
"""

from __future__ import annotations

from lontar.errors import Problem
from lontar.messages import tell


def annotation(one: Problem, lang: str) -> str:
    """One line such as "::error file=content/berita/x.md,line=4,title=what is wrong::what to do"."""
    told = tell(one, lang)
    properties = {"file": one.place.path}
    if one.place.line:
        properties["line"] = str(one.place.line)
    if one.place.column:
        properties["col"] = str(one.place.column)
    properties["title"] = told.message
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{one.severity} {shown}::{_data(told.hint or told.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
