from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from lontar.survey.catalogue import Catalogue
from lontar.survey.report import answers_per_day, bars_of, make_report
from lontar.survey.votes import Ballot, record
from tests.survey.running import CHOICES, SURVEY
from tests.survey.test_votes import ballot

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = dt.datetime(2026, 11, 24, 10, tzinfo=JAKARTA)
NOON = int(dt.datetime(2026, 11, 22, 12, tzinfo=JAKARTA).timestamp())


def _report(
    connection: sa.Connection, catalogue: Catalogue, survey: str = SURVEY, language: str = "id"
) -> str:
    return make_report(connection, catalogue, catalogue.polls[survey], language=language, now=NOW)


def test_a_poll_is_called_an_indication(connection: sa.Connection, catalogue: Catalogue) -> None:
    record(connection, [ballot(bytes([n]), CHOICES[n % 2], SURVEY, NOON + n % 2 * 172800) for n in range(12)])
    record(connection, [ballot(b"trap", "puas", SURVEY, is_trapped=True)])
    page = _report(connection, catalogue)
    assert ">87,50<" in page
    assert "setara mutu B (Baik) bila ini SKM" in page
    assert "Ini hanya petunjuk, bukan IKM" in page
    assert "12 jawaban. Setiap pengunjung dihitung sekali" in page
    assert "1 kiriman lain ditahan di karantina" in page
    assert "22 November 2026" in page
    assert page.count("<rect x=") == 3


def test_an_skm_of_nine_unsur_is_graded(connection: sa.Connection, catalogue: Catalogue) -> None:
    answers = tuple((f"u{n}", CHOICES[0]) for n in range(1, 10))
    record(connection, [Ballot("skm-2026", b"1", answers, NOON)])
    page = _report(connection, catalogue, "skm-2026", "en")
    assert ">100.00<" in page
    assert "Grade A (Sangat Baik (very good))" in page
    assert "The IKM of Permenpan RB 14/2017" in page
    assert "<td>Persyaratan</td>" in page
    assert "0.444" in page


def test_before_any_answer(connection: sa.Connection, catalogue: Catalogue) -> None:
    page = _report(connection, catalogue)
    assert "Belum ada jawaban, jadi belum ada indeks." in page
    assert 'class="chart"' not in page
    assert "nan" not in page.lower()


def test_the_page_needs_nothing_from_elsewhere(connection: sa.Connection, catalogue: Catalogue) -> None:
    record(connection, [ballot(b"1", "puas", SURVEY, NOON)])
    page = _report(connection, catalogue)
    assert not re.search(r"<(script|link|img|iframe)|\bstyle=|url\(|@import|\son\w+=", page)


@pytest.mark.parametrize(("zone", "day"), [("Asia/Jakarta", 23), ("UTC", 22)])
def test_a_day_begins_where_the_operator_says(
    connection: sa.Connection, catalogue: Catalogue, zone: str, day: int
) -> None:
    late = int(dt.datetime(2026, 11, 22, 20, tzinfo=dt.UTC).timestamp())
    record(connection, [ballot(b"1", "puas", SURVEY, late)])
    with connection.begin():
        days = answers_per_day(connection, catalogue.polls[SURVEY], ZoneInfo(zone))
    assert days == {dt.date(2026, 11, day): 1}


def test_bars_stay_in_the_chart() -> None:
    days = {dt.date(2026, 1, 1) + dt.timedelta(n): n % 7 for n in range(400)}
    bars = bars_of(days, "id")
    assert all(bar.x >= 0 and bar.x + bar.width <= 640 and bar.y >= 0 and bar.height <= 180 for bar in bars)
