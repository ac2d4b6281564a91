"""A survey (content/survei): its questions and choices. Votes live with the endpoint, not here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from lontar.errors import Problem

SurveyKind = Literal["satisfaction", "skm"]
Unsur = Literal[
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarana",
]
UNSUR: Mapping[Unsur, str] = MappingProxyType(
    {
        "persyaratan": "Persyaratan",
        "prosedur": "Sistem, Mekanisme, dan Prosedur",
        "waktu": "Waktu Penyelesaian",
        "biaya": "Biaya/Tarif",
        "produk": "Produk Spesifikasi Jenis Pelayanan",
        "kompetensi": "Kompetensi Pelaksana",
        "perilaku": "Perilaku Pelaksana",
        "pengaduan": "Penanganan Pengaduan, Saran, dan Masukan",
        "sarana": "Sarana dan Prasarana",
    }
)
"""The nine elements of an SKM by Permenpan RB 14/2017, under the names that its reports give them."""

FORM_FIELDS = frozenset({"back", "website", "form", "voter"})
"""Fields of a vote's form that are no answers; no question can have such an id."""


class Choice(NamedTuple):
    """`score` follows the scale 1–4 of Permenpan RB 14/2017; `icon` names a drawn face of the theme."""

    value: str
    label: str
    score: int
    icon: str


class Question(NamedTuple):
    """One of several; all take the survey's choices. `id` is its form field."""

    id: str
    unsur: Unsur
    text: str


Counts = tuple[tuple[str, int], ...]
"""How many chose each value."""


class Tally(NamedTuple):
    """The last known answers, when they were counted, and those to each of several questions by its id."""

    counts: Counts
    counted_at: str
    questions: tuple[tuple[str, Counts], ...] = ()


class SurveyLangs(NamedTuple):
    """The language in which each of these fields of a survey is written."""

    question: str
    intro: str
    questions: str
    choices: str


class Survey(NamedTuple):
    """`questions` is empty where `question` is the only one; else that is the title of them all."""

    source: str
    slug: str
    lang: str
    url: str
    question: str
    intro: str
    kind: SurveyKind
    questions: tuple[Question, ...]
    choices: tuple[Choice, ...]
    opens: dt.datetime | None
    closes: dt.datetime | None
    show_results: bool
    langs: SurveyLangs
    lines: tuple[tuple[str, int], ...]
    notes: tuple[Problem, ...]
    digest: str
