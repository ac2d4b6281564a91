from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from lontar.survey.catalogue import Catalogue
from lontar.survey.results import results_of
from lontar.survey.skm import grade_of, index_of, two_decimals
from tests.survey.running import CHOICES, SURVEY


@pytest.mark.parametrize(
    ("value", "grade"),
    [
        ("100.00", "A"),
        ("88.31", "A"),
        ("88.30", "B"),
        ("76.61", "B"),
        ("76.60", "C"),
        ("65.00", "C"),
        ("64.99", "D"),
        ("25.00", "D"),
    ],
)
def test_grades_at_their_borders(value: str, grade: str) -> None:
    assert grade_of(Decimal(value)) == grade


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (Fraction(88305, 1000), "88.31"),
        (Fraction(883049, 10000), "88.30"),
        (Fraction(2, 3), "0.67"),
        (Fraction(100), "100.00"),
    ],
)
def test_rounding_is_half_up_from_the_exact_value(value: Fraction, rounded: str) -> None:
    assert str(two_decimals(value)) == rounded


def test_nine_unsur_give_an_exact_index(catalogue: Catalogue) -> None:
    counts = {(f"u{n}", CHOICES[0]): 1 for n in range(1, 10)} | {("u1", CHOICES[0]): 0, ("u1", CHOICES[3]): 1}
    index = index_of(results_of(catalogue.polls["skm-2026"], counts))
    assert index is not None
    assert index.is_exact
    assert index.value == Decimal("91.67")  # (8 x 4 + 1) / 9 x 25
    assert index.grade == "A"
    assert sum(average.weighted for average in index.averages) == Fraction(33, 9)


def test_one_question_is_an_indication_only(catalogue: Catalogue) -> None:
    counts = {("choice", CHOICES[0]): 1, ("choice", CHOICES[1]): 1}
    index = index_of(results_of(catalogue.polls[SURVEY], counts))
    assert index is not None
    assert not index.is_exact
    assert (index.value, index.grade) == (Decimal("87.50"), "B")


def test_no_answer_no_index(catalogue: Catalogue) -> None:
    assert index_of(results_of(catalogue.polls[SURVEY], {})) is None
