"""From one command line to an exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from lontar import VERSION
from lontar.cli import BUG, COMMANDS, FINE, STOPPED, USAGE
from lontar.cli.call import Call
from lontar.cli.quick import quick
from lontar.cli.telling import say, tell_problems
from lontar.errors import ConfigErrors
from lontar.messages import LANGUAGES, cli_texts

WITH_VALUE = (
    *("--root", "--output", "--cache", "--templates", "--jobs", "--executor", "--today", "--lang"),
    *("--format", "--slug", "--category", "--photos", "--port", "--translate"),
)
"""Options that another word follows."""


def run(argv: Sequence[str], home: Path) -> int:
    """Run one command line, return its exit code. `home` is the site's folder unless --root names one."""
    gc.set_threshold(500_000, 20, 50)  # many lasting objects, little garbage
    lang = language(argv)
    texts = cli_texts(lang)
    try:
        return _command(ordered(argv), home, lang, texts)
    except ConfigErrors as error:
        tell_problems(texts["config_errors"], error.problems, lang)
        return USAGE
    except KeyboardInterrupt:
        say(f"\n{texts['stopped']}")
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        say(texts["disk"].format(error=_system_text(error)))
        return USAGE
    except Exception as error:
        log = _record(error)
        say(texts["bug"].format(error=f"{type(error).__name__}: {error}"[:200], log=log))
        return BUG


def language(argv: Sequence[str]) -> str:
    """The language of messages: --lang, else LONTAR_LANG, else Indonesian."""
    for number, word in enumerate(argv):
        if word.startswith("--lang="):
            return _known(word.removeprefix("--lang="))
        if word == "--lang" and number + 1 < len(argv):
            return _known(argv[number + 1])
    return _known(os.environ.get("LONTAR_LANG", ""))


def _known(lang: str) -> str:
    return lang if lang in LANGUAGES else LANGUAGES[0]


def ordered(argv: Sequence[str]) -> list[str]:
    """The command first, wherever it stands; without one it is `build`."""
    words = list(argv)
    skip = False
    for number, word in enumerate(words):
        if not skip and word in COMMANDS:
            return [word, *words[:number], *words[number + 1 :]]
        skip = word in WITH_VALUE
    return words if words and words[0] in ("--help", "-h", "--version") else ["build", *words]


def _command(argv: list[str], home: Path, lang: str, texts: Mapping[str, str]) -> int:
    if argv[0] == "build" and (given := quick(argv[1:])) is not None:
        from lontar.cli.build import run as run_build

        code = run_build(given, Call(home, lang, texts))
        sys.stdout.flush()
        return code
    import click

    from lontar.cli.group import Commands

    try:
        group = Commands(Call(home, lang, texts))
        with group.make_context("build.py", argv) as context:
            code = group.invoke(context)
        sys.stdout.flush()
        return code if isinstance(code, int) else FINE
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.exceptions.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        say(f"{texts['usage'].format(error=error.format_message())}\n{texts['usage_hint']}")
        return USAGE


def _system_text(error: OSError) -> str:
    name = f" ({Path(error.filename).name})" if isinstance(error.filename, str) else ""
    return f"{error.strerror or error}{name}"


def _record(error: Exception) -> str:
    """Write the traceback to a file of its own; the file's path, "–" where there is no room even for that."""
    import tempfile
    import traceback

    text = f"Lontar {VERSION}, Python {sys.version}\n\n{''.join(traceback.format_exception(error))}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="lontar-", suffix=".log", delete=False, encoding="utf-8"
        ) as file:
            file.write(text)
    except OSError:
        return "–"
    return file.name
