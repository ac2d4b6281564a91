"""Makers on a drawn map, without tiles from elsewhere, and as GeoJSON for other people's maps.

The projection is equirectangular with its true scale in the middle of the map: over a regency's 60 km the
error is far below the width of a mark. Everything is placed in percents of the drawing, so that marks and
letters keep their size on every screen.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import cos, floor, radians
from typing import Any, NamedTuple

from lontar.model.maker import MakerCard
from lontar.pages.cards import maker_card
from lontar.pages.formats import number
from lontar.pages.frame import Frame
from lontar.pages.planned import Html

Coordinates = tuple[float, float]
Located = tuple[MakerCard, Coordinates]
RATIO = 1.5
"""Width by height; templates/assets/css/72-map.css has the same."""
_KM_LAT, _KM_LON = 110.57, 111.32
"""Kilometres in a degree of latitude, and of longitude at the equator (WGS 84)."""
_LEAST_KM = 20.0
_MARGINS = (1.35, 1.75)
"""How much wider and higher the sheet is than what lies on it: names stand below their places."""
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30)
_BARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_NEAR = (9.0, 9.0)
"""Percents: marks nearer than this would cover one another on a phone; they stand in rows instead."""
_EDGE = 9.0
"""Percents: a degree nearer to the sheet's edge has its name turned inwards, so that it stays on the page."""
_ROW, _STEP = 4, 28
"""Marks in a row, and the pixels between two."""


class Sheet(NamedTuple):
    """The part of the world on the map: its north-west corner and its extent in degrees, its width in km."""

    north: float
    west: float
    height: float
    width: float
    km: float

    def place(self, point: Coordinates) -> tuple[float, float]:
        """Percents from the left and from the top."""
        lat, lon = point
        return (lon - self.west) / self.width * 100, (self.north - lat) / self.height * 100


def sheet_around(points: Sequence[Coordinates]) -> Sheet:
    """The smallest sheet of the map's shape with all points well inside."""
    south, north = min(lat for lat, _ in points), max(lat for lat, _ in points)
    west, east = min(lon for _, lon in points), max(lon for _, lon in points)
    middle = (south + north) / 2
    km_lon = _KM_LON * max(0.01, cos(radians(middle)))
    wide, high = (east - west) * km_lon * _MARGINS[0], (north - south) * _KM_LAT * _MARGINS[1]
    km = max(wide, high * RATIO, _LEAST_KM)
    width, height = km / km_lon, km / RATIO / _KM_LAT
    return Sheet(middle + height / 2, (west + east) / 2 - width / 2, height, width, km)


def map_view(frame: Frame, located: Sequence[Located]) -> dict[str, Any] | None:
    """The *drawn map* of docs/templates.md; None when nobody's place is known."""
    if not located:
        return None
    sheet = sheet_around([point for _, point in located])
    bar = max((one for one in _BARS if one <= sheet.km * 0.3), default=_BARS[0])
    return {
        "meridians": _lines(frame, sheet.west, sheet.width, "east", "west", sheet),
        "parallels": _lines(frame, sheet.north - sheet.height, sheet.height, "north", "south", sheet),
        "bar": {
            "width": _percent(bar / sheet.km * 100),
            "half": _percent(bar / sheet.km * 50),
            "half_label": number(bar / 2, frame.lang),
            "label": f"{bar} km",
        },
        "districts": _districts(sheet, located),
        "marks": [
            {**maker_card(frame, card, 0), "symbol": card.kind, "x": _percent(x), "y": _percent(y), **shift}
            for card, x, y, shift in _spread(sheet, located)
        ],
    }


def _percent(value: float) -> str:
    return f"{value:.2f}%"


def _lines(
    frame: Frame, start: float, extent: float, over: str, under: str, sheet: Sheet
) -> list[dict[str, str]]:
    """Lines of the grid at round degrees, with their names ("7,2° LS")."""
    step = next((one for one in _STEPS if sheet.width / one <= 5), _STEPS[-1])
    found = []
    for count in range(floor(start / step) + 1, floor((start + extent) / step) + 1):
        degrees = round(count * step, 2)
        share = (degrees - start) / extent * 100
        label = frame.words[f"map_{over if degrees >= 0 else under}"].format(
            n=number(abs(degrees), frame.lang)
        )
        anchor = "start" if share < _EDGE else "end" if share > 100 - _EDGE else "middle"
        at = _percent(share if over == "east" else 100 - share)
        found.append({"at": at, "label": label, "anchor": anchor})
    return found


def _districts(sheet: Sheet, located: Sequence[Located]) -> list[dict[str, str]]:
    """Names of districts, each below the middle of its makers, or above where another one is just below."""
    by_name: dict[str, list[tuple[float, float]]] = {}
    for card, point in located:
        if card.district:
            by_name.setdefault(card.district, []).append(sheet.place(point))
    middles = {
        name: (sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places))
        for name, places in sorted(by_name.items())
    }
    return [
        {
            "name": name,
            "x": _percent(x),
            "y": _percent(y),
            "side": "above"
            if any(abs(x - other) < 18 and 0 < below - y < 16 for other, below in middles.values())
            else "below",
            "anchor": "start" if x < 15 else "end" if x > 85 else "middle",
        }
        for name, (x, y) in middles.items()
    ]


def _spread(sheet: Sheet, located: Sequence[Located]) -> list[tuple[MakerCard, float, float, dict[str, int]]]:
    """Every maker's place in percents, and by how many pixels it is moved aside from others there."""
    groups: list[tuple[float, float, list[MakerCard]]] = []
    for card, point in located:
        x, y = sheet.place(point)
        for other_x, other_y, cards in groups:
            if abs(x - other_x) < _NEAR[0] and abs(y - other_y) < _NEAR[1]:
                cards.append(card)
                break
        else:
            groups.append((x, y, [card]))
    found = []
    for x, y, cards in groups:
        for place, card in enumerate(cards):
            row, column = divmod(place, _ROW)
            in_row = min(_ROW, len(cards) - row * _ROW)
            shift = {"dx": round((column - (in_row - 1) / 2) * _STEP), "dy": -row * _STEP}
            found.append((card, x, y, shift))
    return found


def view_geojson(_html: Html, root: str, located: tuple[Located, ...]) -> str:
    """RFC 7946: longitude first. `root` is the site's address without a slash at its end."""
    features = [
        {
            "type": "Feature",
            "id": root + card.url,
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
            "properties": {
                "name": card.title,
                "kind": card.kind,
                "village": card.village,
                "district": card.district,
                "curation": card.curation,
                "url": root + card.url,
            },
        }
        for card, (lat, lon) in located
    ]
    data = {"type": "FeatureCollection", "features": features}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
