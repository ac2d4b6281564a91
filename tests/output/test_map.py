"""The map of makers as readers find it: by eye, by keyboard, and as data."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

from tests.output.test_access import looking
from tests.tools.site import BuiltSite

SMALLEST_TARGET = 24


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_marks_are_big_enough_apart_and_on_the_sheet(browser: Browser, preview_url: str, width: int) -> None:
    with looking(browser, width) as page:
        page.goto(f"{preview_url}/perajin/")
        sheet = page.locator(".map-sheet").bounding_box()
        assert sheet is not None
        assert sheet["width"] / sheet["height"] == pytest.approx(1.5, abs=0.02)
        marks = page.locator(".map-sheet .map-touch").all()
        assert len(marks) >= 6
        middles = []
        for mark in marks:
            box = mark.bounding_box()
            assert box is not None
            assert box["width"] >= SMALLEST_TARGET
            assert sheet["x"] <= box["x"]
            assert box["x"] + box["width"] <= sheet["x"] + sheet["width"]
            middles.append((box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
        for number, (x, y) in enumerate(middles):
            for other_x, other_y in middles[:number]:
                assert abs(x - other_x) >= SMALLEST_TARGET or abs(y - other_y) >= SMALLEST_TARGET
        for label in page.locator(".map-district").all():
            box = label.bounding_box()
            assert box is not None
            assert sheet["x"] <= box["x"]
            assert box["x"] + box["width"] <= sheet["x"] + sheet["width"]
            assert box["y"] + box["height"] <= sheet["y"] + sheet["height"]


@pytest.mark.browser
def test_the_keyboard_reaches_a_maker_by_the_map(browser: Browser, preview_url: str) -> None:
    with looking(browser, 1280) as page:
        page.goto(f"{preview_url}/perajin/")
        first = page.locator(".map-sheet a").first
        for _ in range(20):
            page.keyboard.press("Tab")
            if first.evaluate("element => element === document.activeElement"):
                break
        seen = page.locator(".map-sheet a:focus-visible .map-touch")
        assert seen.evaluate("element => getComputedStyle(element).strokeWidth") == "3px"
        target = first.get_attribute("href")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{target}")


def test_whoever_is_on_the_map_is_in_the_list_beside_it(built: BuiltSite) -> None:
    page = built.page("/perajin/")
    on_map = page.values("//*[contains(@class, 'map-sheet')]//a/@href")
    listed = page.values("//*[contains(@class, 'mapping-list')]//a/@href")
    assert len(on_map) == len(set(on_map)) >= 6
    assert set(on_map) < set(listed)
    assert sorted(listed) == sorted(path for path in (p.url for p in built.pages()) if path.count("/") == 3 and path.startswith("/perajin/"))


def test_no_map_comes_from_elsewhere(built: BuiltSite) -> None:
    for page in built.real_pages():
        for address in page.values("//img/@src | //iframe/@src | //script/@src | //link[@rel='stylesheet']/@href"):
            assert address.startswith("/"), page.url


def test_the_data_can_be_downloaded(built: BuiltSite) -> None:
    (href,) = built.page("/perajin/").values("//a[@type='application/geo+json']/@href")
    file = built.resolve(href)
    assert file is not None
    data = json.loads(file.read_text("utf-8"))
    for feature in data["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        assert 111 < lon < 113
        assert -8 < lat < -6
        target = built.resolve(feature["properties"]["url"])
        assert target is not None
        assert target.is_file()
