"""`serve`: the preview in the browser. Ends with 0 at Ctrl-C or SIGTERM."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from lontar.cli import FINE, USAGE
from lontar.cli.group import FOLDER, Call
from lontar.cli.telling import say, tell_problems
from lontar.messages import serve_texts

if TYPE_CHECKING:
    from lontar.pipeline.report import Request
    from lontar.serve.builder import Built
    from lontar.serve.preview import Told
    from lontar.serve.votes import Votes

PORT = 8000


def command(name: str, call: Call) -> click.Command:
    options = [
        call.option("--root", type=FOLDER),
        call.option("--cache", type=FOLDER),
        call.option("--templates", type=FOLDER),
        call.option("--jobs", type=click.IntRange(1, 256)),
        call.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True),
        call.option("--open", is_flag=True),
        call.option("--survey", is_flag=True),
    ]

    def body(**given: Any) -> int:
        return _serve(given, call)

    return call.command(name, body, options)


def _serve(given: Mapping[str, Any], call: Call) -> int:
    from lontar.cli.build import plain_request
    from lontar.serve.preview import UNWATCHED, Preview, preview_request
    from lontar.serve.votes import missing_parts

    lang, texts = call.lang, serve_texts(call.lang)
    if given["survey"] and (missing := missing_parts()):
        say(texts["votes_missing"].format(names=", ".join(missing)))
        return USAGE
    plain = plain_request(given, call.home)
    request = preview_request(plain.root, plain.cache, plain.templates, plain.jobs)
    try:
        preview = Preview(request, given["port"], lang, texts, lambda told: _tell(told, lang, texts))
    except OSError:
        say(texts["no_port"].format(wanted=given["port"]))
        return USAGE
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        preview.start()
        if preview.port != given["port"]:
            say(texts["port_taken"].format(wanted=given["port"], port=preview.port))
        say(texts["address"].format(url=preview.url))
        if not preview.watches:
            say(texts["unwatched"].format(n=UNWATCHED))
        if given["open"]:
            _open(preview.url)
        preview.run(_votes_of(request, texts) if given["survey"] else None)
    except KeyboardInterrupt:
        say(texts["ended"])
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)  # the end is on its way
        preview.close()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    return FINE


def _open(url: str) -> None:
    """In a thread: some browsers return only when they are closed."""
    import webbrowser
    from threading import Thread

    Thread(target=webbrowser.open, args=(url,), daemon=True).start()


def _votes_of(request: Request, texts: Mapping[str, str]) -> Callable[[Built], Votes]:
    """Starts the form endpoint with the surveys that were built."""
    from lontar.serve.votes import Votes

    folder = request.cache.parent

    def start(built: Built) -> Votes:
        votes = Votes(folder, request.output / "surveys.json", built.endpoint)
        say(texts["votes"].format(path=folder / "survey.db"))
        return votes

    return start


def _tell(told: Told, lang: str, texts: Mapping[str, str]) -> None:
    """One line for a build; its mistakes below."""
    built = told.built
    head = {"time": time.strftime("%H:%M:%S"), "changed": _names(told.changed, texts)}
    if built.report is not None:
        report = built.report
        key = "built" if report.written or report.deleted or told.changed is None else "same"
        line = texts[key].format(
            **head, written=report.written, pages=report.pages, seconds=f"{told.seconds:.2f}"
        )
        warnings = len(report.problems)
        say(texts["built_warnings"].format(told=line, n=warnings) if warnings else line)
    elif built.failure:
        say(texts["refused"].format(**head, reason=built.failure))
    else:
        errors = [one for one in built.problems if one.severity == "error"]
        tell_problems(texts["failed"].format(**head, n=len(errors)), errors, lang)


def _names(changed: tuple[str, ...] | None, texts: Mapping[str, str]) -> str:
    if not changed:
        return texts["first" if changed is None else "by_itself"]
    first = changed[0]
    return first if len(changed) == 1 else texts["and_more"].format(path=first, n=len(changed) - 1)
