"""What a POST is answered with: page or JSON, same site or another, cookie or token."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from lontar.survey.writer import BusyError
from tests.survey.local import local
from tests.survey.running import SAME_ORIGIN, SURVEY

PATH = f"/s/{SURVEY}"
JSON = {"Accept": "application/json"}
SITE = "https://dekranasda.example"
FROM_SITE = {"Origin": SITE, "Sec-Fetch-Site": "cross-site"}


def test_the_widget_is_answered_with_the_new_shares(tmp_path: Path, sqlite_url: str) -> None:
    async def talk(client: httpx.AsyncClient) -> None:
        answer = await client.post(PATH, data={"choice": "puas"}, headers=SAME_ORIGIN | JSON)
        assert answer.status_code == 200
        assert answer.json()["n"] == 1
        assert "voter" not in answer.json()
        assert answer.headers["cache-control"] == "no-store"

    local(tmp_path, sqlite_url).talk(talk)


def test_another_sites_widget_gets_cors_and_a_token_for_browsers_without_its_cookie(
    tmp_path: Path, sqlite_url: str
) -> None:
    here = local(tmp_path, sqlite_url, origins=(SITE,), https=True)

    async def talk(client: httpx.AsyncClient) -> None:
        first = await client.post(PATH, data={"choice": "puas"}, headers=FROM_SITE | JSON)
        assert first.headers["access-control-allow-origin"] == SITE
        assert first.headers["access-control-allow-credentials"] == "true"
        assert first.headers["set-cookie"].startswith("__Host-lontar_voter=")
        assert first.headers["set-cookie"].endswith("; Secure; SameSite=None; Partitioned")
        client.cookies.clear()
        fields = {"choice": "tidak-puas", "voter": first.json()["voter"]}
        second = await client.post(PATH, data=fields, headers=FROM_SITE | JSON)
        assert second.json()["n"] == 1

    here.talk(talk)


def test_another_sites_form_comes_back_to_its_page(tmp_path: Path, sqlite_url: str) -> None:
    here = local(tmp_path, sqlite_url, origins=(SITE,))

    async def talk(client: httpx.AsyncClient) -> None:
        fields = {"choice": "puas", "back": "/berita/x/"}
        answer = await client.post(PATH, data=fields, headers=FROM_SITE)
        assert answer.status_code == 303
        page = await client.get(answer.headers["location"])
        assert f'href="{SITE}/berita/x/"' in page.text
        evil = await client.get(f"{PATH}?back=https://evil.example/")
        assert "evil" not in evil.text

    here.talk(talk)


def test_34_other_origins_get_no_vote_and_no_cors(tmp_path: Path, sqlite_url: str) -> None:
    here = local(tmp_path, sqlite_url, origins=(SITE,))

    async def talk(client: httpx.AsyncClient) -> None:
        for origin in ("https://evil.example", "null"):
            for headers in ({"Origin": origin}, {"Origin": origin, "Sec-Fetch-Site": "cross-site"}):
                answer = await client.post(PATH, data={"choice": "puas"}, headers=headers | JSON)
                assert answer.status_code == 403
                assert "access-control-allow-origin" not in answer.headers
                assert "set-cookie" not in answer.headers
        assert (await client.get(f"{PATH}.json")).json()["n"] == 0

    here.talk(talk)


def test_the_widget_is_told_to_confirm_and_why_it_was_refused(tmp_path: Path, sqlite_url: str) -> None:
    here = local(tmp_path, sqlite_url, quota=0)

    async def talk(client: httpx.AsyncClient) -> None:
        asked = await client.post(PATH, data={"choice": "puas"}, headers=SAME_ORIGIN | JSON)
        assert (asked.status_code, asked.json()) == (428, {"confirm": True})
        refused = await client.post(PATH, data={"choice": "x"}, headers=SAME_ORIGIN | JSON)
        assert refused.status_code == 422
        assert refused.json() == {
            "error": "unknown_choice",
            "message": "Pilihan ini tidak ada dalam survei. Kembalilah ke halaman survei dan pilih lagi.",
        }

    here.talk(talk)


def test_28_29_a_busy_answer_hands_out_the_cookie_so_that_trying_again_is_the_same_vote(
    tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = local(tmp_path, sqlite_url)

    async def talk(client: httpx.AsyncClient) -> None:
        with monkeypatch.context() as patch:

            def refuse(*_: object) -> None:
                raise BusyError("queue")

            patch.setattr(type(here.endpoint.writer), "submit", refuse)
            busy = await client.post(PATH, data={"choice": "puas"}, headers=SAME_ORIGIN)
        assert busy.status_code == 503
        assert busy.headers["retry-after"] == "2"
        assert "Sedang sangat ramai" in busy.text
        again = await client.post(PATH, data={"choice": "puas"}, headers=SAME_ORIGIN)
        assert again.status_code == 303
        assert "set-cookie" not in again.headers

    here.talk(talk)
