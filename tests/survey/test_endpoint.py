from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from lontar.survey.showing import ShowPage
from tests.survey.local import local
from tests.survey.running import SURVEY

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
