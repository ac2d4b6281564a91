"""The configuration as it is written: its defaults and limits."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from lontar.load.written.config import WrittenConfig

READ = TypeAdapter(WrittenConfig)
SITE = {"title": "T", "url": "https://a.example"}


def test_only_the_site_is_needed() -> None:
    found = READ.validate_python({"site": SITE})
    assert (found.survey.endpoint, found.images.widths, found.checks.links) == (
        "/s/",
        [480, 960, 1600],
        "error",
    )


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "UTC"])
def test_known_zones(zone: str) -> None:
    assert READ.validate_python({"site": {**SITE, "timezone": zone}}).site.timezone == zone


@pytest.mark.parametrize("zone", ["WIB+7", "Jakarta", "/etc/passwd", "../x", "a\0b", "Asia"])
def test_unknown_zones(zone: str) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python({"site": {**SITE, "timezone": zone}})


@pytest.mark.parametrize("target", ["/x/", "https://a.example", "mailto:a@b.example", "tel:+62"])
def test_menu_targets(target: str) -> None:
    assert READ.validate_python({"site": SITE, "menu": [{"label": "A", "url": target}]}).menu[0].url == target


@pytest.mark.parametrize(
    "more",
    [
        {"menu": [{"label": "A", "url": "javascript:alert(1)"}]},
        {"menu": [{"label": "A"}]},
        {"images": {"widths": [15]}},
        {"images": {"widths": [6001]}},
        {"images": {"widths": [480] * 9}},
        {"images": {"formats": []}},
        {"page_size": {"berita": 501}},
        {"page_size": {"artikel": 5}},
        {"categories": {"berita": {"Bukan Slug": "x"}}},
        {"categories": {"berita": {"a": ""}}},
        {"organization": {"address": {"country": "Indonesia"}}},
        {"organization": {"social": {"instagram": "@x"}}},
        {"checks": {"links": "ya"}},
    ],
)
def test_limits(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python({"site": SITE, **more})
