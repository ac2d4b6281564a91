"""A survey (content/survei): its question and choices. Votes live with the endpoint, not here."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

from lontar.errors import Problem

SurveyKind = Literal["satisfaction"]


class Choice(NamedTuple):
    """`score` follows the scale 1–4 of Permenpan RB 14/2017; `icon` names a drawn face of the theme."""

    value: str
    label: str
    score: int
    icon: str


class Tally(NamedTuple):
    """The last known answers, in the order of the choices; `counted_at` is when they were counted."""

    counts: tuple[tuple[str, int], ...]
    counted_at: str

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)


class Survey(NamedTuple):
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
