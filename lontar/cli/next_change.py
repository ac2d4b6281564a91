"""`next-change`: when the site changes by itself, for whoever has to build it then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from lontar.cli import FINE, MISTAKES
from lontar.cli.build import cache_of
from lontar.cli.group import FOLDER, Call
from lontar.cli.telling import answer, answer_json, tell_problems
from lontar.errors import ConfigErrors, ContentErrors
from lontar.progress import Bar


def command(name: str, call: Call) -> click.Command:
    options = [
        call.option("--root", type=FOLDER),
        call.option("--cache", type=FOLDER),
        call.option("--drafts", is_flag=True),
        call.option("--today", type=click.DateTime(["%Y-%m-%d"])),
        call.option("--json", is_flag=True),
    ]

    def body(**given: Any) -> int:
        return _next_change(given, call)

    return call.command(name, body, options)


def _next_change(given: Mapping[str, Any], call: Call) -> int:
    from lontar.pipeline.upcoming import upcoming

    home, lang, texts = call
    root = (given["root"] or home).absolute()
    today = given["today"].date() if given["today"] else None
    cache, remove = cache_of(given, root, publish=False)
    bar = Bar(texts)
    try:
        moment = upcoming(root, cache, today, given["drafts"], bar)
    except ConfigErrors:
        raise
    except ContentErrors as error:
        bar.close()
        tell_problems(texts["errors_check"].format(n=len(error.problems)), error.problems, lang)
        return MISTAKES
    finally:
        bar.close()
        remove()
    told = moment.isoformat() if moment else None
    if given["json"]:
        answer_json({"next_change": told})
    else:
        answer(told or texts["next_none"])
    return FINE
