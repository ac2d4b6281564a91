"""The satisfaction index of Permenpan RB 14/2017 (SKM/IKM), computed exactly.

NRR of a question = sum of scores / answers, on the scale 1-4. With the nine unsur each weighs exactly 1/9
and IKM = sum(NRR x weight) x 25; the grade is taken from the value rounded to two decimals. Anything but
nine unsur gives an indication by the same arithmetic, and must be called so.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lontar.survey.catalogue import Question
from lontar.survey.results import QuestionResult, Results

UNSUR = 9
GRADES = ((Decimal("88.31"), "A"), (Decimal("76.61"), "B"), (Decimal("65.00"), "C"), (Decimal("0"), "D"))


@dataclass(frozen=True, slots=True)
class Average:
    """One question's NRR and its weighted part of the index, both before rounding."""

    question: Question
    nrr: Fraction
    weighted: Fraction


@dataclass(frozen=True, slots=True)
class Index:
    """`value` is rounded to two decimals, half up; `is_exact` only for an SKM of nine unsur."""

    value: Decimal
    grade: str
    is_exact: bool
    averages: tuple[Average, ...]


def index_of(results: Results) -> Index | None:
    """The index, or None while some question has no answer."""
    scores = {choice.value: choice.score for choice in results.poll.choices}
    if any(result.n == 0 for result in results.questions):
        return None
    count = len(results.questions)
    averages = tuple(
        Average(result.question, nrr, nrr / count)
        for result in results.questions
        for nrr in (_nrr(result, scores),)
    )
    value = two_decimals(sum((average.weighted for average in averages), Fraction(0)) * 25)
    return Index(value, grade_of(value), results.poll.kind == "skm" and count == UNSUR, averages)


def _nrr(result: QuestionResult, scores: dict[str, int]) -> Fraction:
    return Fraction(sum(scores[share.value] * share.count for share in result.shares), result.n)


def two_decimals(value: Fraction) -> Decimal:
    """Rounded half up, from the exact value: 88.305 is 88.31, whatever a float would make of it."""
    hundredths = (value * 100 + Fraction(1, 2)).__floor__()
    return Decimal(hundredths).scaleb(-2)


def grade_of(value: Decimal) -> str:
    return next(grade for least, grade in GRADES if value >= least)
