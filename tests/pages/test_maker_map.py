"""The drawn map of makers: where things stand on it, and its data."""

from __future__ import annotations

import json
from math import asin, cos, radians, sin, sqrt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.pages.maker_map import RATIO, Coordinates, sheet_around
from tests.building import Made, at, maker, site_of

PLACES = {
    "jono": ("Temayang", -7.35, 111.92),
    "rendeng": ("Malo", -7.13, 111.74),
    "sukorejo": ("Bojonegoro", -7.16, 111.89),
    "cokelat": ("Bojonegoro", -7.15, 111.88),
    "thengul": ("Bojonegoro", -7.15, 111.88),
    "ledre": ("Padangan", -7.16, 111.61),
}
POINTS = st.tuples(st.floats(-60, 60), st.floats(-170, 170))


def made(places: dict[str, tuple[str, float, float]] = PLACES) -> Made:
    files = {
        f"content/perajin/{name}.yaml": maker(
            name=name.title(), district=district, coordinates=f"{{lat: {lat}, lon: {lon}}}"
        )
        for name, (district, lat, lon) in places.items()
    }
    return site_of({**files, "content/perajin/tanpa.yaml": maker(name="Tanpa Tempat")})


def drawn(places: dict[str, tuple[str, float, float]] = PLACES) -> Any:
    return made(places).context("/perajin/")["drawn"]


def percent(text: str) -> float:
    assert text.endswith("%")
    return float(text[:-1])


def great_circle(one: Coordinates, other: Coordinates) -> float:
    """Kilometres by the haversine formula."""
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


def test_every_maker_with_a_place_is_on_the_map_and_leads_to_their_page() -> None:
    marks = drawn()["marks"]
    assert {mark["url"] for mark in marks} == {f"/perajin/{name}/" for name in PLACES}
    by_title = {mark["title"]: (percent(mark["x"]), percent(mark["y"])) for mark in marks}
    assert by_title["Ledre"][0] < by_title["Rendeng"][0] < by_title["Sukorejo"][0] < by_title["Jono"][0]
    assert by_title["Rendeng"][1] < by_title["Sukorejo"][1] < by_title["Jono"][1]


@given(st.lists(POINTS, min_size=1, max_size=6))
def test_all_is_well_inside_the_sheet(points: list[Coordinates]) -> None:
    sheet = sheet_around(points)
    for x, y in map(sheet.place, points):
        assert 10 < x < 90
        assert 15 < y < 85


@given(POINTS, st.floats(-0.3, 0.3), st.floats(-0.3, 0.3))
def test_distances_are_true_both_ways(start: Coordinates, south: float, east: float) -> None:
    """Within a regency's extent, against the sphere."""
    end = (start[0] + south, start[1] + east)
    true = great_circle(start, end)
    sheet = sheet_around([start, end])
    (x1, y1), (x2, y2) = sheet.place(start), sheet.place(end)
    across = (x2 - x1) / 100 * sheet.km
    down = (y2 - y1) / 100 * sheet.km / RATIO
    assert sqrt(across**2 + down**2) == pytest.approx(true, rel=0.01, abs=0.05)


def test_marks_on_one_spot_stand_apart() -> None:
    many = {f"m{number}": ("Malo", -7.1, 111.7) for number in range(6)}
    marks = drawn({**many, "jauh": ("Padangan", -7.2, 111.2)})["marks"]
    spots = [(mark["x"], mark["y"], mark["dx"], mark["dy"]) for mark in marks if mark["title"] != "Jauh"]
    assert len(set(spots)) == 6
    for one in spots:
        for other in spots:
            if one != other:
                assert abs(one[2] - other[2]) >= 24 or abs(one[3] - other[3]) >= 24


def test_districts_are_named_once_and_out_of_each_others_way() -> None:
    found = drawn()["districts"]
    assert [one["name"] for one in found] == ["Bojonegoro", "Malo", "Padangan", "Temayang"]
    close = {"atas": ("Atas", -7.1, 111.7), "bawah": ("Bawah", -7.12, 111.7), "jauh": ("Jauh", -7.2, 111.2)}
    sides = {one["name"]: (one["side"], one["anchor"]) for one in drawn(close)["districts"]}
    assert (sides["Atas"][0], sides["Bawah"][0]) == ("above", "below")
    assert (sides["Jauh"][1], sides["Atas"][1]) == ("start", "end")


def test_the_grid_and_the_bar_say_where_and_how_far() -> None:
    found = drawn()
    assert [line["label"] for line in found["meridians"]] == ["111,6° BT", "111,8° BT", "112° BT"]
    assert "7,2° LS" in [line["label"] for line in found["parallels"]]
    assert found["bar"]["label"] == "10 km"
    sheet = sheet_around([(lat, lon) for _, lat, lon in PLACES.values()])
    assert percent(found["bar"]["width"]) == pytest.approx(1000 / sheet.km, abs=0.01)


def test_one_maker_alone_has_a_map_of_some_kilometres() -> None:
    sheet = sheet_around([(-7.1, 111.7)])
    assert sheet.km == 20.0
    assert sheet.place((-7.1, 111.7)) == pytest.approx((50, 50))


def test_without_places_there_is_no_map() -> None:
    assert drawn({}) is None


def test_geojson_puts_longitude_first() -> None:
    site = made()
    data = json.loads(site.view(at(site.plan().pages, "/perajin.geojson")))
    assert (data["type"], len(data["features"])) == ("FeatureCollection", len(PLACES))
    for feature in data["features"]:
        assert feature["type"] == "Feature"
        district, lat, lon = PLACES[feature["properties"]["name"].lower()]
        assert feature["geometry"] == {"type": "Point", "coordinates": [lon, lat]}
        assert feature["properties"]["district"] == district
        assert feature["id"] == feature["properties"]["url"]
        assert feature["id"].startswith("https://uji.example/perajin/")
    assert site_of({}).view(at(site_of({}).plan().pages, "/perajin.geojson"))


def test_what_is_not_on_the_map_does_not_change_its_data() -> None:
    site = site_of({"content/perajin/a.yaml": maker(since="2010")})
    other = site_of({"content/perajin/a.yaml": maker(since="2011")})
    assert at(site.plan().pages, "/perajin.geojson").key == at(other.plan().pages, "/perajin.geojson").key
