"""The tone that stands where a photo will be."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from lontar.pages.tones import TONES, tone_of
from tests.building import TEMPLATES

SHEET = (TEMPLATES / "assets/css/55-tones.css").read_text("utf-8")
DARK_INK, LIGHT_INK, LEAST = "#1e1b18", "#ffffff", 4.5


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_each_tone_is_its_own() -> None:
    assert [tone_of(tone) for tone in TONES] == [f"tone-{number}" for number in range(1, len(TONES) + 1)]


def test_the_nearest_is_taken() -> None:
    assert tone_of("#ffffff") == "tone-6"
    assert tone_of("#000000") == "tone-1"
    assert tone_of("#1f2a4c") == "tone-20"


@given(st.integers(0, 0xFFFFFF))
def test_every_colour_has_one(number: int) -> None:
    assert re.fullmatch(r"tone-([1-9]|1[0-9]|2[0-4])", tone_of(f"#{number:06x}"))


def test_the_style_sheet_has_the_same_colours() -> None:
    assert tuple(re.findall(r"^\.tone-\d+ \{ background: (#\w{6}); \}$", SHEET, re.MULTILINE)) == TONES


def test_an_alternative_text_can_be_read_on_each() -> None:
    (names,) = re.findall(r":is\(([^)]*)\) \{ color: #fff; \}", SHEET)
    dark = set(names.replace(".", "").split(", "))
    for number, tone in enumerate(TONES, 1):
        ink = LIGHT_INK if f"tone-{number}" in dark else DARK_INK
        assert contrast(tone, ink) >= LEAST, f"tone-{number}"
