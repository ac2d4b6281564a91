"""The nine elements of an SKM."""

from __future__ import annotations

from typing import get_args

from lontar.model.survey import FORM_FIELDS, UNSUR, Tally, Unsur


def test_every_unsur_has_its_name_in_the_order_of_the_regulation() -> None:
    assert tuple(UNSUR) == get_args(Unsur)
    assert len(set(UNSUR.values())) == 9


def test_an_unsur_can_be_the_id_of_its_question() -> None:
    assert FORM_FIELDS.isdisjoint(UNSUR)


def test_a_tally_of_one_question_has_none_of_several() -> None:
    assert Tally((("puas", 3),), "2025-12-01").questions == ()
