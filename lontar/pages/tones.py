"""The tone that stands where a photo will be until it has come: the nearest of a few colours.

A policy without inline styles allows no colour of its own for each photo; a class of the theme's style sheet
(`templates/assets/css/55-tones.css`) costs nine bytes and no request.
"""

from __future__ import annotations

from functools import cache

TONES = (
    *("#1c1a19", "#4a4744", "#77736e", "#a5a09a", "#cdc8c1", "#ece8e1"),  # greys of stone and paper
    *("#3b2418", "#6b4630", "#946c4b", "#c19c78", "#e0c8aa"),  # wood
    *("#5a2018", "#9a4a33", "#c9826a"),  # clay
    *("#85742f", "#cdb569"),  # straw
    *("#24381f", "#4f6b3f", "#93a878"),  # leaf
    *("#1b2748", "#435a86", "#8ea3c4"),  # indigo
    *("#5e3a55", "#b08aa3"),  # mangosteen
)


@cache
def tone_of(colour: str) -> str:
    """ "#7a6f60" → "tone-3": the class of the nearest tone, by distance in sRGB."""
    wanted = _parts(colour)

    def distance(number: int) -> int:
        return sum((one - other) ** 2 for one, other in zip(wanted, _parts(TONES[number]), strict=True))

    return f"tone-{min(range(len(TONES)), key=distance) + 1}"


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
