"""A maker or a cluster of makers (content/perajin)."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

from lontar.errors import Problem
from lontar.model.body import Body
from lontar.model.photo import Photo

MakerKind = Literal["perajin", "umkm", "sentra"]
CurationStatus = Literal["lolos", "proses", "belum"]


class MakerCard(NamedTuple):
    """What a listing may show of a maker."""

    url: str
    title: str
    summary: str
    kind: MakerKind
    village: str
    district: str
    curation: CurationStatus
    title_lang: str
    summary_lang: str
    cover: Photo | None
    digest: str


class Contact(NamedTuple):
    """`whatsapp` holds digits only, country code first."""

    whatsapp: str = ""
    instagram: str = ""
    email: str = ""
    website: str = ""


class Maker(NamedTuple):
    """`coordinates` are latitude and longitude in degrees (WGS 84); `since` is a year, 0 if not said."""

    source: str
    slug: str
    lang: str
    card: MakerCard
    coordinates: tuple[float, float] | None
    since: int
    curated_on: dt.date | None
    curated_by: str
    contact: Contact
    aliases: tuple[str, ...]
    draft: bool
    body: Body
    lines: tuple[tuple[str, int], ...]
    notes: tuple[Problem, ...]
    digest: str
