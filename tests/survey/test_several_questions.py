"""A survey of nine questions from its file to its report: written in YAML, built with the site's own theme,
answered in a real browser on a phone, graded. With and without JavaScript, in both set-ups."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from lontar.cli.main import run as build
from lontar.model.survey import UNSUR
from tests.survey.running import Running, launch, reserved_port
from tests.survey.test_cli import run
from tests.tools import nginx
from tests.tools.waiting import PATIENCE

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
ID = "pelayanan-galeri"
PATH = f"/survei/{ID}/"
THANKS = "Terima kasih, suara Anda sudah kami catat. Anda masih boleh menggantinya."


def write_site(folder: Path, address: str) -> None:
    """A small site with the survey of the council's gallery, which posts to `address`."""
    site = folder / "site"
    shutil.copytree(ROOT / "tests/sites/good/minimal", site)
    (site / "content/survei").mkdir(exist_ok=True)
    shutil.copy(ROOT / f"content/survei/{ID}.yaml", site / "content/survei")
    with (site / "site_config.yaml").open("a", encoding="utf-8") as config:
        config.write(f"survey: {{endpoint: '{address}'}}\n")


def build_site(folder: Path) -> Path:
    """Its output, made with the theme."""
    output = folder / "output"
    places = {"root": folder / "site", "output": output, "cache": folder / "cache"}
    arguments = [part for name, path in places.items() for part in (f"--{name}", str(path))]
    assert build([*arguments, "--templates", str(ROOT / "templates"), "--jobs", "1"], ROOT) == 0
    return output


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        return


@contextmanager
def files_at(port: int, folder: Path) -> Iterator[str]:
    """Static files on a host of their own: `localhost`, where the endpoint is `127.0.0.1`."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://localhost:{port}"
        server.shutdown()
        thread.join()


@contextmanager
def published(folder: Path, where: str, *options: str) -> Iterator[tuple[str, Running]]:
    """The address of the survey's page, and its endpoint."""
    with reserved_port() as port, reserved_port() as other:
        write_site(folder, "/s/" if where == "same host" else f"http://127.0.0.1:{port}/s/")
        output = build_site(folder)
        shutil.copy(output / "surveys.json", folder)
        running = launch(folder, f"sqlite:///{folder / 'survey.db'}", port, *options)
        try:
            assert running.is_ready.wait(PATIENCE)
            site = (
                nginx.serve(folder / "nginx", output, nginx.votes_to(running.url))
                if where == "same host"
                else files_at(other, output)
            )
            with site as url:
                yield url + PATH, running
        finally:
            running.stop()


@pytest.fixture(params=["same host", "other host"])
def survey(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Running]]:
    with published(tmp_path, request.param) as found:
        yield found


@contextmanager
def phone(browser: Browser, *, scripts: bool = True, width: int = 360) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 740}, java_script_enabled=scripts, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def answer(page: Page, choice: str, *questions: str) -> None:
    for question in questions or UNSUR:
        page.locator(f"input[name={question}][value={choice}]").check()


def send(page: Page) -> None:
    page.get_by_role("button", name="Kirim jawaban").click()


def counts(running: Running, question: str) -> list[int]:
    (found,) = [one for one in running.results(ID)["questions"] if one["id"] == question]
    return [choice["count"] for choice in found["choices"]]


def report_of(folder: Path) -> str:
    database, surveys = f"sqlite:///{folder / 'survey.db'}", folder / "output/surveys.json"
    out = folder / "laporan.html"
    run("report", "--database", database, "--surveys", surveys, "--survey", ID, "--out", out)
    return out.read_text("utf-8")


def test_what_is_unanswered_is_told_and_the_vote_goes_in_place_and_can_be_changed(
    browser: Browser, survey: tuple[str, Running], tmp_path: Path
) -> None:
    url, running = survey
    with phone(browser) as page:
        page.goto(url)
        status, waktu = page.locator(".survey-status"), page.locator("[data-question=waktu] .bar-percent")
        expect(page.locator(".survey-count")).to_have_text("belum ada jawaban")
        expect(page.locator(".stacks")).to_be_hidden()
        answer(page, "baik", "persyaratan")
        send(page)
        expect(status).to_have_text("Masih ada 8 pertanyaan yang belum dijawab.")
        expect(page.locator(".question-missing:visible")).to_have_count(8)
        expect(page.locator("input[name=prosedur]").first).to_be_focused()
        assert Axe().run(page).violations_count == 0
        answer(page, "baik", "prosedur")
        expect(status).to_have_text("Masih ada 7 pertanyaan yang belum dijawab.")
        answer(page, "baik")
        expect(status).to_be_hidden()
        assert running.results(ID)["n"] == 0
        send(page)
        expect(status).to_have_text(THANKS)
        expect(waktu).to_have_text(["0 %", "100 %", "0 %", "0 %"])
        expect(page.locator(".survey-count")).to_have_text("dari 1 jawaban")
        answer(page, "tidak-baik", "waktu")
        send(page)
        expect(waktu).to_have_text(["0 %", "0 %", "0 %", "100 %"])
        expect(page.locator("[data-question=waktu] rect").nth(3)).to_have_attribute("width", "100")
        expect(page.locator(".survey-count")).to_have_text("dari 1 jawaban")
        assert page.url == url
        page.reload()
        expect(page.locator("input[name=waktu][value=tidak-baik]")).to_be_checked()
        expect(page.locator("input[name=biaya][value=baik]")).to_be_checked()
        expect(waktu).to_have_text(["0 %", "0 %", "0 %", "100 %"])
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert Axe().run(page).violations_count == 0
    assert (running.results(ID)["n"], counts(running, "waktu")) == (1, [0, 0, 0, 1])
    page_of_report = report_of(tmp_path)
    assert ">69,44<" in page_of_report  # eight answers of 3 and one of 1: 25 / 9 x 25
    assert "Mutu C (Kurang Baik)" in page_of_report
    assert "Nilai IKM menurut Permenpan RB 14/2017" in page_of_report
    assert "Penanganan Pengaduan, Saran, dan Masukan" in page_of_report


def test_without_javascript_and_back_to_the_page(
    browser: Browser, survey: tuple[str, Running], tmp_path: Path
) -> None:
    url, running = survey
    with phone(browser, scripts=False) as page:
        page.goto(url)
        answer(page, "baik", "persyaratan")
        send(page)  # the browser itself asks for what is missing
        expect(page.locator("input[name=prosedur]").first).to_be_focused()
        answer(page, "sangat-baik")
        send(page)
        expect(page.locator("[role=status]")).to_have_text("Terima kasih, jawaban Anda sudah tersimpan.")
        expect(page.locator(".count")).to_have_text("dari 1 jawaban")
        assert page.locator("h2", has_text="kesopanan").count() == 1
        page.click("a.back")
        assert page.url == url
    assert counts(running, "sarana") == [1, 0, 0, 0]
    assert "Mutu A (Sangat Baik)" in report_of(tmp_path)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[tuple[str, Running]]:
    with published(tmp_path, "same host") as found:
        yield found


def test_the_keyboard_is_enough(browser: Browser, here: tuple[str, Running]) -> None:
    url, running = here
    with phone(browser, width=1280) as page:
        page.goto(url)
        page.locator(".breadcrumbs a").last.focus()
        for unsur in UNSUR:
            page.keyboard.press("Tab")
            expect(page.locator(f"input[name={unsur}]").first).to_be_focused()
            page.keyboard.press("Space")
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".survey-status")).to_have_text(THANKS)
    assert counts(running, "sarana") == [0, 1, 0, 0]


def test_answers_are_kept_until_the_endpoint_is_back(browser: Browser, here: tuple[str, Running]) -> None:
    url, running = here
    with phone(browser) as page:
        page.goto(url)
        answer(page, "kurang-baik")
        page.context.set_offline(True)
        send(page)
        expect(page.locator(".survey-status")).to_contain_text("Sambungan terputus.")
        expect(page.locator("input[name=sarana][value=kurang-baik]")).to_be_checked()
        assert running.results(ID)["n"] == 0
        page.context.set_offline(False)
        expect(page.locator(".survey-status")).to_have_text(THANKS)
    assert counts(running, "sarana") == [0, 0, 1, 0]


@pytest.mark.parametrize("scripts", [True, False])
def test_beyond_the_quota_the_answers_go_through_the_confirm_form(
    browser: Browser, tmp_path: Path, scripts: bool
) -> None:
    with published(tmp_path, "same host", "--quota", "0") as (url, running):
        with phone(browser, scripts=scripts) as page:
            page.goto(url)
            answer(page, "baik")
            send(page)
            expect(page.locator("h1")).to_have_text("Satu langkah lagi")
            while page.locator("h1").text_content() == "Satu langkah lagi":
                page.click("button.send")  # young: the form asks for two seconds
                page.wait_for_load_state()
            expect(page.locator("[role=status]")).to_have_text("Terima kasih, jawaban Anda sudah tersimpan.")
        assert counts(running, "sarana") == [0, 1, 0, 0]


def test_results_that_were_long_on_their_way_do_not_replace_those_of_the_vote(
    browser: Browser, here: tuple[str, Running]
) -> None:
    """On a slow line the shares asked for with the page arrive after those that the vote brings."""
    held: list[Route] = []
    with phone(browser) as page:
        page.route("**/*.json", lambda route: held.append(route))
        page.goto(here[0])
        answer(page, "baik")
        send(page)
        expect(page.locator(".survey-count")).to_have_text("dari 1 jawaban")
        with page.expect_response("**/*.json"):
            held[0].fulfill(json={"n": 0, "questions": []})
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        expect(page.locator(".survey-count")).to_have_text("dari 1 jawaban")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_any_state(
    browser: Browser, here: tuple[str, Running], scheme: str, width: int
) -> None:
    url, _ = here
    with phone(browser, width=width) as page:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(url)
        for choice, told in (("", "Masih ada"), ("baik", "Terima kasih")):
            if choice:
                answer(page, choice)
            send(page)
            expect(page.locator(".survey-status")).to_contain_text(told)
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_next_build_bakes_the_shares_in(
    browser: Browser, here: tuple[str, Running], tmp_path: Path
) -> None:
    """`snapshot` writes what the build reads; the page then shows it to readers without JavaScript."""
    url, running = here
    with phone(browser) as page:
        page.goto(url)
        answer(page, "sangat-baik")
        send(page)
        expect(page.locator(".survey-status")).to_have_text(THANKS)
    out = tmp_path / "site/survey-results.json"
    surveys = ("--surveys", tmp_path / "surveys.json", "--out", out)
    assert "warning" not in run("snapshot", *surveys, "--url", f"{running.url}/s")
    fetched = json.loads(out.read_text("utf-8"))["surveys"]
    assert "warning" not in run("snapshot", *surveys, "--database", f"sqlite:///{tmp_path / 'survey.db'}")
    assert json.loads(out.read_text("utf-8"))["surveys"] == fetched
    build_site(tmp_path)
    with phone(browser, scripts=False) as page:
        page.goto(url)
        expect(page.locator(".survey-count")).to_have_text("dari 1 jawaban")
        expect(page.locator(".survey-counted")).to_contain_text("Dihitung")
        shares = page.locator("[data-question=waktu] .bar-percent")
        expect(shares).to_have_text(["100 %", "0 %", "0 %", "0 %"])
