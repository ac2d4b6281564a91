"""The page of each survey, and what the endpoint is told of them."""

from __future__ import annotations

import json

from lontar.model.survey import UNSUR
from lontar.survey.catalogue import parse_catalogue
from lontar.survey.results import results_of
from lontar.survey.skm import index_of
from tests.building import SURVEY, Made, at, site_of, skm, survey


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


def test_the_endpoint_knows_every_question_and_grades_an_skm() -> None:
    made = site_of({SURVEY: skm(), "content/survei/satu.yaml": survey()})
    text = made.view(at(made.plan().pages, "/surveys.json"))
    polls = parse_catalogue(text, "surveys.json").polls
    assert polls["puas"].kind == "skm"
    assert [(q.id, q.unsur, q.text) for q in polls["puas"].questions] == [
        (unsur, name, f"Bagaimana {unsur}?") for unsur, name in UNSUR.items()
    ]
    assert polls["satu"].is_single
    index = index_of(results_of(polls["puas"], {(str(unsur), "nilai-3"): 1 for unsur in UNSUR}))
    assert index is not None
    assert (str(index.value), index.grade, index.is_exact) == ("75.00", "C", True)


def test_the_endpoint_is_told_the_translations() -> None:
    files = {
        SURVEY: skm(),
        "content/survei/puas.en.yaml": skm(question="Satisfied?"),
        "content/survei/satu.yaml": survey(),
        "content/survei/dua.en.yaml": survey(),
    }
    made = site_of(files, more="languages:\n  en: {title: Test Site}\n")
    text = made.view(at(made.plan().pages, "/surveys.json"))
    catalogue = parse_catalogue(text, "surveys.json")
    english = catalogue.edition("en", "")
    assert (english.title, english.home) == ("Test Site", "https://uji.example/en/")
    assert list(catalogue.polls) == ["puas", "satu"]
    poll = catalogue.polls["puas"].in_language("en")
    assert (poll.question, poll.url) == ("Satisfied?", "/en/survei/puas/")
    assert [question.text for question in poll.questions] == [f"Bagaimana {unsur}?" for unsur in UNSUR]
    assert not catalogue.polls["satu"].translations


def test_the_introduction_is_what_search_engines_are_told() -> None:
    found = site_of({SURVEY: survey(intro="Sebentar saja.")}).context("/survei/puas/")
    assert found["page"]["description"] == found["survey"]["intro"] == "Sebentar saja."
    assert site_of({SURVEY: survey()}).context("/survei/puas/")["page"]["description"] == "Puaskah Anda?"


def test_without_surveys_that_is_told_too() -> None:
    found = data(site_of({}))
    assert isinstance(found, dict)
    assert found["surveys"] == []
