"""Other programs: what they are given, and their refusal in their own words."""

from __future__ import annotations

import pytest

from lontar.errors import Place
from lontar.publish.release import NotPublished
from lontar.publish.running import run

PLACE = Place("site_config.yaml", 7)


def refused(*command: str) -> dict[str, str]:
    with pytest.raises(NotPublished) as told:
        run(command, PLACE)
    (problem,) = told.value.problems
    assert problem.place == PLACE
    return {"code": problem.code, **dict(problem.values)}


def test_input_and_output_are_bytes() -> None:
    assert run(["cat"], PLACE, given=b"\xff\0").stdout == b"\xff\0"


def test_the_last_lines_of_a_refusal_are_told() -> None:
    script = "for n in 1 2 3 4 5; do echo baris $n >&2; done; exit 3"
    found = refused("sh", "-c", script)
    assert found == {"code": "publish-refused", "program": "sh", "reason": "baris 3 · baris 4 · baris 5"}


def test_a_silent_refusal_is_told_by_its_number() -> None:
    assert refused("sh", "-c", "exit 4")["reason"] == "exit 4"


def test_a_missing_program_is_named() -> None:
    assert refused("tiada-program") == {"code": "publish-program", "found": "tiada-program"}


def test_some_codes_may_be_fine() -> None:
    assert run(["sh", "-c", "exit 2"], PLACE, fine=(0, 2)).returncode == 2
