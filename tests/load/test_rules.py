"""Fields of one document that contradict each other."""

from __future__ import annotations

import pytest

from lontar.load.drafts import Settings
from lontar.model.survey import FORM_FIELDS, UNSUR
from tests.building import NEWS, PRODUCT, SURVEY, article, product, skm, survey, wrong

JAKARTA = Settings("id", "Asia/Jakarta")


@pytest.mark.parametrize(
    ("begin", "end", "found"),
    [
        ("2025-11-01", "2025-12-01", []),
        ("2025-12-01", "2025-11-01", [("times-reversed", 7)]),
        ("2025-12-01", "2025-12-01", [("times-reversed", 7)]),
        ("2025-12-01 09:00", "2025-12-01 02:30Z", []),
        ("2025-12-01 09:00", "2025-12-01 01:30Z", [("times-reversed", 7)]),
    ],
)
def test_news_ends_after_it_begins(begin: str, end: str, found: list[tuple[str, int]]) -> None:
    assert wrong(NEWS, article(publish_at=begin, expires_at=end), JAKARTA) == found


def test_a_survey_closes_after_it_opens() -> None:
    assert wrong(SURVEY, survey(opens="2025-12-02", closes="2025-12-01")) == [("times-reversed", 4)]
    assert wrong(SURVEY, survey(opens="2025-12-02")) == []


def test_a_survey_is_named_by_its_file() -> None:
    assert wrong(SURVEY, survey(id="lain")) == [("survey-id", 3)]
    assert wrong(SURVEY, survey(id="puas")) == []


def test_a_choice_is_there_once() -> None:
    choices = (
        "[{value: a, label: A, score: 1}, {value: b, label: B, score: 2}, {value: a, label: C, score: 3}]"
    )
    assert wrong(SURVEY, survey(choices=choices)) == [("choice-twice", 2)]


def questions(*of: str) -> str:
    return "[" + ", ".join(f"{{unsur: {one}, text: Bagaimana?}}" for one in of) + "]"


def test_an_skm_asks_for_each_unsur_once_on_the_scale_of_four() -> None:
    assert wrong(SURVEY, skm()) == []
    assert wrong(SURVEY, skm(questions=None)) == [("questions-missing", 3)]
    assert wrong(SURVEY, skm(questions="[]")) == [("questions-missing", 3)]
    assert wrong(SURVEY, skm(questions=questions(*UNSUR, "waktu"))) == [("unsur-twice", 4)]
    assert wrong(SURVEY, skm(questions=questions(*list(UNSUR)[1:]))) == [("unsur-missing", 4)]
    assert wrong(SURVEY, skm(questions=questions("waktu", "waktu"))) == [
        ("unsur-twice", 4),
        ("unsur-missing", 4),
    ]
    five = "[" + ", ".join(f"{{value: n{n}, label: N, score: {min(n, 4)}}}" for n in range(1, 6)) + "]"
    assert wrong(SURVEY, skm(choices=five)) == [("skm-scores", 2)]
    assert wrong(SURVEY, skm(choices="[{value: a, label: A, score: 4}, {value: b, label: B, score: 1}]")) == [
        ("skm-scores", 2)
    ]


@pytest.mark.parametrize("name", sorted(FORM_FIELDS))
def test_a_question_is_no_other_field_of_the_form(name: str) -> None:
    asked = questions(*UNSUR).replace("unsur: waktu", f"id: {name}, unsur: waktu")
    assert wrong(SURVEY, skm(questions=asked)) == [("question-field", 4)]


def test_a_question_has_an_id_of_its_own() -> None:
    asked = questions(*UNSUR).replace("unsur: waktu", "id: biaya, unsur: waktu")
    assert wrong(SURVEY, skm(questions=asked)) == [("question-twice", 4)]


def test_only_an_skm_has_questions() -> None:
    assert wrong(SURVEY, skm(kind="satisfaction")) == [("questions-kind", 4)]


def test_a_tag_needs_a_letter() -> None:
    assert wrong(NEWS, article(tags="[batik, '!!!', 日本]")) == [("tag-nameless", 6), ("tag-nameless", 6)]
    assert wrong(PRODUCT, product(tags="['?']")) == [("tag-nameless", 4)]
