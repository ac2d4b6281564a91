"""What is said where."""

from __future__ import annotations

import json

import pytest

from lontar.cli.telling import answer, answer_json, as_json, say, tell_problems
from lontar.errors import Place, problem

ONE = problem(Place("content/berita/a.md", 3, field="title"), "asset-missing", found="x.png")


def test_people_are_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    say("Halo")
    tell_problems("Kesalahan:", [ONE, ONE], "id")
    said, told = capsys.readouterr()
    assert said == ""
    assert told.splitlines()[:2] == ["Halo", "Kesalahan:"]
    assert len(told.splitlines()) == 4
    assert all("x.png" in line for line in told.splitlines()[2:])


def test_answers_go_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    answer("satu")
    answer_json({"nama": "Bojonegoro é \udcff"})
    said, told = capsys.readouterr()
    assert told == ""
    assert said.startswith("satu\n{")
    assert "é \\udcff" in said


def test_a_problem_in_json_is_told_in_the_language_asked_for() -> None:
    found = as_json(ONE, "id")
    assert (found["path"], found["line"], found["code"]) == ("content/berita/a.md", 3, "asset-missing")
    assert found["message"] != as_json(ONE, "en")["message"]
    assert json.dumps(found)
