"""Links that open a place on a map: the device's own (RFC 5870), and two services, on a click."""

from __future__ import annotations

from lontar.pages.frame import Frame

_ZOOM = 14


def map_links(frame: Frame, coordinates: tuple[float, float] | None) -> list[dict[str, str]]:
    """Services' addresses by their documentation: OpenStreetMap ("Shortlink, marker"), Google Maps URLs
    (search). Empty without coordinates."""
    if coordinates is None:
        return []
    lat, lon = coordinates
    return [
        {"label": frame.words["open_map"], "url": f"geo:{lat},{lon}"},
        {
            "label": "OpenStreetMap",
            "url": f"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map={_ZOOM}/{lat}/{lon}",
        },
        {
            "label": "Google Maps",
            "url": f"https://www.google.com/maps/search/?api=1&query={lat}%2C{lon}",
        },
    ]
