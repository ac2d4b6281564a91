"""How commands make their options."""

from __future__ import annotations

from typing import Any

import click

from lontar.cli.call import Call
from lontar.messages import cli_texts
from tests.building import ROOT


def test_a_command_explains_itself_and_knows_the_language() -> None:
    call = Call(ROOT, "en", cli_texts("en"))
    taken: list[dict[str, Any]] = []
    command = call.command("build", lambda **given: taken.append(given), [call.option("--jobs", type=int)])
    with command.make_context("build", ["--jobs", "3", "--lang", "id"]) as context:
        command.invoke(context)
    assert taken == [{"jobs": 3, "lang": "id"}]
    assert command.help == cli_texts("en")["build"]
    first = next(one for one in command.params if isinstance(one, click.Option))
    assert first.help == cli_texts("en")["jobs"]
