"""What a build is asked for, and what it tells of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from lontar.errors import Problem
from lontar.site.site import Unpublished

Progress = Callable[[str, int, int], None]
"""Called with a stage, how many of its steps are done and how many there are."""


@dataclass(frozen=True, slots=True)
class Request:
    """`today` stands in for the present day, to its end; `publish` is off for a mere check; `photos` is where
    finished renditions are kept, the cache unless it is given."""

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
    photos: Path | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a file was made anew: a code of the message catalogue, and what changed where that is known."""

    path: str
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Report:
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
        return replace(self, seconds=seconds)
