"""A survey's widget: open or not, and how many answered what."""

from __future__ import annotations

from typing import Any

import pytest

from lontar.model.survey import Tally
from lontar.pages.frame import make_frame
from lontar.pages.surveys import survey_args, survey_view
from tests.building import SURVEY, site_of, skm, survey, words


def widget(text: str, tally: Tally | None = None, more: str = "") -> Any:
    made = site_of({SURVEY: text}, tallies={"puas": tally} if tally else {}, more=more)
    return survey_view(made.frame, *survey_args(made.site, made.site.main.surveys[0]), "/berita/x/")


@pytest.mark.parametrize(
    ("opens", "closes", "is_open", "told"),
    [
        (None, None, True, ""),
        ("2025-12-01 12:00", None, True, ""),
        ("2025-12-01 12:01", None, False, "1\u00a0Desember\u00a02025"),
        (None, "2025-12-01 12:01", True, ""),
        (None, "2025-12-01 12:00", False, "1\u00a0Desember\u00a02025"),
        ("2025-11-01", "2025-11-30", False, "30\u00a0November\u00a02025"),
    ],
)
def test_it_is_open_from_its_first_second_to_its_last(
    opens: str | None, closes: str | None, is_open: bool, told: str
) -> None:
    found = widget(survey(opens=opens, closes=closes))
    assert found["open"] is is_open
    assert told in found["closed_text"]
    assert bool(found["closed_text"]) is not is_open


def test_answers_are_counted_and_shared_out() -> None:
    found = widget(survey(), Tally((("tidak", 1), ("puas", 2), ("lain", 9)), "2025-12-01T09:00:00+07:00"))
    assert [(one["value"], one["count"], one["percent"]) for one in found["choices"]] == [
        ("puas", 2, 67),
        ("tidak", 1, 33),
    ]
    assert (found["total"], found["count_text"]) == (3, "dari 3 jawaban")
    assert "Senin, 1\u00a0Desember\u00a02025, 09.00\u00a0WIB" in found["counted_at"]


def test_each_of_several_questions_has_its_shares() -> None:
    """Questions and choices that the survey no longer has are left out, new ones have no answer yet."""
    waktu = (("nilai-4", 1), ("nilai-1", 2), ("lain", 9))
    tally = Tally((), "2025-12-01T09:00:00+07:00", (("waktu", waktu), ("lama", (("nilai-4", 7),))))
    found = widget(skm(), tally)
    shares = {one["id"]: [(c["percent"], c["start"]) for c in one["choices"]] for one in found["questions"]}
    assert shares["waktu"] == [(33, 0), (0, 33), (0, 33), (67, 33)]
    assert shares["biaya"] == [(0, 0)] * 4
    assert (found["total"], found["count_text"]) == (3, "dari 3 jawaban")
    assert (found["questions"][2]["unsur"], found["questions"][2]["text"]) == (
        "Waktu Penyelesaian",
        "Bagaimana waktu?",
    )
    assert [(c["label"], c["score"]) for c in found["choices"]] == [(f"Nilai {n}", n) for n in (4, 3, 2, 1)]


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        (skm(), None),
        (skm(), Tally((("nilai-4", 3),), "2025-12-01")),
        (survey(), Tally((), "2025-12-01", (("waktu", (("puas", 3),)),))),
    ],
)
def test_a_count_from_before_the_kind_was_changed_is_left_out(text: str, tally: Tally | None) -> None:
    found = widget(text, tally)
    assert (found["total"], found["count_text"], found["counted_at"]) == (0, "belum ada jawaban", "")
    assert all(c["percent"] == 0 for each in found["questions"] for c in each["choices"])


@pytest.mark.parametrize("tally", [None, Tally((), "2025-12-01"), Tally((("puas", 0),), "2025-12-01")])
def test_before_any_answer_nothing_is_claimed(tally: Tally | None) -> None:
    found = widget(survey(), tally)
    assert [one["percent"] for one in found["choices"]] == [0, 0]
    assert (found["total"], found["count_text"], found["counted_at"]) == (0, "belum ada jawaban", "")


@pytest.mark.parametrize("endpoint", ["/suara/", "/suara"])
def test_the_endpoint_is_addressed(endpoint: str) -> None:
    found = widget(survey(), more=f"survey: {{endpoint: {endpoint}}}\n")
    assert (found["action"], found["results_url"]) == ("/suara/puas", "/suara/puas.json")


def test_a_page_of_another_language_asks_to_be_answered_in_it() -> None:
    made = site_of({SURVEY: survey(), "content/survei/puas.en.yaml": survey(question="Satisfied?")})
    for edition, action in zip(made.site.editions, ("/s/puas", "/s/puas?lang=en"), strict=True):
        frame = make_frame(made.site, edition, words(), {})
        found = survey_view(frame, *survey_args(made.site, edition.surveys[0]), "/")
        assert (found["action"], found["results_url"]) == (action, "/s/puas.json")


def test_an_endpoint_elsewhere_stays_elsewhere() -> None:
    found = widget(survey(), more="survey: {endpoint: 'https://s.example/'}\n")
    assert found["action"] == "https://s.example/puas"
    assert found["back"] == "/berita/x/"
