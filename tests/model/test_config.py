"""The configuration is one value that nothing changes."""

from __future__ import annotations

import pytest

from tests.building import config


def test_it_cannot_be_changed() -> None:
    found = config()
    with pytest.raises(AttributeError):
        found.survey_endpoint = "/x/"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        found.site.title = "x"  # type: ignore[misc]


def test_lines_lead_back_to_the_file() -> None:
    assert config("page_size: {berita: 5}\n").lines["page_size.berita"] == 7
