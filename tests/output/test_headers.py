"""The headers of static hosts, in a real browser over every kind of page, and in nginx and Caddy."""

from __future__ import annotations

import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lontar.cli.main import run
from lontar.pages.headers import IMMUTABLE, headers
from tests import building
from tests.output import kinds
from tests.survey.running import CHOICES, SURVEY, endpoint
from tests.tools import nginx, preview
from tests.tools.servers import find
from tests.tools.site import BuiltSite

HOSTING = Path(__file__).resolve().parents[2] / "docs/hosting"
LISTEN = """
globalThis.refusals = [];
document.addEventListener("securitypolicyviolation", (event) => {
  refusals.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""
COMPLAINTS = re.compile(r"Content.Security.Policy|Permissions.Policy|Refused to|MIME|Referrer", re.IGNORECASE)


@contextmanager
def watched(browser: Browser, **how: object) -> Iterator[tuple[BrowserContext, Page, list[str]]]:
    """A page whose refusals by policy are collected: those it is told of, and those the console is."""
    context = browser.new_context(**how)  # type: ignore[arg-type]
    try:
        context.add_init_script(LISTEN)
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if COMPLAINTS.search(message.text) else None)
        yield context, page, said
    finally:
        context.close()


def refusals(page: Page) -> list[str]:
    found: list[str] = page.evaluate("refusals")
    return found


@pytest.mark.browser
@pytest.mark.parametrize("name", kinds.NAMES)
def test_nothing_is_refused_on_any_kind_of_page(
    built: BuiltSite, browser: Browser, preview_url: str, name: str
) -> None:
    with watched(browser, viewport={"width": 1280, "height": 4000}) as (_, page, said):
        answer = page.goto(preview_url + kinds.richest(built, name).url, wait_until="networkidle")
        assert answer is not None
        sent = answer.all_headers()
        assert {name: sent.get(name.lower()) for name, _ in headers("/s/")} == dict(headers("/s/"))
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 0
        assert (refusals(page), said) == ([], [])


@pytest.mark.browser
def test_a_refusal_would_be_seen(browser: Browser, preview_url: str) -> None:
    with watched(browser) as (_, page, said):
        page.goto(preview_url)
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'x=1'}))")
        page.evaluate("document.body.setAttribute('style', 'color: red')")
        page.wait_for_function("refusals.length >= 2")
        assert {one.split()[0] for one in refusals(page)} == {"script-src-elem", "style-src-attr"}
        assert said


# --- votes on another host, and videos -----------------------------------------------------------------


def make_site(folder: Path, address: str) -> Path:
    """A built site whose votes go to `address`, with an article that has a survey and a video."""
    choices = ", ".join(f"{{value: {value}, label: {value}, score: 1}}" for value in CHOICES)
    text = f"[[survei: {SURVEY}]]\n\n[[video: https://youtu.be/dQw4w9WgXcQ | Membatik]]"
    files = {
        "site_config.yaml": f"{building.CONFIG}hosting: {{headers: true}}\nsurvey: {{endpoint: '{address}/s/'}}\n",
        building.NEWS: building.article(text),
        f"content/survei/{SURVEY}.yaml": f"question: Puas?\nchoices: [{choices}]\n",
    }
    building.write(folder, files)
    assert run(["--root", str(folder), "--jobs", "1", "--today", "2025-12-01"], building.ROOT) == 0
    return folder / "output"


@pytest.fixture(scope="module")
def voting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Origins of a site and of the endpoint that takes its votes."""
    folder = tmp_path_factory.mktemp("suara")
    with endpoint(folder, f"sqlite:///{folder}/survey.db") as running:
        with preview.serve(make_site(folder / "situs", running.url)) as origin:
            yield origin, running.url


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_vote_reaches_another_host(browser: Browser, voting: tuple[str, str], scripts: bool) -> None:
    origin, there = voting
    with watched(browser, java_script_enabled=scripts) as (_, page, said):
        page.goto(f"{origin}/berita/kabar/")
        page.click("button[value=puas]")
        if scripts:
            expect(page.locator(".survey-status")).not_to_be_empty()
            expect(page.locator("[data-value=puas] .bar-percent")).not_to_have_text("0 %")
            assert refusals(page) == []
        else:
            page.wait_for_url(f"{there}/s/{SURVEY}**")
        assert said == []


@pytest.mark.browser
def test_a_video_plays_once_it_is_clicked(browser: Browser, voting: tuple[str, str]) -> None:
    with watched(browser) as (context, page, said):
        player = "<!doctype html><title>Pemutar</title><p>Video"
        context.route(
            "https://www.youtube-nocookie.com/**",
            lambda route: route.fulfill(body=player, content_type="text/html"),
        )
        page.goto(f"{voting[0]}/berita/kabar/")
        page.click(".video-link")
        expect(page.frame_locator(".video iframe").locator("p")).to_have_text("Video")
        assert (refusals(page), said) == ([], [])


# --- nginx and Caddy -----------------------------------------------------------------------------------


def test_the_snippets_say_what_the_engine_says() -> None:
    values = dict(headers("/s/"))
    nginx_says = re.findall(r'add_header ([\w-]+) "(.+)" always;', (HOSTING / "nginx.conf").read_text("utf-8"))
    assert dict(nginx_says) == values
    block = (HOSTING / "Caddyfile").read_text("utf-8").partition("header {\n")[2].partition("\n\t}")[0]
    caddy_says = dict(re.findall(r'^\t\t([\w-]+) "(.+)"$', block, re.MULTILINE))
    assert caddy_says == values


def answer(url: str) -> tuple[int, dict[str, str]]:
    try:
        with urlopen(Request(url, headers={"Accept-Encoding": "gzip"})) as found:
            return found.status, {name.lower(): value for name, value in found.headers.items()}
    except HTTPError as error:
        with error:
            return error.code, {name.lower(): value for name, value in error.headers.items()}


def refused(url: str) -> str:
    """The page that comes with a refusal."""
    with pytest.raises(HTTPError) as raised:
        urlopen(url)
    with raised.value as answered:
        return answered.read().decode()


def check_host(origin: str, site: Path) -> None:
    status, sent = answer(f"{origin}/berita/")
    assert status == 200
    assert {name: sent.get(name.lower()) for name, _ in headers("/s/")} == dict(headers("/s/"))
    assert sent["cache-control"] == "no-cache"
    asset = next((site / "aset/css").iterdir()).relative_to(site).as_posix()
    status, sent = answer(f"{origin}/{asset}")
    assert (status, sent["cache-control"], sent["x-content-type-options"]) == (200, IMMUTABLE, "nosniff")
    for missing in ("aset/css/site.00000000.css", "tiada/", ".lontar-manifest"):
        status, sent = answer(f"{origin}/{missing}")
        assert (status, "immutable" in sent.get("cache-control", "")) == (404, False), missing
        assert "content-security-policy" in sent
    for missing, lang in (("tiada/", "id"), ("en/tiada/", "en")):
        assert f'<html lang="{lang}">' in refused(f"{origin}/{missing}")
    kinds_sent = {name: answer(f"{origin}/{name}")[1]["content-type"] for name in ("", "site.webmanifest")}
    assert kinds_sent[""] == "text/html; charset=utf-8"
    assert kinds_sent["site.webmanifest"].startswith("application/manifest+json")
    photo = next((site / "media").glob("*.avif")).name
    sent_as = {name: answer(f"{origin}/{name}")[1].get("content-encoding") for name in ("", asset, f"media/{photo}")}
    assert sent_as == {"": "gzip", asset: "gzip", f"media/{photo}": None}


def test_nginx(sample_site: Path, tmp_path: Path) -> None:
    with nginx.serve(tmp_path / "nginx", sample_site) as origin:
        check_host(origin, sample_site)


@pytest.mark.browser
def test_a_visit_to_nginx(sample_site: Path, tmp_path: Path, browser: Browser) -> None:
    with nginx.serve(tmp_path / "nginx", sample_site) as origin, watched(browser) as (_, page, said):
        home = page.goto(origin, wait_until="networkidle")
        assert home is not None and home.ok
        assert (refusals(page), said) == ([], [])


def test_caddy(sample_site: Path, tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    text = (HOSTING / "Caddyfile").read_text("utf-8")
    text = text.replace("dekranasda.example", f"http://127.0.0.1:{port}").replace("/srv/site/current", str(sample_site))
    file = tmp_path / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + text, "utf-8")
    environment = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    given = ["--config", str(file), "--adapter", "caddyfile"]
    valid = subprocess.run([find("caddy"), "validate", *given], capture_output=True, text=True, check=False, env=environment)
    assert valid.returncode == 0, valid.stderr
    command = [find("caddy"), "run", *given]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            while process.poll() is None:
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
            assert process.poll() is None, "Caddy does not start"
            check_host(f"http://127.0.0.1:{port}", sample_site)
        finally:
            process.terminate()
            process.wait(20)
