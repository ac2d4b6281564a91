"""The widget and the endpoint's pages in a real browser: with and without JavaScript, in both set-ups."""

from __future__ import annotations

import functools
import http.server
import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.survey.running import (
    CHOICES,
    SAME_ORIGIN,
    SURVEY,
    Running,
    endpoint,
    skm_entry,
    survey_entry,
    write_surveys,
)

pytestmark = pytest.mark.browser

SCRIPT = Path(__file__).parents[2] / "templates/assets/js/survey.js"
PHONE = {"width": 360, "height": 740}


def _page_html(base: str) -> str:
    """An article's widget as the site's templates render it."""
    faces = "".join(
        f'<button type="submit" name="choice" value="{value}" class="face">{value}</button>'
        for value in CHOICES
    )
    bars = "".join(
        f'<li data-value="{value}"><span class="bar-label">{value}</span>'
        f'<meter min="0" max="100" value="0" aria-label="{value}"></meter>'
        ' <span class="bar-percent">0 %</span></li>'
        for value in CHOICES
    )
    return f"""<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Berita</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; connect-src 'self' {base or "'self'"};
 form-action 'self' {base or "'self'"}"></head><body><main><h1>Berita</h1>
<section class="survey" aria-label="Survei" data-survey="{SURVEY}" data-results="{base}/s/{SURVEY}.json"
 data-thanks="Terima kasih." data-change="Ketuk wajah lain untuk mengubah." data-offline="Belum terkirim."
 data-count="dari {{n}} jawaban" data-none="belum ada jawaban">
<form class="survey-form" method="post" action="{base}/s/{SURVEY}">
<input type="hidden" name="back" value="/index.html">
<div class="survey-trap" aria-hidden="true" hidden>
<label>Kosongkan <input name="website" tabindex="-1"></label></div>
{faces}</form><div class="survey-results"><ul class="bars">{bars}</ul>
<p class="survey-count">belum ada jawaban</p></div>
<p class="survey-status" role="status" aria-live="polite" hidden></p></section></main>
<script src="survey.js"></script></body></html>"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Static files; `/s/` is passed on to the endpoint, as a proxy does in the same-host set-up."""

    upstream = ""

    def log_message(self, *_: object) -> None:
        return

    def do_GET(self) -> None:
        if self.upstream and self.path.startswith("/s/"):
            self._pass_on()
        else:
            super().do_GET()

    def do_POST(self) -> None:
        self._pass_on()

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name: value for name, value in self.headers.items() if name.lower() != "connection"}
        answer = httpx.request(self.command, self.upstream + self.path, content=body, headers=headers)
        self.send_response(answer.status_code)
        for name, value in answer.headers.multi_items():
            if name not in ("connection", "server", "date"):
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.content)


@contextmanager
def _site(folder: Path, base: str, upstream: str = "") -> Iterator[str]:
    """A site on loopback; its widget posts to `base`, "" for its own host."""
    folder.mkdir()
    (folder / "index.html").write_text(_page_html(base), encoding="utf-8")
    (folder / "survey.js").write_bytes(SCRIPT.read_bytes())
    handler = type("Handler", (_Quiet,), {"upstream": upstream})
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=str(folder))
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@contextmanager
def _phone(browser: Browser, *, scripts: bool = True) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=scripts)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.fixture
def polling(tmp_path: Path, sqlite_url: str) -> Iterator[Running]:
    with endpoint(tmp_path, sqlite_url) as running:
        yield running


@pytest.fixture(params=["same host", "other host"])
def site(request: pytest.FixtureRequest, tmp_path: Path, polling: Running) -> Iterator[str]:
    """Same host: a proxy before both. Other host: the site is `localhost`, the endpoint `127.0.0.1`."""
    if request.param == "same host":
        with _site(tmp_path / "site", "", polling.url) as url:
            yield url
    else:
        with _site(tmp_path / "site", polling.url) as url:
            yield url


def test_the_script_is_small_and_needs_no_library() -> None:
    import gzip

    assert len(gzip.compress(SCRIPT.read_bytes())) < 3000
    assert not re.search(r"\b(import|require)\b|eval\(|innerHTML", SCRIPT.read_text())


def test_voting_in_place_and_changing_the_vote(browser: Browser, site: str, polling: Running) -> None:
    with _phone(browser) as page:
        page.goto(f"{site}/index.html")
        page.click("button[value=puas]")
        expect(page.locator(".survey-status")).to_have_text("Terima kasih. Ketuk wajah lain untuk mengubah.")
        expect(page.locator("[data-value=puas] .bar-percent")).to_have_text("100 %")
        expect(page.locator(".survey-count")).to_have_text("dari 1 jawaban")
        expect(page.locator("button[value=puas]")).to_have_attribute("aria-pressed", "true")
        page.click("button[value=tidak-puas]")
        expect(page.locator("[data-value=tidak-puas] .bar-percent")).to_have_text("100 %")
        expect(page.locator(".survey-count")).to_have_text("dari 1 jawaban")
        page.reload()
        expect(page.locator("button[value=tidak-puas]")).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".survey-count")).to_have_text("dari 1 jawaban")
        page.click("button[value=sangat-puas]")
        expect(page.locator("[data-value=sangat-puas] .bar-percent")).to_have_text("100 %")
        assert page.url == f"{site}/index.html"
        assert Axe().run(page).violations_count == 0
    assert polling.results()["n"] == 1


def test_a_survey_far_below_is_asked_about_when_the_reader_comes_near(browser: Browser, site: str) -> None:
    with _phone(browser) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url) if "/s/" in request.url else None)
        far = _page_html("").replace("<h1>", "<br>" * 400 + "<h1>")
        page.route("**/far.html", lambda route: route.fulfill(body=far, content_type="text/html"))
        page.goto(f"{site}/far.html", wait_until="networkidle")
        assert asked == []
        with page.expect_response("**/s/*.json"):
            page.locator(".survey").scroll_into_view_if_needed()
        assert len(asked) == 1


def test_voting_without_javascript_and_back_to_the_article(
    browser: Browser, site: str, polling: Running
) -> None:
    with _phone(browser, scripts=False) as page:
        page.goto(f"{site}/index.html")
        page.click("button[value=puas]")
        expect(page.locator("[role=status]")).to_have_text("Terima kasih, jawaban Anda sudah tersimpan.")
        expect(page.locator(".count")).to_have_text("dari 1 jawaban")
        page.click("button[value=cukup-puas]")
        expect(page.locator(".count")).to_have_text("dari 1 jawaban")
        page.click("a.back")
        assert page.url == f"{site}/index.html"
    assert [c["count"] for c in polling.results()["choices"]] == [0, 0, 1, 0]


def test_the_keyboard_is_enough(browser: Browser, site: str, polling: Running) -> None:
    with _phone(browser) as page:
        page.goto(f"{site}/index.html")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("[data-value=puas] .bar-percent")).to_have_text("100 %")


def test_an_endpoint_that_is_away_is_told_and_the_vote_is_kept_until_it_is_back(
    browser: Browser, tmp_path: Path, sqlite_url: str
) -> None:
    with endpoint(tmp_path, sqlite_url) as running, _site(tmp_path / "site", running.url) as url:
        with _phone(browser) as page:
            page.goto(f"{url}/index.html")
            page.context.set_offline(True)
            page.click("button[value=puas]")
            expect(page.locator(".survey-status")).to_have_text("Belum terkirim.")
            expect(page.locator("button[value=puas]")).to_have_attribute("aria-pressed", "true")
            assert running.results()["n"] == 0
            page.context.set_offline(False)  # the browser tells the page, which sends at once
            expect(page.locator("[data-value=puas] .bar-percent")).to_have_text("100 %")
        assert running.results()["n"] == 1


def test_beyond_the_quota_the_widget_leads_to_the_confirm_form(
    browser: Browser, tmp_path: Path, sqlite_url: str
) -> None:
    with (
        endpoint(tmp_path, sqlite_url, "--quota", "0") as running,
        _site(tmp_path / "site", running.url) as url,
    ):
        with _phone(browser) as page:
            page.goto(f"{url}/index.html")
            page.click("button[value=puas]")
            expect(page.locator("h1")).to_have_text("Satu langkah lagi")
            assert Axe().run(page).violations_count == 0
            page.click("button.send")
            while page.locator("h1").text_content() == "Satu langkah lagi":
                page.click("button.send")  # young: the form asks for two seconds
                page.wait_for_load_state()
            expect(page.locator("[role=status]")).to_have_text("Terima kasih, jawaban Anda sudah tersimpan.")
        assert running.results()["n"] == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_have_no_axe_violation_and_fit_a_phone(
    browser: Browser, tmp_path: Path, sqlite_url: str, scheme: str
) -> None:
    write_surveys(tmp_path / "surveys.json", survey_entry(), skm_entry())
    shots = Path(os.environ.get("SURVEY_SCREENSHOTS", tmp_path))
    with endpoint(tmp_path, sqlite_url) as running:
        running.vote("puas")
        running.vote("sangat-puas")
        asked = httpx.post(running.survey_url, data={"choice": "puas"})
        with _phone(browser) as page:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            for name, path in (
                ("results", f"/s/{SURVEY}?voted=1&back=/x/"),
                ("several", "/s/skm-2026"),
                ("unknown", "/s/tidak-ada"),
                ("confirm", ""),
            ):
                if path:
                    page.goto(running.url + path)
                else:
                    page.goto(running.survey_url)
                    page.set_content(asked.text)
                page.screenshot(path=shots / f"{name}-{scheme}.png", full_page=True)
                found = Axe().run(page)
                assert found.violations_count == 0, (name, found.generate_report())
                assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_34_another_site_cannot_vote_for_a_visitor(browser: Browser, tmp_path: Path, sqlite_url: str) -> None:
    with (
        endpoint(tmp_path, sqlite_url, "--allow-origin", "https://dekranasda.example") as running,
        _site(tmp_path / "site", running.url) as url,
    ):
        with _phone(browser, scripts=False) as page:
            page.goto(f"{url}/index.html")
            page.click("button[value=puas]")
            expect(page.locator("main")).to_contain_text("dikirim dari situs lain")
        assert running.results()["n"] == 0
        assert httpx.post(running.survey_url, data={"choice": "puas"}, headers=SAME_ORIGIN).status_code == 303
