"""The endpoint from the outside: a vote, its results, and which address answers what."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from tests.survey.running import ENGLISH, SURVEY, Running, endpoint, translated_entry, vote, write_surveys


def test_a_vote_is_stored_and_leads_to_the_results(running: Running) -> None:
    answer = running.vote("puas", fields={"back": "/berita/kunjungan/"})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/s/{SURVEY}?voted=1&back=/berita/kunjungan/"
    page = httpx.get(running.url + answer.headers["location"])
    assert page.status_code == 200
    assert "Terima kasih, jawaban Anda sudah tersimpan." in page.text
    assert 'href="/berita/kunjungan/"' in page.text
    assert "dari 1 jawaban" in page.text


def test_a_vote_from_an_english_page_is_thanked_in_english(tmp_path: Path, sqlite_url: str) -> None:
    write_surveys(tmp_path / "surveys.json", translated_entry(), translations=ENGLISH)
    with endpoint(tmp_path, sqlite_url) as running:
        answer = vote(f"{running.survey_url}?lang=en", fields={"back": "/en/berita/x/"})
        assert answer.headers["location"] == f"/s/{SURVEY}?lang=en&voted=1&back=/en/berita/x/"
        page = httpx.get(running.url + answer.headers["location"]).text
        assert '<html lang="en">' in page
        assert "Thank you, your answer is stored." in page
        assert "How satisfied are you with this site?" in page
        assert f'action="/s/{SURVEY}?lang=en"' in page
        asked = httpx.post(f"{running.survey_url}?lang=en", data={"choice": "puas", "back": "/en/"}).text
        assert "Your answer: <span>Satisfied</span>" in asked
        assert f'action="/s/{SURVEY}?lang=en"' in asked
        results = httpx.get(f"{running.survey_url}.json?lang=en").json()
        assert results["choices"][1] == {"value": "puas", "label": "Satisfied", "count": 1, "percent": 100}


def test_both_databases_count_alike(tmp_path: Path, database: str) -> None:
    with endpoint(tmp_path, database) as running:
        for choice in ("puas", "puas", "sangat-puas"):
            assert running.vote(choice).status_code == 303
        assert running.results() == {
            "n": 3,
            "choices": [
                {"value": "sangat-puas", "label": "Sangat Puas", "count": 1, "percent": 33},
                {"value": "puas", "label": "Puas", "count": 2, "percent": 67},
                {"value": "cukup-puas", "label": "Cukup Puas", "count": 0, "percent": 0},
                {"value": "tidak-puas", "label": "Tidak Puas", "count": 0, "percent": 0},
            ],
        }


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", f"/s/{SURVEY}", 200),
        ("HEAD", f"/s/{SURVEY}", 200),
        ("GET", f"/s/{SURVEY}.json", 200),
        ("GET", "/health", 200),
        ("GET", "/s/tidak-ada", 404),
        ("GET", "/s/tidak-ada.json", 404),
        ("POST", "/s/tidak-ada", 404),
        ("PUT", f"/s/{SURVEY}", 405),
        ("DELETE", f"/s/{SURVEY}", 405),
        ("POST", f"/s/{SURVEY}.json", 404),
        ("GET", "/", 404),
    ],
)
def test_which_address_answers_what(shared: Running, method: str, path: str, status: int) -> None:
    headers = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
    answer = httpx.request(method, shared.url + path, headers=headers)
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in answer.headers["content-security-policy"]
