from __future__ import annotations

from lontar.survey.errors import RefusedError
from lontar.survey.words import WORDS


def test_a_refusal_carries_status_and_the_code_of_its_text() -> None:
    refused = RefusedError(413, "too_large")
    assert (refused.status, refused.code) == (413, "too_large")
    assert all(refused.code in table for table in WORDS.values())
