"""The commands: each is found, each explains itself in both languages."""

from __future__ import annotations

import click
import pytest

from lontar.cli import COMMANDS
from lontar.cli.group import Call, Commands
from lontar.messages import LANGUAGES, cli_texts
from tests.building import ROOT


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_explains_itself(name: str, lang: str) -> None:
    texts = cli_texts(lang)
    group = Commands(Call(ROOT, lang, texts))
    with group.make_context("build.py", [name]) as context:
        command = group.get_command(context, name)
    assert command is not None
    assert command.help == texts[name]
    options = [one for one in command.params if isinstance(one, click.Option)]
    assert "lang" in {one.name for one in options}
    assert all(one.help for one in options)


def test_an_unknown_command_is_none() -> None:
    group = Commands(Call(ROOT, "id", cli_texts("id")))
    with group.make_context("build.py", ["build"]) as context:
        assert group.get_command(context, "bangun") is None
        assert group.list_commands(context) == list(COMMANDS)
