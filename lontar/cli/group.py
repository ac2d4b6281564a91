"""The commands of `build.py`, each in its own module, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import click

from lontar import VERSION
from lontar.cli import COMMANDS
from lontar.messages import LANGUAGES

SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}
FOLDER = click.Path(path_type=Path, file_okay=False)


class Call(NamedTuple):
    """What every command is given: the folder of build.py, the language and its texts."""

    home: Path
    lang: str
    texts: Mapping[str, str]

    def option(self, *names: str, **how: Any) -> Any:
        """An option whose help is the text of its (last) name."""
        return click.option(*names, help=self.texts[names[-1].lstrip("-")], **how)

    def command(self, name: str, body: Any, options: list[Any]) -> click.Command:
        """`body` as a command, with its options in this order and --lang last."""
        for one in reversed([*options, self.option("--lang", type=click.Choice(LANGUAGES))]):
            body = one(body)
        return click.command(name, help=self.texts[name], context_settings=SETTINGS)(body)


class Commands(click.Group):
    """Lists all commands, imports the one that is called."""

    def __init__(self, call: Call) -> None:
        texts = call.texts
        super().__init__(help=f"{texts['about']}\n\n{texts['examples']}", context_settings=SETTINGS)
        click.version_option(VERSION, "--version", prog_name="Lontar", help=texts["version"])(self)
        self._call = call

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command(cmd_name, self._call)
        return command
