"""What a build is asked for, and what it tells of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lontar.errors import Problem

if TYPE_CHECKING:  # a build with nothing to do loads neither
    from lontar.load.site import Loaded
    from lontar.load.sources import Sources
    from lontar.site.site import Unpublished

Progress = Callable[[str, int, int], None]
"""Called with a stage, how many of its steps are done and how many there are."""
Advise = Callable[["Loaded", "Sources"], "Iterable[Problem]"]
"""Further problems of what was loaded, weighed like all others."""


class Request(NamedTuple):
    """`executor` is the address of a cluster for the heavy steps, "" for none. `today` stands in for the
    present day, to its end; `publish` is off for a mere check, which may ask to `advise` as well;
    `photos` is where finished renditions are kept, the cache unless it is given."""

    root: Path
    output: Path
    cache: Path
    templates: Path
    today: dt.date | None = None
    clean: bool = False
    jobs: int = 1
    drafts: bool = False
    explain: bool = False
    publish: bool = True
    executor: str = ""
    advise: Advise | None = None
    photos: Path | None = None


class Reason(NamedTuple):
    """Why a file was made anew: a code of the message catalogue, and what changed where that is known."""

    path: str
    code: str
    detail: str = ""


class Report(NamedTuple):
    """`pages` counts all files but photos; `rendered` those made anew; `written` and `deleted` files of the
    output, photos included; `renditions` photos made anew; `problems` are the warnings; `unpublished` what
    is there only because drafts were asked for."""

    rendered: int
    kept: int
    written: int
    deleted: int
    pages: int
    renditions: int
    seconds: float
    problems: tuple[Problem, ...]
    reasons: tuple[Reason, ...] = ()
    unpublished: tuple[Unpublished, ...] = ()

    def after(self, seconds: float) -> Report:
        return self._replace(seconds=seconds)
