"""A survey (content/survei): its question and choices. Votes live with the endpoint, not here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from lontar.errors import Problem

SurveyKind = Literal["satisfaction"]


@dataclass(frozen=True, slots=True)
class Choice:
    """`score` follows the scale 1–4 of Permenpan RB 14/2017; `icon` names a drawn face of the theme."""

    value: str
    label: str
    score: int
    icon: str


@dataclass(frozen=True, slots=True)
class Tally:
    """The last known answers, in the order of the choices; `counted_at` is when they were counted."""

    counts: tuple[tuple[str, int], ...]
    counted_at: str

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Survey:
    source: str
    slug: str
    lang: str
    url: str
    question: str
    kind: SurveyKind
    choices: tuple[Choice, ...]
    opens: dt.datetime | None
    closes: dt.datetime | None
    show_results: bool
    lines: tuple[tuple[str, int], ...]
    notes: tuple[Problem, ...]
    digest: str
