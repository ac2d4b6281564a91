"""Who a vote belongs to: cookie, quota, confirm form. Conversations with an endpoint whose clock we hold."""

from __future__ import annotations

import re
from pathlib import Path

import httpx

from tests.survey.local import Local, local
from tests.survey.running import SAME_ORIGIN, SURVEY, skm_entry, survey_entry, write_surveys

PATH = f"/s/{SURVEY}"


async def _vote(client: httpx.AsyncClient, choice: str = "puas", **fields: str) -> httpx.Response:
    return await client.post(PATH, data={"choice": choice, **fields}, headers=SAME_ORIGIN)


async def _n(client: httpx.AsyncClient) -> int:
    return int((await client.get(f"{PATH}.json")).json()["n"])


def _ticket(page: str) -> str:
    found = re.search(r'name="form" value="([^"]+)"', page)
    assert found
    return found[1]


def test_one_visitor_with_a_cookie_is_one_vote(tmp_path: Path, sqlite_url: str) -> None:
    async def talk(client: httpx.AsyncClient) -> None:
        first = await _vote(client, "puas")
        assert first.headers["set-cookie"].startswith("lontar_voter=")
        second = await _vote(client, "tidak-puas")
        assert "set-cookie" not in second.headers
        assert await _n(client) == 1
        client.cookies.clear()
        await _vote(client)
        assert await _n(client) == 2

    local(tmp_path, sqlite_url).talk(talk)


def test_beyond_the_quota_the_confirm_form_is_shown_and_leads_to_a_vote(
    tmp_path: Path, sqlite_url: str
) -> None:
    here = local(tmp_path, sqlite_url, quota=1)

    async def talk(client: httpx.AsyncClient) -> None:
        assert (await _vote(client)).status_code == 303
        client.cookies.clear()
        asked = await _vote(client, "tidak-puas", back="/berita/x/")
        assert asked.status_code == 428
        assert "satu menara seluler melayani banyak orang" in asked.text
        assert 'name="choice" value="tidak-puas"' in asked.text
        assert 'name="back" value="/berita/x/"' in asked.text
        assert "set-cookie" not in asked.headers
        ticket = _ticket(asked.text)
        young = await _vote(client, "tidak-puas", form=ticket)
        assert young.status_code == 428
        assert "Tunggu dua detik" in young.text
        assert _ticket(young.text) == ticket
        here.clock.now += 2
        assert (await _vote(client, "tidak-puas", form=ticket)).status_code == 303
        assert await _n(client) == 2

    here.talk(talk)


def test_36_a_ticket_used_again_is_the_same_vote(tmp_path: Path, sqlite_url: str) -> None:
    here = local(tmp_path, sqlite_url, quota=0)

    async def talk(client: httpx.AsyncClient) -> None:
        ticket = _ticket((await _vote(client)).text)
        here.clock.now += 5
        for _ in range(20):
            client.cookies.clear()
            assert (await _vote(client, form=ticket)).status_code == 303
        assert await _n(client) == 1

    here.talk(talk)


def test_36_forged_tickets_and_cookies_store_nothing(tmp_path: Path, sqlite_url: str) -> None:
    here = local(tmp_path, sqlite_url, quota=0)

    async def talk(client: httpx.AsyncClient) -> None:
        for ticket in ("x", "A" * 54, _ticket((await _vote(client)).text)[:-1] + "_"):
            again = await _vote(client, form=ticket)
            assert again.status_code == 428
            assert "terlalu lama terbuka" in again.text
        client.cookies.set("lontar_voter", "A" * 43)
        assert (await _vote(client)).status_code == 428
        assert await _n(client) == 0

    here.talk(talk)


def test_40_set_back_the_clock_and_an_old_form_is_asked_again(tmp_path: Path, sqlite_url: str) -> None:
    here = local(tmp_path, sqlite_url, quota=0)

    async def talk(client: httpx.AsyncClient) -> None:
        ticket = _ticket((await _vote(client)).text)
        here.clock.now -= 86_400
        again = await _vote(client, form=ticket)
        assert again.status_code == 428
        here.clock.now += 2
        assert (await _vote(client, form=_ticket(again.text))).status_code == 303

    here.talk(talk)


def test_34_a_browser_that_tells_nothing_is_asked(tmp_path: Path, sqlite_url: str) -> None:
    here = local(tmp_path, sqlite_url)

    async def talk(client: httpx.AsyncClient) -> None:
        asked = await client.post(PATH, data={"choice": "puas"})
        assert asked.status_code == 428
        assert "tidak menyebut dari halaman mana" in asked.text
        assert await _n(client) == 0
        here.clock.now += 2
        fields = {"choice": "puas", "form": _ticket(asked.text)}
        assert (await client.post(PATH, data=fields)).status_code == 303
        assert await _n(client) == 1

    here.talk(talk)


def test_35_a_spoofed_address_does_not_stretch_the_quota(tmp_path: Path, sqlite_url: str) -> None:
    async def talk(client: httpx.AsyncClient) -> None:
        codes = []
        for number in range(4):
            client.cookies.clear()
            headers = SAME_ORIGIN | {"X-Forwarded-For": f"198.51.{number}.1"}
            codes.append((await client.post(PATH, data={"choice": "puas"}, headers=headers)).status_code)
        assert codes == [303, 303, 428, 428]

    local(tmp_path, sqlite_url, quota=2).talk(talk)


def test_37_a_trapped_vote_is_answered_like_success_and_not_counted(tmp_path: Path, sqlite_url: str) -> None:
    async def talk(client: httpx.AsyncClient) -> tuple[httpx.Response, httpx.Response, int]:
        good = await _vote(client)
        client.cookies.clear()
        trapped = await _vote(client, website="http://spam.example")
        return good, trapped, await _n(client)

    good, trapped, n = local(tmp_path, sqlite_url).talk(talk)
    assert n == 1
    assert (trapped.status_code, trapped.headers["location"]) == (good.status_code, good.headers["location"])
    assert trapped.headers.keys() == good.headers.keys()


def test_37_a_flood_of_trapped_votes_is_asked_to_confirm_too(tmp_path: Path, sqlite_url: str) -> None:
    async def talk(client: httpx.AsyncClient) -> None:
        for _ in range(3):
            client.cookies.clear()
            last = await _vote(client, website="x")
        assert last.status_code == 428

    local(tmp_path, sqlite_url, quota=2).talk(talk)


def test_closed_surveys_take_no_votes(tmp_path: Path, sqlite_url: str) -> None:
    write_surveys(
        tmp_path / "surveys.json",
        survey_entry("belum", opens="2030-01-01T00:00:00+07:00"),
        survey_entry("sudah", closes="2020-01-01T00:00:00+07:00"),
    )

    async def talk(client: httpx.AsyncClient) -> None:
        for survey in ("belum", "sudah"):
            answer = await client.post(f"/s/{survey}", data={"choice": "puas"}, headers=SAME_ORIGIN)
            assert answer.status_code == 403
            assert "Survei ini sedang tidak dibuka." in answer.text
            assert (await client.get(f"/s/{survey}.json")).json()["n"] == 0
            assert "<button" not in (await client.get(f"/s/{survey}")).text

    local(tmp_path, sqlite_url).talk(talk)


def test_a_survey_of_nine_questions_can_be_answered_and_confirmed(tmp_path: Path, sqlite_url: str) -> None:
    write_surveys(tmp_path / "surveys.json", skm_entry())
    here: Local = local(tmp_path, sqlite_url, quota=0)
    fields = {f"u{n}": "puas" for n in range(1, 10)}

    async def talk(client: httpx.AsyncClient) -> None:
        asked = await client.post("/s/skm-2026", data=fields, headers=SAME_ORIGIN)
        assert asked.text.count('value="puas"') == 9
        here.clock.now += 2
        more = fields | {"form": _ticket(asked.text), "back": "/survei/skm-2026/", "website": ""}
        assert (await client.post("/s/skm-2026", data=more, headers=SAME_ORIGIN)).status_code == 303
        assert (await client.get("/s/skm-2026.json")).json()["n"] == 1
        page = (await client.get("/s/skm-2026")).text
        assert page.count("<fieldset>") == 9
        assert "dari 1 jawaban" in page

    here.talk(talk)
