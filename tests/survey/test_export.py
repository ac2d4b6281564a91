from __future__ import annotations

import csv
import io
import json

import pytest
import sqlalchemy as sa

from lontar.survey.catalogue import Catalogue
from lontar.survey.export import answers, harmless, to_csv, to_json
from lontar.survey.votes import Ballot, record
from tests.survey.running import SURVEY
from tests.survey.test_votes import ballot


def test_every_answer_with_its_label_and_score(connection: sa.Connection, catalogue: Catalogue) -> None:
    skm = tuple((f"u{n}", "puas") for n in range(1, 10))
    record(connection, [ballot(b"2", "tidak-puas", SURVEY), ballot(b"1", "puas", SURVEY)])
    record(connection, [Ballot("skm-2026", b"7", skm, 7200)])
    rows = list(csv.DictReader(io.StringIO(to_csv(answers(connection, catalogue)))))
    assert len(rows) == 11
    assert rows[0] == {
        "survey": SURVEY,
        "respondent": "1",
        "question": "choice",
        "text": "Seberapa puas Anda dengan situs ini?",
        "choice": "puas",
        "label": "Puas",
        "score": "3",
        "hour": "1970-01-01T02:00:00+00:00",
    }
    assert [row["respondent"] for row in rows] == ["1", "2", *["1"] * 9]
    assert len(list(answers(connection, catalogue, SURVEY))) == 2


def test_answers_to_a_survey_that_is_gone_are_still_exported(
    connection: sa.Connection, catalogue: Catalogue
) -> None:
    record(connection, [ballot(b"1", "lama", "dihapus")])
    data = json.loads(to_json(answers(connection, catalogue)))
    assert data["version"] == 1
    assert data["answers"][0]["choice"] == "lama"
    assert data["answers"][0]["score"] is None


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_39_cells_that_a_spreadsheet_would_run_are_defused(
    connection: sa.Connection, catalogue: Catalogue, start: str
) -> None:
    record(connection, [ballot(b"1", f"{start}cmd|' /C calc'!A0", "dihapus")])
    row = next(csv.DictReader(io.StringIO(to_csv(answers(connection, catalogue)), newline="")))
    assert row["choice"] == f"'{start}cmd|' /C calc'!A0"


def test_39_numbers_and_plain_texts_stay() -> None:
    assert harmless(-1) == -1
    assert harmless("puas") == "puas"
    assert harmless(None) is None
