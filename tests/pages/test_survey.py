"""The page of each survey, and what the endpoint is told of them."""

from __future__ import annotations

import json

from tests.building import SURVEY, Made, at, site_of, survey


def data(made: Made) -> object:
    return json.loads(made.view(at(made.plan().pages, "/surveys.json")))


def test_a_survey_has_its_page() -> None:
    found = site_of({SURVEY: survey()}).context("/survei/puas/")
    assert (found["page"]["kind"], found["page"]["title"]) == ("survey", "Puaskah Anda?")
    assert found["survey"]["back"] == "/survei/puas/"


def test_the_endpoint_is_told_all() -> None:
    assert data(site_of({SURVEY: survey(opens="2025-12-01", show_results="false")})) == {
        "version": 1,
        "language": "id",
        "site": {"title": "Situs Uji", "url": "https://uji.example"},
        "surveys": [
            {
                "id": "puas",
                "question": "Puaskah Anda?",
                "kind": "satisfaction",
                "choices": [
                    {"value": "puas", "label": "Puas", "score": 4, "icon": "puas"},
                    {"value": "tidak", "label": "Tidak", "score": 1, "icon": "tidak"},
                ],
                "opens": "2025-12-01T00:00:00+07:00",
                "closes": None,
                "show_results": False,
                "url": "/survei/puas/",
            }
        ],
    }


def test_without_surveys_that_is_told_too() -> None:
    found = data(site_of({}))
    assert isinstance(found, dict)
    assert found["surveys"] == []
