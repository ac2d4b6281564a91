"""`schema`: write what text editors and guides know of the fields, or tell what is out of date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from lontar.cli import FINE, MISTAKES
from lontar.cli.group import FOLDER, Call
from lontar.cli.telling import answer


def command(name: str, call: Call) -> click.Command:
    options = [call.option("--root", type=FOLDER), _check_option(call)]

    def body(root: Path | None, check: bool, **_: Any) -> int:
        from lontar.editor.export import outdated, write

        folder = (root or call.home).absolute()
        files = outdated(folder)
        if not check:
            write(folder, files)
        told = call.texts["schema_outdated" if check else "schema_written"]
        for path in files:
            answer(told.format(path=path))
        if not files:
            answer(call.texts["schema_current"])
        return MISTAKES if check and files else FINE

    return call.command(name, body, options)


def _check_option(call: Call) -> Any:
    return click.option("--check", is_flag=True, help=call.texts["schema_check"])
