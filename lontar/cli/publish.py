"""`publish`: build, then bring what changed to where readers get it; or go back to the release before."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

import click

from lontar.cli import FINE, MISTAKES, USAGE
from lontar.cli.build import plain_request
from lontar.cli.group import FOLDER, Call
from lontar.cli.search import index
from lontar.cli.telling import answer, say, tell_problems
from lontar.errors import ConfigErrors, ContentErrors
from lontar.load.config import read_config
from lontar.output import OutputDir
from lontar.pipeline.build import build
from lontar.pipeline.report import Request
from lontar.progress import Bar
from lontar.publish.release import NotPublished, Outcome
from lontar.publish.targets import Publisher, find_target, refuse_over_sources


def command(name: str, call: Call) -> click.Command:
    options = [
        click.argument("target", required=False, metavar=call.texts["target"]),
        call.option("--root", type=FOLDER),
        call.option("--output", type=FOLDER),
        call.option("--cache", type=FOLDER),
        call.option("--templates", type=FOLDER),
        call.option("--jobs", type=click.IntRange(1, 256)),
        call.option("--dry-run", is_flag=True),
        call.option("--rollback", is_flag=True),
    ]

    def body(**given: Any) -> int:
        return _publish(given, call)

    return call.command(name, body, options)


def _publish(given: Mapping[str, Any], call: Call) -> int:
    home, lang, texts = call
    started = time.perf_counter()
    request = plain_request(given, home)
    root = request.root
    target, place = find_target(read_config(root), given["target"])
    if target.kind == "dir":
        others = ("content", ".git", ".cache")
        precious = (request.output, request.cache, request.templates, *(root / one for one in others))
        refuse_over_sources(root, target, place, precious)
    publisher = Publisher(root, target, place, os.environ)
    try:
        if given["rollback"]:
            answer(texts["rolled_back"].format(target=target.name, release=publisher.roll_back()))
            return FINE
        if (code := _build(request, lang, texts)) != FINE:
            return code
        if (
            not given["dry_run"]
            and find_spec("pagefind")
            and (code := index(request, lang, texts, quiet=True)) != FINE
        ):
            return code
        output = OutputDir(request.output)
        with output.locked(lambda: say(texts["waiting"])):
            outcome = publisher.publish(output, dt.datetime.now(dt.UTC), given["dry_run"])
    except NotPublished as error:
        tell_problems(texts["not_published"], error.problems, lang)
        return USAGE
    _tell(outcome, target.name, given["dry_run"], time.perf_counter() - started, texts)
    return FINE


def _build(request: Request, lang: str, texts: Mapping[str, str]) -> int:
    """Bring the output up to date; any mistake means that nothing is published."""
    bar = Bar(texts)
    try:
        report = build(request, bar, lambda: say(texts["waiting"]))
    except ContentErrors as error:
        bar.close()
        tell_problems(texts["not_published"], error.problems, lang)
        return USAGE if isinstance(error, ConfigErrors) else MISTAKES
    finally:
        bar.close()
    if report.problems:
        tell_problems(texts["warnings"].format(n=len(report.problems)), report.problems, lang)
    return FINE


def _tell(outcome: Outcome, target: str, only_look: bool, seconds: float, texts: Mapping[str, str]) -> None:
    if only_look:
        for path in outcome.sent:
            answer(f"+ {path}")
        for path in outcome.removed:
            answer(f"- {path}")
    nothing = not (outcome.release or outcome.sent or outcome.removed)
    key = "published_nothing" if nothing else "would_publish" if only_look else "published"
    answer(
        texts[key].format(
            target=target,
            release=outcome.release,
            sent=len(outcome.sent),
            removed=len(outcome.removed),
            size=f"{outcome.size / 1000:,.0f}",
            seconds=f"{seconds:.2f}",
        )
    )
