"""Arguments, printing and exit codes: the only module that prints.

Exit codes: 0 fine, 1 mistakes in content or templates, 2 wrong usage, configuration or a system that
refuses, 3 a mistake of our own (told shortly, recorded in a file), 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lontar import VERSION
from lontar.errors import ConfigErrors, ContentErrors, Problem
from lontar.messages import LANGUAGES, cli_texts, line, tell

if TYPE_CHECKING:
    from lontar.pipeline.report import Report, Request

FINE, MISTAKES, USAGE, BUG, STOPPED = 0, 1, 2, 3, 130
COMMANDS = ("build", "check")
_WITH_VALUE = ("--root", "--output", "--cache", "--templates", "--jobs", "--today", "--lang")


def run(argv: Sequence[str], home: Path) -> int:
    """Run one command line, return its exit code. `home` is the site's folder unless --root names one."""
    gc.set_threshold(50_000, 20, 50)  # many lasting objects, little garbage
    lang = language(argv)
    texts = cli_texts(lang)
    try:
        return _command(ordered(argv), home, lang, texts)
    except ConfigErrors as error:
        _tell_problems(texts["config_errors"], error.problems, lang)
        return USAGE
    except KeyboardInterrupt:
        _say(f"\n{texts['stopped']}")
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        _say(texts["disk"].format(error=_system_text(error)))
        return USAGE
    except Exception as error:
        log = _record(error)
        _say(texts["bug"].format(error=f"{type(error).__name__}: {error}"[:200], log=log))
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
        skip = word in _WITH_VALUE
    return words if words and words[0] in ("--help", "-h", "--version") else ["build", *words]


def _command(argv: list[str], home: Path, lang: str, texts: Mapping[str, str]) -> int:
    import click

    try:
        group = _commands(home, lang, texts)
        with group.make_context("build.py", argv) as context:
            code = group.invoke(context)
        sys.stdout.flush()
        return code if isinstance(code, int) else FINE
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.exceptions.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        _say(f"{texts['usage'].format(error=error.format_message())}\n{texts['usage_hint']}")
        return USAGE


def _commands(home: Path, lang: str, texts: Mapping[str, str]) -> Any:
    import click

    def option(*names: str, **how: Any) -> Any:
        return click.option(*names, help=texts[names[-1].lstrip("-")], **how)

    folder = click.Path(path_type=Path, file_okay=False)
    shared = [
        option("--root", type=folder),
        option("--output", type=folder),
        option("--cache", type=folder),
        option("--templates", type=folder),
        option("--clean", is_flag=True),
        option("--jobs", type=click.IntRange(1, 256)),
        option("--drafts", is_flag=True),
        option("--today", type=click.DateTime(["%Y-%m-%d"])),
        option("--json", is_flag=True),
        option("--explain", is_flag=True),
        option("--lang", type=click.Choice(LANGUAGES)),
    ]
    settings = {"help_option_names": ["-h", "--help"]}

    def command(name: str, publish: bool) -> Any:
        def body(**given: Any) -> int:
            return _build(given, home, lang, texts, publish)

        for one in reversed(shared):
            body = one(body)
        return click.command(name, help=texts[name], context_settings=settings)(body)

    group = click.Group(help=f"{texts['about']}\n\n{texts['examples']}", context_settings=settings)
    click.version_option(VERSION, "--version", prog_name="Lontar", help=texts["version"])(group)
    group.add_command(command("build", True))
    group.add_command(command("check", False))
    return group


def _build(given: Mapping[str, Any], home: Path, lang: str, texts: Mapping[str, str], publish: bool) -> int:
    from lontar.pipeline.build import build
    from lontar.progress import Bar

    request, remove = _request(given, home, publish)
    bar = Bar(texts)
    try:
        report = build(request, bar, lambda: _say(texts["waiting"]))
    except ContentErrors as error:
        bar.close()
        if given["json"]:
            _print_json(None, error.problems, lang)
        else:
            _tell_failure(error, lang, texts, publish)
        return USAGE if isinstance(error, ConfigErrors) else MISTAKES
    finally:
        bar.close()
        remove()
    if given["json"]:
        _print_json(report, report.problems, lang)
    else:
        _tell_report(report, lang, texts, publish)
    return FINE


def _request(given: Mapping[str, Any], home: Path, publish: bool) -> tuple[Request, Callable[[], None]]:
    """The request, and what is to be done when it is over."""
    from lontar.parallel import cores
    from lontar.pipeline.report import Request

    root = (given["root"] or home).absolute()
    own = root / "templates"
    cache = (given["cache"] or root / ".cache").absolute()
    remove: Callable[[], None] = _nothing
    if not publish and not cache.is_dir():
        import tempfile

        folder = tempfile.TemporaryDirectory(prefix="lontar-check-")
        cache = Path(folder.name)
        remove = folder.cleanup
    request = Request(
        root=root,
        output=(given["output"] or root / "output").absolute(),
        cache=cache,
        templates=(given["templates"] or (own if own.is_dir() else home / "templates")).absolute(),
        today=given["today"].date() if given["today"] else None,
        clean=given["clean"],
        jobs=given["jobs"] or cores(),
        drafts=given["drafts"],
        explain=given["explain"],
        publish=publish,
    )
    return request, remove


def _nothing() -> None:
    """What is to be done when nothing is."""


def _tell_report(report: Report, lang: str, texts: Mapping[str, str], publish: bool) -> None:
    for reason in report.reasons:
        text = tell(_reason(reason.code), lang).message + (f": {reason.detail}" if reason.detail else "")
        print(texts["because"].format(path=reason.path, reason=text))
    if report.problems:
        _tell_problems(texts["warnings"].format(n=len(report.problems)), report.problems, lang)
    key = (
        "checked"
        if not publish
        else "made"
        if report.written or report.deleted or report.rendered
        else "made_nothing"
    )
    counts = {
        name: getattr(report, name)
        for name in ("rendered", "kept", "written", "deleted", "pages", "renditions")
    }
    print(texts[key].format(**counts, seconds=f"{report.seconds:.2f}"))


def _tell_failure(error: ContentErrors, lang: str, texts: Mapping[str, str], publish: bool) -> None:
    errors = [one for one in error.problems if one.severity == "error"]
    warnings = [one for one in error.problems if one.severity == "warning"]
    if isinstance(error, ConfigErrors):
        heading = texts["config_errors"]
    else:
        heading = texts["errors" if publish else "errors_check"].format(n=len(errors))
    _tell_problems(heading, errors, lang)
    if warnings:
        _tell_problems(texts["warnings_beside"].format(n=len(warnings)), warnings, lang)


def _tell_problems(heading: str, problems: Sequence[Problem], lang: str) -> None:
    _say(heading)
    for one in problems:
        _say(line(one, lang))


def _print_json(report: Report | None, problems: Sequence[Problem], lang: str) -> None:
    import json

    names = ("rendered", "kept", "written", "deleted", "pages", "renditions")
    data: dict[str, Any] = {name: getattr(report, name) if report else 0 for name in names}
    data["seconds"] = round(report.seconds, 3) if report else 0.0
    if report and report.reasons:
        data["reasons"] = [
            {"path": r.path, "reason": r.code.removeprefix("why-"), "detail": r.detail}
            for r in report.reasons
        ]
    data["problems"] = [_as_json(one, lang) for one in problems]
    text = json.dumps(data, ensure_ascii=False, indent=1)
    print(text.encode("utf-8", "backslashreplace").decode())


def _as_json(one: Problem, lang: str) -> dict[str, Any]:
    told = tell(one, lang)
    place = one.place
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "field": place.field,
        "message": told.message,
        "hint": told.hint,
        "severity": one.severity,
        "code": one.code,
    }


def _reason(code: str) -> Problem:
    from lontar.errors import Place

    return Problem(Place(""), code)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _system_text(error: OSError) -> str:
    name = f" ({Path(error.filename).name})" if isinstance(error.filename, str) else ""
    return f"{error.strerror or error}{name}"


def _record(error: Exception) -> str:
    """Write the traceback to a file of its own; the file's path."""
    import tempfile
    import traceback

    text = f"Lontar {VERSION}, Python {sys.version}\n\n{''.join(traceback.format_exception(error))}"
    with tempfile.NamedTemporaryFile(
        "w", prefix="lontar-", suffix=".log", delete=False, encoding="utf-8"
    ) as file:
        file.write(text)
    return file.name
