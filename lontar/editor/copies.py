"""Photos copied in for a new record: upright, of a size worth keeping, without metadata."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lontar.errors import ContentErrors, Place, Problem, problem
from lontar.load.media import inspect
from lontar.model.photo import PhotoFile
from lontar.render.images import Spec, make_renditions

LONGEST = 3000
"""Pixels: enough for any screen and for a printed page, a tenth of the weight of a camera's file."""
_QUALITY = 90


def copies_of(photos: Sequence[Path], slug: str) -> dict[str, bytes]:
    """A JPEG of each photo under its new name, `<slug>-1.jpg` and so on. ContentErrors with every photo that
    cannot be read."""
    copies: dict[str, bytes] = {}
    wrong: list[Problem] = []
    for number, path in enumerate(photos, 1):
        if not path.is_file():
            wrong.append(problem(Place(str(path)), "photo-missing", file=path.name, nearest=""))
            continue
        facts = inspect(path.parent, path.name)
        if isinstance(facts, Problem):
            wrong.append(facts._replace(place=facts.place._replace(path=str(path))))
            continue
        for made in make_renditions(path, str(path), [_spec(facts)]):
            if isinstance(made, Problem):
                wrong.append(made)
            else:
                copies[f"{slug}-{number}.jpg"] = made[1]
    if wrong:
        raise ContentErrors(wrong)
    return copies


def _spec(facts: PhotoFile) -> Spec:
    scale = min(1.0, LONGEST / max(facts.width, facts.height))
    width, height = (max(1, round(size * scale)) for size in (facts.width, facts.height))
    return Spec(width, height, "jpeg", _QUALITY)
