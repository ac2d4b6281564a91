"""What reading one file came to."""

from __future__ import annotations

from typing import NamedTuple

from lontar.errors import Problem
from lontar.model.body import Pieces
from lontar.model.record import Record


class Told(NamedTuple):
    """`record` is None when the file is as before (then `problems` is empty) or wrong. `uses` are the
    paths of the photos it names, `bodies` the pieces of its text under their digest, `outline` the digest
    of the record's outline."""

    path: str
    content: str
    uses: tuple[str, ...]
    record: Record | None
    outline: str
    bodies: dict[str, Pieces]
    problems: tuple[Problem, ...]
