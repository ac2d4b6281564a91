"""The commands of `build.py`, each in its own module, imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from lontar import VERSION
from lontar.cli import COMMANDS
from lontar.cli.call import SETTINGS, Call

__all__ = ["FOLDER", "Call", "Commands"]
FOLDER = click.Path(path_type=Path, file_okay=False)


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
