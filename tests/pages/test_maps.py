"""Links to maps."""

from __future__ import annotations

from lontar.pages.maps import map_links
from tests.building import site_of


def test_a_place_opens_in_the_devices_map_and_in_two_services() -> None:
    links = map_links(site_of({}).frame, (-7.35, 111.92))
    assert [link["url"] for link in links] == [
        "geo:-7.35,111.92",
        "https://www.openstreetmap.org/?mlat=-7.35&mlon=111.92#map=14/-7.35/111.92",
        "https://www.google.com/maps/search/?api=1&query=-7.35%2C111.92",
    ]


def test_nowhere_is_on_no_map() -> None:
    assert map_links(site_of({}).frame, None) == []
