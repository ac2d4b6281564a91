"""Draft of a survey to the record."""

from __future__ import annotations

from lontar.model.survey import UNSUR, Choice, Question
from tests.building import skm, survey, survey_of


def test_fields_become_the_record() -> None:
    found = survey_of(survey(opens="2025-12-01", closes="2025-12-31 23:59", show_results="false"))
    assert (found.slug, found.url, found.question, found.kind) == (
        "puas",
        "/survei/puas/",
        "Puaskah Anda?",
        "satisfaction",
    )
    assert found.opens is not None and found.opens.isoformat() == "2025-12-01T00:00:00+07:00"
    assert found.closes is not None and found.closes.isoformat() == "2025-12-31T23:59:00+07:00"
    assert not found.show_results


def test_a_choice_without_an_icon_takes_the_one_of_its_name() -> None:
    choices = "[{value: a, label: A, score: 2, icon: muka}, {value: b, label: B, score: 1}]"
    assert survey_of(survey(choices=choices)).choices == (
        Choice("a", "A", 2, "muka"),
        Choice("b", "B", 1, "b"),
    )


def test_a_question_of_several_takes_its_unsur_for_its_id() -> None:
    found = survey_of(skm(intro="Sebentar saja."))
    assert (found.kind, found.intro) == ("skm", "Sebentar saja.")
    assert found.questions == tuple(Question(unsur, unsur, f"Bagaimana {unsur}?") for unsur in UNSUR)
    named = skm().replace("unsur: waktu", "id: lama, unsur: waktu")
    assert survey_of(named).questions[2] == Question("lama", "waktu", "Bagaimana waktu?")
    assert (survey_of(survey()).questions, survey_of(survey()).intro) == ((), "")


def test_without_times_it_is_always_open() -> None:
    found = survey_of(survey())
    assert (found.opens, found.closes, found.show_results) == (None, None, True)


def test_every_change_changes_the_digest() -> None:
    each = [survey(), survey(question="Lain?"), survey(show_results="false"), survey(closes="2026-01-01")]
    assert len({survey_of(text).digest for text in each}) == len(each)
