"""What every command is given, and how it makes its options."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lontar.messages import LANGUAGES

if TYPE_CHECKING:
    import click

SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}


class Call(NamedTuple):
    """What every command is given: the folder of build.py, the language and its texts."""

    home: Path
    lang: str
    texts: Mapping[str, str]

    def option(self, *names: str, **how: Any) -> Any:
        """An option whose help is the text of its (last) name."""
        import click

        return click.option(*names, help=self.texts[names[-1].lstrip("-")], **how)

    def command(self, name: str, body: Any, options: list[Any]) -> click.Command:
        """`body` as a command, with its options in this order and --lang last."""
        import click

        for one in reversed([*options, self.option("--lang", type=click.Choice(LANGUAGES))]):
            body = one(body)
        return click.command(name, help=self.texts[name], context_settings=SETTINGS)(body)
