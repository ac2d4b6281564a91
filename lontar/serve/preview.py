"""The preview from start to end: build, serve, wait for a change, build again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from lontar.pipeline.report import Report, Request
from lontar.serve.builder import Builder, Built
from lontar.serve.changes import Changes
from lontar.serve.live import Live
from lontar.serve.mistakes import mistakes_of
from lontar.serve.server import ADDRESS, Server, Shown
from lontar.serve.styles import is_styles_only, joined_sheet
from lontar.serve.unpublished import labels
from lontar.serve.votes import Votes
from lontar.serve.watcher import Watcher

CONFIRM = 2.2
"""Seconds after a change until one more look: then every stamp is old enough to be trusted (see
lontar.load.records), and what was saved twice within one stamp is found."""
_SPARE = 5
"""Times a long build that it waits for, lest it be in the way of the next change."""
SWEEP, SHARE, UNWATCHED = 10.0, 50, 2.0
"""Seconds between looks without any event, for changes that no event tells of (network folders, midnight);
or so many times what a look takes. Without a watcher, or where a look has found what no event told, they are
more frequent."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a build came to, for the terminal. `changed` is None for the first one; `seconds` are those from
    the change at rest to the new page."""

    changed: tuple[str, ...] | None
    built: Built
    seconds: float


def preview_request(root: Path, cache: Path, templates: Path, jobs: int) -> Request:
    """Drafts and what is scheduled are in the preview, so it has an output and a cache of its own; photos,
    which are the same, it shares with the site."""
    own = cache / "preview"
    return Request(root, own / "output", own / "cache", templates, jobs=jobs, drafts=True, photos=cache)


class Preview:
    """Serves while `run` does; `tell` is called after each build that is worth a line."""

    def __init__(
        self, request: Request, port: int, lang: str, texts: Mapping[str, str], tell: Callable[[Told], None]
    ) -> None:
        self._request = request
        self._lang = lang
        self._texts = texts
        self._tell = tell
        self._live = Live()
        self._shown = Shown(request.output, self._live, f"{os.getpid()}-{time.time_ns()}", lang, dict(texts))
        self._server = Server(port, self._shown)
        self._changes = Changes()
        self._watcher = Watcher(request.root, request.templates, self._changes)
        self._builder = Builder(request)
        self._last = Built()
        self._deaf = False

    @property
    def port(self) -> int:
        return self._server.server_port

    @property
    def url(self) -> str:
        return f"http://{ADDRESS}:{self.port}{self._shown.base}/"

    @property
    def watches(self) -> bool:
        """Whether the system tells of changes."""
        return self._watcher.works

    def start(self) -> None:
        Thread(target=self._server.serve_forever, daemon=True, name="server").start()
        self._watcher.start()

    def run(self, votes: Callable[[Built], Votes] | None = None) -> None:
        """Until KeyboardInterrupt. `votes` starts the form endpoint after the first good build."""
        changed: tuple[str, ...] | None = None
        while True:
            seconds = self._build(changed)
            if votes is not None and self._last.report is not None and self._shown.votes is None:
                self._shown.votes = votes(self._last)
            if changed == () or not self.watches:
                wait = max(SWEEP if self.watches and not self._deaf else UNWATCHED, SHARE * seconds)
            else:
                wait = max(CONFIRM, _SPARE * seconds)
            changed = self._changes.wait(wait)

    def _build(self, changed: tuple[str, ...] | None) -> float:
        """One build and what follows from it; how long it took."""
        started = time.perf_counter()
        self._watcher.refresh()
        if (
            changed
            and is_styles_only(changed)
            and (sheet := joined_sheet(self._request.templates, self._shown.base))
        ):
            self._shown.sheet = sheet
            self._live.change(sheet=sheet[0])
        built = self._builder.build()
        seconds = time.perf_counter() - started
        if built.report is None and self._changes.pending:
            return seconds  # half of what is being saved: the next build tells
        if built.report is not None:
            self._show(built.report, built.base)
        else:
            request = self._request
            mistakes, more = mistakes_of(built.problems, request.root, request.templates, self._lang)
            self._live.change(building=False, mistakes=mistakes, more=more, failure=built.failure)
        found = changed == () and _differs(built, self._last)
        self._deaf = self._deaf or found
        if changed != () or found:
            self._tell(Told(changed, built, seconds))
        self._last = built
        return seconds

    def _show(self, report: Report, base: str) -> None:
        self._shown.base = base
        self._live.change(
            version=self._live.state.version + bool(report.written or report.deleted),
            building=False,
            mistakes=(),
            more=0,
            failure="",
            sheet="",
            unpublished=labels(report.unpublished, base, self._texts, self._lang),
        )

    def close(self) -> None:
        """End everything that was started."""
        self._live.close()
        self._watcher.stop()
        self._builder.close()
        if self._shown.votes is not None:
            self._shown.votes.close()
        self._server.shutdown()
        self._server.server_close()


def _differs(built: Built, last: Built) -> bool:
    """Whether a look without an event found something new."""
    if built.report is None:
        return (built.problems, built.failure) != (last.problems, last.failure)
    return last.report is None or bool(built.report.written or built.report.deleted)
