"""survey-results.json: the last answers counted, which the build bakes into the pages.

Format: {"version": 1, "counted_at": ISO 8601, "surveys": {id: {"n": int, "counts": {value: int}}}}, for
several questions {"n": int, "questions": {question id: {value: int}}} instead.
The endpoint's `snapshot` command writes it. Without the file, surveys simply show no answers yet.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from lontar.errors import ContentErrors, Place, problem
from lontar.model.survey import Counts, Tally

NAME = "survey-results.json"
LARGEST = 1 << 20


def read_results(root: Path) -> dict[str, Tally]:
    """Tallies by survey id. ContentErrors when the file is there but not of this format."""
    try:
        data = (root / NAME).read_bytes()
    except FileNotFoundError:
        return {}
    try:
        if len(data) > LARGEST:
            raise ValueError("too large")
        return _tallies(json.loads(data))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ContentErrors([problem(Place(NAME), "results-format", reason=str(error)[:80])]) from None


def _tallies(data: dict[str, object]) -> dict[str, Tally]:
    if data["version"] != 1:
        raise ValueError(f"version {data['version']}")
    counted_at = str(data["counted_at"])
    dt.datetime.fromisoformat(counted_at)
    found: dict[str, Tally] = {}
    for survey, tally in data["surveys"].items():  # type: ignore[attr-defined]
        if "questions" in tally:
            questions = tuple((str(name), _counts(each)) for name, each in tally["questions"].items())
            found[str(survey)] = Tally((), counted_at, questions)
        else:
            found[str(survey)] = Tally(_counts(tally["counts"]), counted_at)
    return found


def _counts(counts: dict[object, object]) -> Counts:
    return tuple((str(value), _count(count)) for value, count in counts.items())


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"not a count: {value!r}")
    return value
