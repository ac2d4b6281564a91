"""Votes from the preview: taken, counted, kept apart from the real ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, expect

from lontar.serve.votes import Votes, missing_parts
from tests.pipeline.conftest import CONFIG, Place
from tests.serve.running import preview, until
from tests.survey.running import SAME_ORIGIN, write_surveys


@pytest.fixture
def votes(tmp_path: Path) -> Iterator[Votes]:
    write_surveys(tmp_path / "surveys.json")
    one = Votes(tmp_path / "p", tmp_path / "surveys.json", "https://suara.example/s/")
    until(lambda: one.forward("GET", "/s/kepuasan-situs.json", OWN, b"") is not None, "it answers")
    yield one
    one.close()


OWN = [("Host", "localhost:8000"), *SAME_ORIGIN.items()]


def test_a_vote_is_passed_on_and_counted(votes: Votes) -> None:
    headers = [*OWN, ("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "application/json")]
    told = votes.forward("POST", "/s/kepuasan-situs", headers, b"choice=puas")
    assert told is not None
    status, answered, body = told
    assert (status, b'"n":1' in body.replace(b" ", b"")) == (200, True)
    assert any(name.lower() == "set-cookie" for name, _ in answered)


def test_only_its_own_paths_are_passed_on(votes: Votes) -> None:
    assert votes.takes("/s/kepuasan-situs")
    assert not votes.takes("/s")
    assert not votes.takes("/survei/x/")


def test_pages_that_vote_elsewhere_vote_here(votes: Votes) -> None:
    page = b'<form action="https://suara.example/s/x"><a href="https://suara.example/slain">'
    assert votes.rewrite(page) == b'<form action="/s/x"><a href="https://suara.example/slain">'


def test_when_it_is_gone_nothing_answers(votes: Votes) -> None:
    before = votes.runs
    votes.close()
    assert (before, votes.runs) == (True, False)
    assert votes.forward("GET", "/s/kepuasan-situs.json", OWN, b"") is None


def test_what_it_needs_is_here() -> None:
    assert missing_parts() == []


def test_it_ends_with_the_preview_even_when_that_is_killed(place: Place) -> None:
    with preview(place.root, "--survey", "--jobs", "1", templates=place.request.templates) as running:
        until(lambda: running.get("/s/puas.json").status_code == 200, "the endpoint answers")
        family = running.family()
        assert any("lontar.survey" in part for one in family for part in one.cmdline())
        running.process.kill()
        assert psutil.wait_procs(family, 10)[1] == []


@pytest.mark.browser
@pytest.mark.parametrize("endpoint", ["/s/", "https://suara.example/kotak/"])
def test_voting_in_the_preview(place: Place, browser: Browser, endpoint: str) -> None:
    place.write("site_config.yaml", f'{CONFIG}survey: {{endpoint: "{endpoint}"}}\n')
    with preview(place.root, "--survey", "--jobs", "1", templates=place.request.templates) as running:
        running.says("Survei: ")
        path = "/s" if endpoint == "/s/" else "/kotak"
        until(lambda: running.get(f"{path}/puas.json").status_code == 200, "the endpoint answers")
        page = browser.new_page()
        page.goto(running.url + "/berita/kabar-3/")
        page.click("button[value=puas]")
        expect(page.locator(".survey-count")).to_have_text("dari 1 jawaban")
        page.close()
        assert running.get(f"{path}/puas.json").json()["n"] == 1
        foreign = {"Origin": "http://evil.example"}
        assert running.get(f"{path}/puas.json", headers=foreign).content == b""
    assert (place.root / ".cache/preview/survey.db").exists()
    assert not (place.root / "survey.db").exists()
