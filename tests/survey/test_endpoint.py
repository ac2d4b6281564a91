from __future__ import annotations

import json
import re
from pathlib import Path

import httpx
import pytest

from lontar.survey.showing import ShowPage
from tests.survey.local import local
from tests.survey.running import ENGLISH, SAME_ORIGIN, SURVEY, translated_entry, write_surveys

PATH = f"/s/{SURVEY}"


def test_a_fault_of_ours_is_a_page_and_a_place_in_the_log(
    tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = local(tmp_path, sqlite_url)

    async def broken(*_: object) -> None:
        raise ZeroDivisionError("a secret of the visitor")

    monkeypatch.setattr(ShowPage, "results", broken)

    async def talk(client: httpx.AsyncClient) -> httpx.Response:
        return await client.get(PATH)

    answer = here.talk(talk)
    assert answer.status_code == 500
    assert "Ada gangguan pada kami" in answer.text
    fault, request = (json.loads(line) for line in here.stream.getvalue().splitlines())
    assert (fault["event"], fault["what"]) == ("fault", "ZeroDivisionError")
    assert "test_endpoint.py:" in fault["where"]
    assert "secret" not in here.stream.getvalue()
    assert request["status"] == 500


@pytest.mark.parametrize(
    ("headers", "status"), [({"Host": "evil.example"}, 400), ({"Host": "127.0.0.1"}, 200)]
)
def test_only_known_hosts(tmp_path: Path, sqlite_url: str, headers: dict[str, str], status: int) -> None:
    async def talk(client: httpx.AsyncClient) -> int:
        return (await client.get(PATH, headers=headers)).status_code

    assert local(tmp_path, sqlite_url).talk(talk) == status


def test_refusals_speak_the_sites_language(tmp_path: Path, sqlite_url: str) -> None:
    async def talk(client: httpx.AsyncClient) -> str:
        return (await client.get("/s/tidak-ada")).text

    assert "There is no such survey" in local(tmp_path, sqlite_url, language="en").talk(talk)


def test_listed_sites_may_read_results_and_others_not(tmp_path: Path, sqlite_url: str) -> None:
    here = local(tmp_path, sqlite_url, origins=("https://contoh.id",))

    async def talk(client: httpx.AsyncClient) -> list[str | None]:
        found = []
        for origin in ("https://contoh.id", "https://evil.example"):
            answer = await client.get(f"{PATH}.json", headers={"Origin": origin})
            found.append(answer.headers.get("access-control-allow-origin"))
        return found

    assert here.talk(talk) == ["https://contoh.id", None]


REFUSED: tuple[tuple[str, str, dict[str, str], str], ...] = (
    ("unknown survey", "POST /s/tidak-ada", {}, "choice=puas"),
    ("not a choice", f"POST {PATH}", {}, "choice=x"),
    ("unanswered", f"POST {PATH}", {}, ""),
    ("before its body is read: too large", f"POST {PATH}", {}, "choice=puas&back=" + "x" * 5000),
    ("before its body is read: another site", f"POST {PATH}", {"Origin": "https://evil.example"}, "choice=x"),
    ("another host", f"POST {PATH}", {"Host": "evil.example"}, "choice=puas"),
    ("method", f"DELETE {PATH}", {}, ""),
    ("not a page", "GET /nothing", {}, ""),
)


@pytest.mark.parametrize("accept", ["text/html", "application/json"], ids=["a page", "the widget"])
@pytest.mark.parametrize(
    ("request_line", "headers", "body"), [one[1:] for one in REFUSED], ids=[o[0] for o in REFUSED]
)
def test_a_refusal_speaks_the_language_of_the_page_that_was_answered(
    tmp_path: Path, sqlite_url: str, request_line: str, headers: dict[str, str], body: str, accept: str
) -> None:
    write_surveys(tmp_path / "surveys.json", translated_entry(), translations=ENGLISH)
    method, path = request_line.split()
    sent = {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept}
    if "Origin" not in headers:
        sent |= SAME_ORIGIN

    async def talk(client: httpx.AsyncClient) -> list[httpx.Response]:
        asked = (
            "",
            "?lang=en",
            "?lang=id",
            "?lang=fr",
            "?lang=en%00",
            "?lang=%ff",
            "?language=en",
            "?xlang=en",
        )
        return [
            await client.request(method, path + query, headers=sent | headers, content=body)
            for query in asked
        ]

    own, english, *others = local(tmp_path, sqlite_url).talk(talk)
    assert {one.status_code for one in (own, english, *others)} == {own.status_code}
    assert own.status_code >= 400
    assert {other.text for other in others} == {own.text}
    if accept == "text/html":
        assert re.search(r'<html lang="(..)">', own.text)[1] == "id"  # type: ignore[index]
        assert 'href="https://dekranasda.example/en/"' in english.text
        assert "Craft Council of Bojonegoro</title>" in english.text
        assert "belum" not in english.text
    else:
        assert own.json()["error"] == english.json()["error"]
        assert own.json()["message"] != english.json()["message"]
    assert not re.search(r"\b(ini|tidak|survei|yang)\b", english.text)


def test_the_setting_speaks_where_the_page_names_no_language(tmp_path: Path, sqlite_url: str) -> None:
    write_surveys(tmp_path / "surveys.json", translated_entry(), translations=ENGLISH)

    async def talk(client: httpx.AsyncClient) -> list[str]:
        return [(await client.get(PATH + query)).text for query in ("", "?lang=en", "?lang=id")]

    unsaid, english, indonesian = local(tmp_path, sqlite_url, language="en").talk(talk)
    assert unsaid == english
    assert "<h1>How satisfied" in english
    assert "<h1>Seberapa puas" in indonesian
