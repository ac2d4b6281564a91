"""`verify`: whether output/ is what was built, file by file, and what a clean build would make."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from lontar.cli import FINE, MISTAKES, USAGE
from lontar.cli.build import plain_request
from lontar.cli.group import FOLDER, Call
from lontar.cli.telling import answer, say, tell_problems
from lontar.errors import ConfigErrors, ContentErrors
from lontar.output import OutputDir
from lontar.pipeline.build import build
from lontar.pipeline.report import Request
from lontar.progress import Bar
from lontar.publish.verify import Difference, against_clean, against_manifest


def command(name: str, call: Call) -> click.Command:
    options = [
        call.option("--root", type=FOLDER),
        call.option("--output", type=FOLDER),
        call.option("--templates", type=FOLDER),
        call.option("--jobs", type=click.IntRange(1, 256)),
        call.option("--drafts", is_flag=True),
        call.option("--today", type=click.DateTime(["%Y-%m-%d"])),
        call.option("--quick", is_flag=True),
    ]

    def body(**given: Any) -> int:
        return _verify(given, call)

    return call.command(name, body, options)


def _verify(given: Mapping[str, Any], call: Call) -> int:
    home, lang, texts = call
    request = plain_request(given, home)
    output = OutputDir(request.output)
    if not output.manifest():
        say(texts["verify_nothing"].format(folder=output.root))
        return USAGE
    with output.locked(lambda: say(texts["waiting"])):
        listed = output.manifest()
        found = against_manifest(output)
    if not given["quick"]:
        clean = _clean_build(request, lang, texts)
        if isinstance(clean, int):
            return clean
        found += against_clean(listed, clean)
    return _tell(found, len(listed), texts)


def _clean_build(request: Request, lang: str, texts: Mapping[str, str]) -> dict[str, str] | int:
    """The manifest of a build from nothing, or the exit code of one that failed."""
    bar = Bar(texts)
    with tempfile.TemporaryDirectory(prefix="lontar-verify-") as folder:
        fresh = Path(folder)
        try:
            build(request._replace(output=fresh / "output", cache=fresh / "cache"), bar, lambda: None)
        except ContentErrors as error:
            bar.close()
            tell_problems(texts["verify_no_build"], error.problems, lang)
            return USAGE if isinstance(error, ConfigErrors) else MISTAKES
        finally:
            bar.close()
        return OutputDir(fresh / "output").manifest()


def _tell(found: list[Difference], files: int, texts: Mapping[str, str]) -> int:
    if not found:
        answer(texts["verified"].format(files=files))
        return FINE
    for path, kind in found:
        answer(f"{path}: {texts[f'file_{kind}']}")
    say(texts["verify_differs"].format(n=len({path for path, _ in found}), files=files))
    return MISTAKES
