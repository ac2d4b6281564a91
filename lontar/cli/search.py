"""`search`: make the index that the site's search page reads, from the pages that were built."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import click

from lontar.cli import FINE, MISTAKES, USAGE
from lontar.cli.build import plain_request
from lontar.cli.group import FOLDER, Call
from lontar.cli.telling import answer, say, tell_problems
from lontar.errors import ContentErrors
from lontar.output import OutputDir
from lontar.pipeline import engine
from lontar.pipeline.memory import open_caches
from lontar.pipeline.report import Request
from lontar.publish.search import make_index


def command(name: str, call: Call) -> click.Command:
    options = [
        call.option("--root", type=FOLDER),
        call.option("--output", type=FOLDER),
        call.option("--cache", type=FOLDER),
    ]

    def body(**given: Any) -> int:
        home, lang, texts = call
        return index(plain_request({**given, "templates": None, "jobs": 1}, home), lang, texts)

    return call.command(name, body, options)


def index(request: Request, lang: str, texts: Mapping[str, str], *, quiet: bool = False) -> int:
    """Make the index of what was built; the exit code. `quiet` tells of mistakes only."""
    started = time.perf_counter()
    output = OutputDir(request.output)
    if not output.manifest():
        say(texts["search_nothing"].format(folder=output.root))
        return USAGE
    store = open_caches(request.cache, engine.fingerprint()).store
    try:
        with output.locked(lambda: say(texts["waiting"])):
            made = make_index(output, store)
    except ContentErrors as error:
        tell_problems(texts["search_not_made"], error.problems, lang)
        return MISTAKES
    if quiet:
        return FINE
    seconds = f"{time.perf_counter() - started:.2f}"
    answer(texts["searched"].format(**made._asdict(), seconds=seconds))
    return FINE
