"""Fields of one document that contradict each other."""

from __future__ import annotations

import pytest

from lontar.load.drafts import Settings
from tests.building import NEWS, PRODUCT, SURVEY, article, product, survey, wrong

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


def test_a_tag_needs_a_letter() -> None:
    assert wrong(NEWS, article(tags="[batik, '!!!', 日本]")) == [("tag-nameless", 6), ("tag-nameless", 6)]
    assert wrong(PRODUCT, product(tags="['?']")) == [("tag-nameless", 4)]
