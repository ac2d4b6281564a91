"""The YAML of a survey."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from lontar.load.written.survey import WrittenSurvey

READ = TypeAdapter(WrittenSurvey)
CHOICES: list[dict[str, Any]] = [
    {"value": "puas", "label": "Puas", "score": 4},
    {"value": "tidak", "label": "Tidak", "score": 1},
]


def test_a_question_with_two_choices_is_enough() -> None:
    found = READ.validate_python({"question": "Puas?", "choices": CHOICES})
    assert (found.kind, found.show_results, found.opens, found.id) == ("satisfaction", True, None, None)
    assert [choice.icon for choice in found.choices] == [None, None]


@pytest.mark.parametrize(
    "more",
    [
        {"choices": CHOICES[:1]},
        {"choices": CHOICES * 4},
        {"choices": [{**CHOICES[0], "score": 5}, CHOICES[1]]},
        {"choices": [{**CHOICES[0], "score": 0}, CHOICES[1]]},
        {"choices": [{**CHOICES[0], "value": "Sangat Puas"}, CHOICES[1]]},
        {"kind": "poll"},
        {"closes": "besok"},
        {"question": ""},
        {"intro": "satu\ndua"},
        {"questions": [{"unsur": "waktu"}]},
        {"questions": [{"unsur": "Waktu", "text": "Lama?"}]},
        {"questions": [{"unsur": "waktu", "text": "Lama?", "id": "u 1"}]},
        {"questions": [{"unsur": "waktu", "text": "Lama?", "choices": CHOICES}]},
        {"questions": {"waktu": "Lama?"}},
    ],
)
def test_limits(more: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python({"question": "Puas?", "choices": CHOICES, **more})
