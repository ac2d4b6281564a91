"""`build`: make the site; and what it shares with `check`, which is a build that publishes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lontar.cli import FINE, MISTAKES, USAGE
from lontar.cli.call import Call
from lontar.cli.telling import answer, answer_json, as_json, say, tell_problems
from lontar.errors import ConfigErrors, ContentErrors, Place, Problem
from lontar.messages import tell
from lontar.parallel import cores
from lontar.pipeline.build import build
from lontar.pipeline.report import Advise, Report, Request
from lontar.progress import Bar

if TYPE_CHECKING:
    import click


def command(name: str, call: Call) -> click.Command:
    def body(**given: Any) -> int:
        return run(given, call)

    return call.command(name, body, site_options(call))


def site_options(call: Call) -> list[Any]:
    """The options of every command that builds."""
    import click

    from lontar.cli.group import FOLDER

    return [
        call.option("--root", type=FOLDER),
        call.option("--output", type=FOLDER),
        call.option("--cache", type=FOLDER),
        call.option("--templates", type=FOLDER),
        call.option("--clean", is_flag=True),
        call.option("--jobs", type=click.IntRange(1, 256)),
        call.option("--executor"),
        call.option("--drafts", is_flag=True),
        call.option("--today", type=click.DateTime(["%Y-%m-%d"])),
        call.option("--json", is_flag=True),
        call.option("--explain", is_flag=True),
    ]


def run(given: Mapping[str, Any], call: Call) -> int:
    """Build with these options; the exit code."""
    home, lang, texts = call
    request, remove = request_of(given, home)
    bar = Bar(texts)
    try:
        report = build(request, bar, lambda: say(texts["waiting"]))
    except ContentErrors as error:
        bar.close()
        if given["json"]:
            report_json(None, error.problems, lang)
        else:
            _tell_failure(error, lang, texts)
        return USAGE if isinstance(error, ConfigErrors) else MISTAKES
    finally:
        bar.close()
        remove()
    if given["json"]:
        report_json(report, report.problems, lang)
    else:
        _tell_report(report, lang, texts)
    return FINE


def request_of(
    given: Mapping[str, Any], home: Path, advise: Advise | None = None
) -> tuple[Request, Callable[[], None]]:
    """The request, and what is to be done when it is over. With `advise` it is one of a mere check."""
    publish = advise is None
    plain = plain_request(given, home)
    cache, remove = cache_of(given, plain.root, publish)
    request = plain._replace(
        cache=cache,
        clean=given["clean"],
        executor=given["executor"] or "",
        explain=given["explain"],
        publish=publish,
        advise=advise,
    )
    return request, remove


def plain_request(given: Mapping[str, Any], home: Path) -> Request:
    """A build of the folders that any command was given, or of the usual ones."""
    root = (given["root"] or home).absolute()
    own = root / "templates"
    today = given.get("today")
    return Request(
        root=root,
        output=(given.get("output") or root / "output").absolute(),
        cache=(given.get("cache") or root / ".cache").absolute(),
        templates=(given["templates"] or (own if own.is_dir() else home / "templates")).absolute(),
        today=today.date() if today else None,
        jobs=given["jobs"] or cores(),
        drafts=given.get("drafts", False),
    )


def cache_of(given: Mapping[str, Any], root: Path, publish: bool) -> tuple[Path, Callable[[], None]]:
    """The cache's folder, and what is to be done when it is not needed any more. A command that publishes
    nothing uses a cache that is there, but leaves none behind."""
    cache: Path = (given["cache"] or root / ".cache").absolute()
    if publish or cache.is_dir():
        return cache, _nothing
    import tempfile

    folder = tempfile.TemporaryDirectory(prefix="lontar-check-")
    return Path(folder.name), folder.cleanup


def _nothing() -> None:
    """What is to be done when nothing is."""


def _tell_report(report: Report, lang: str, texts: Mapping[str, str]) -> None:
    for reason in report.reasons:
        text = tell(Problem(Place(""), reason.code), lang).message + (
            f": {reason.detail}" if reason.detail else ""
        )
        answer(texts["because"].format(path=reason.path, reason=text))
    if report.problems:
        tell_problems(texts["warnings"].format(n=len(report.problems)), report.problems, lang)
    key = "made" if report.written or report.deleted or report.rendered else "made_nothing"
    counts = {
        name: getattr(report, name)
        for name in ("rendered", "kept", "written", "deleted", "pages", "renditions")
    }
    answer(texts[key].format(**counts, seconds=f"{report.seconds:.2f}"))


def _tell_failure(error: ContentErrors, lang: str, texts: Mapping[str, str]) -> None:
    errors = [one for one in error.problems if one.severity == "error"]
    warnings = [one for one in error.problems if one.severity == "warning"]
    if isinstance(error, ConfigErrors):
        heading = texts["config_errors"]
    else:
        heading = texts["errors"].format(n=len(errors))
    tell_problems(heading, errors, lang)
    if warnings:
        tell_problems(texts["warnings_beside"].format(n=len(warnings)), warnings, lang)


def report_json(report: Report | None, problems: Sequence[Problem], lang: str) -> None:
    names = ("rendered", "kept", "written", "deleted", "pages", "renditions")
    data: dict[str, Any] = {name: getattr(report, name) if report else 0 for name in names}
    data["seconds"] = round(report.seconds, 3) if report else 0.0
    if report and report.reasons:
        data["reasons"] = [
            {"path": r.path, "reason": r.code.removeprefix("why-"), "detail": r.detail}
            for r in report.reasons
        ]
    data["problems"] = [as_json(one, lang) for one in problems]
    answer_json(data)
