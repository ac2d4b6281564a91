from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from lontar.survey.catalogue import CatalogueFile, parse_catalogue, read_catalogue
from lontar.survey.errors import OperatorError
from tests.survey.running import ENGLISH, skm_entry, survey_entry, translated_entry, write_surveys

NOW = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)


def _text(*entries: object, **changes: object) -> str:
    site = {"title": "Situs", "url": "https://contoh.id/"}
    return json.dumps({"version": 1, "language": "id", "site": site, "surveys": entries} | changes)


def test_reads_what_the_build_writes() -> None:
    catalogue = parse_catalogue(_text(survey_entry(), skm_entry()), "surveys.json")
    assert catalogue.site_url == "https://contoh.id"
    poll = catalogue.polls["kepuasan-situs"]
    assert poll.is_single
    assert [choice.score for choice in poll.choices] == [4, 3, 2, 1]
    skm = catalogue.polls["skm-2026"]
    assert not skm.is_single
    assert [question.id for question in skm.questions] == [f"u{n}" for n in range(1, 10)]


def test_a_survey_is_told_in_the_languages_it_is_translated_into(tmp_path: Path) -> None:
    several = skm_entry()
    texts = {question["id"]: f"How is {question['id']}?" for question in several["questions"]}
    labels = translated_entry()["translations"]["en"]["choices"]
    several["translations"] = {
        "en": {"question": "Service", "questions": texts, "choices": labels, "url": "/en/survei/skm-2026/"}
    }
    path = write_surveys(tmp_path / "surveys.json", translated_entry(), several, translations=ENGLISH)
    catalogue = read_catalogue(path)
    poll = catalogue.polls["kepuasan-situs"]
    english = poll.in_language("en")
    assert english.questions[0].text == english.question == "How satisfied are you with this site?"
    assert english.choices[0].label == "Very satisfied"
    assert [choice.value for choice in english.choices] == [choice.value for choice in poll.choices]
    assert (poll.language, english.language, poll.in_language("fr")) == ("id", "en", poll)
    skm = catalogue.polls["skm-2026"].in_language("en")
    assert (skm.questions[0].id, skm.questions[0].unsur, skm.questions[0].text) == (
        *("u1", "Persyaratan", "How is u1?"),
    )


@pytest.mark.parametrize(
    ("asked", "otherwise", "language", "home"),
    [
        ("", "", "id", "https://dekranasda.example/"),
        ("en", "", "en", "https://dekranasda.example/en/"),
        ("fr", "", "id", "https://dekranasda.example/"),
        ("fr", "en", "en", "https://dekranasda.example/en/"),
        ("id", "en", "id", "https://dekranasda.example/"),
    ],
)
def test_a_page_chooses_among_the_sites_languages_and_no_others(
    tmp_path: Path, asked: str, otherwise: str, language: str, home: str
) -> None:
    path = write_surveys(tmp_path / "surveys.json", translations=ENGLISH)
    edition = read_catalogue(path).edition(asked, otherwise)
    assert (edition.language, edition.home) == (language, home)


@pytest.mark.parametrize(
    ("opens", "closes", "is_open"),
    [
        (None, None, True),
        ("2026-11-24T17:00:00+07:00", None, True),
        ("2026-11-24T17:00:01+07:00", None, False),
        (None, "2026-11-24T17:00:00+07:00", False),
        (None, "2026-11-24T17:00:01+07:00", True),
    ],
)
def test_opens_and_closes_to_the_second(opens: str | None, closes: str | None, is_open: bool) -> None:
    catalogue = parse_catalogue(_text(survey_entry(opens=opens, closes=closes)), "surveys.json")
    assert catalogue.polls["kepuasan-situs"].is_open(NOW) is is_open


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "surveys.json: Expecting property name"),
        ("[]", "surveys.json: list indices"),
        (_text(version=2), "surveys.json: version is 2, this program reads 1"),
        ('{"version": 1}', "surveys.json: the key 'site' is missing: build the site again"),
        (_text(survey_entry("../x")), "a survey id is '../x', allowed are a-z, 0-9 and -"),
        (_text(survey_entry(opens="2026-11-24T10:00:00")), "2026-11-24T10:00:00 has no time zone"),
        (_text(survey_entry(), survey_entry()), "two surveys share one id"),
        (_text(survey_entry(choices=[])), "choices must exist and have different values"),
        (_text(survey_entry(translations={"en": {"question": "?"}})), "the key 'choices' is missing"),
        (_text(survey_entry(questions=[{"id": "back", "text": "?"}])), "question ids must differ"),
    ],
)
def test_says_what_is_wrong_with_the_file(text: str, said: str) -> None:
    with pytest.raises(OperatorError) as error:
        parse_catalogue(text, "surveys.json")
    assert said in str(error.value)


def test_a_missing_file_is_told_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(OperatorError) as error:
        read_catalogue(tmp_path / "none.json")
    assert "build the site first (python build.py)" in str(error.value)


def test_a_rebuilt_site_is_noticed_and_a_broken_file_leaves_the_last_good_one(tmp_path: Path) -> None:
    path = write_surveys(tmp_path / "surveys.json", survey_entry("satu"))
    time = [0.0]
    told: list[OperatorError] = []
    file = CatalogueFile(path, clock=lambda: time[0], tell=told.append)
    write_surveys(path, survey_entry("satu"), survey_entry("dua"))
    assert list(file.current().polls) == ["satu"]
    time[0] = 1.0
    assert list(file.current().polls) == ["satu", "dua"]
    path.write_text("{")
    time[0] = 2.0
    assert list(file.current().polls) == ["satu", "dua"]
    assert len(told) == 1
    path.unlink()
    time[0] = 3.0
    assert list(file.current().polls) == ["satu", "dua"]
