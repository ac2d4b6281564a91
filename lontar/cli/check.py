"""`check`: everything that is wrong, and what could be better; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lontar.cli import FINE, MISTAKES, USAGE
from lontar.cli.annotations import annotation
from lontar.cli.build import report_json, request_of, site_options
from lontar.cli.group import Call
from lontar.cli.telling import answer, say
from lontar.errors import ConfigErrors, ContentErrors, Problem
from lontar.messages import tell
from lontar.pipeline.build import build
from lontar.pipeline.report import Report
from lontar.progress import Bar

if TYPE_CHECKING:
    from lontar.load.site import Loaded
    from lontar.load.sources import Sources


def command(name: str, call: Call) -> click.Command:
    options = [
        *site_options(call),
        call.option("--format", type=click.Choice(["text", "json", "github"]), default="text"),
        call.option("--strict", is_flag=True),
    ]

    def body(**given: Any) -> int:
        return _check(given, call)

    return call.command(name, body, options)


def _check(given: Mapping[str, Any], call: Call) -> int:
    home, lang, texts = call
    shape = "json" if given["json"] else given["format"]
    request, remove = request_of(given, home, partial(_advise, (given["root"] or home).absolute()))
    bar = Bar(texts)
    report: Report | None = None
    try:
        report = build(request, bar, lambda: say(texts["waiting"]))
        problems = report.problems
        code = MISTAKES if given["strict"] and problems else FINE
    except ContentErrors as error:
        if isinstance(error, ConfigErrors) and shape == "text":
            raise
        problems = error.problems
        code = USAGE if isinstance(error, ConfigErrors) else MISTAKES
    finally:
        bar.close()
        remove()
    if shape == "json":
        report_json(report, problems, lang)
        return code
    if shape == "github":
        for one in problems:
            answer(annotation(one, lang))
    elif problems:
        _tell_files(problems, lang, texts)
    if report is not None:
        answer(texts["checked"].format(pages=report.pages, seconds=f"{report.seconds:.2f}"))
    return code


def _advise(root: Path, loaded: Loaded, sources: Sources) -> Iterator[Problem]:
    from lontar.editor.advice import advise
    from lontar.editor.places import with_lines

    failed = frozenset(one.place.path for one in loaded.problems)
    return with_lines(root, advise(loaded.site, loaded.records, sources.photos, failed))


def _tell_files(problems: Sequence[Problem], lang: str, texts: Mapping[str, str]) -> None:
    """Problems under the name of their file, with their number; then how many there are in all."""
    files = 0
    for path, group in groupby(problems, key=lambda one: one.place.path):
        files += 1
        found = list(group)
        say(texts["check_file"].format(path=path, n=len(found)))
        for one in found:
            told = tell(one, lang)
            text = f"{told.message}: {told.hint}" if told.hint else told.message
            shape = texts["check_line" if one.place.line else "check_whole"]
            say(shape.format(line=one.place.line, severity=texts[one.severity], text=text))
    errors = sum(1 for one in problems if one.severity == "error")
    say(texts["check_sum"].format(errors=errors, warnings=len(problems) - errors, files=files))
