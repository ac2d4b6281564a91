"""A visit concerns the reader and the site alone, and needs neither scripts nor trust in them."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Response

from tests.output import kinds
from tests.tools.finding import told
from tests.tools.links import ENDPOINTS
from tests.tools.site import BuiltSite

DATA_SCRIPTS = {"application/ld+json"}


def test_no_page_loads_anything_from_elsewhere(built: BuiltSite) -> None:
    loads = (
        "//script/@src | //img/@src | //source/@src | //iframe/@src | //video/@src | //audio/@src"
        " | //object/@data | //embed/@src | //link[not(@rel='canonical')]/@href"
    )
    wrong: list[str] = []
    for page in built.pages():
        for url in page.values(loads):
            if built.resolve(url, page.url) is None:
                wrong.append(f"{page.url}: {url}")
        for srcset in page.values("//@srcset"):
            wrong.extend(
                f"{page.url}: {part}"
                for part in srcset.split(",")
                if built.resolve(part.split()[0], page.url) is None
            )
    assert not wrong, told(wrong)


def test_a_strict_policy_would_stop_nothing(built: BuiltSite) -> None:
    """No script or style stands in the markup itself (data for machines excepted)."""
    wrong: list[str] = []
    for page in built.pages():
        for element in page.tree.iter():
            if not isinstance(element.tag, str):
                continue
            inline = [str(name) for name in element.attrib if name == "style" or name.startswith("on")]
            wrong.extend(f"{page.url}: <{element.tag} {name}>" for name in inline)
            if element.tag == "style":
                wrong.append(f"{page.url}: <style>")
            if element.tag == "script" and not element.get("src") and element.get("type") not in DATA_SCRIPTS:
                wrong.append(f"{page.url}: <script> without src")
            wrong.extend(
                f"{page.url}: {name}={value!r}"
                for name, value in element.items()
                if value.strip().lower().startswith(("javascript:", "vbscript:"))
            )
    assert not wrong, told(wrong)


def is_endpoint(url: str) -> bool:
    """An address of the survey's endpoint, which the preview server does not have: a page must bear that."""
    return any(urlsplit(url).path.startswith(path) for path in ENDPOINTS)


def refused(answer: Response) -> list[str]:
    return [] if answer.ok or is_endpoint(answer.url) else [f"{answer.status}: {answer.url}"]


def complained(message: ConsoleMessage) -> list[str]:
    return [] if is_endpoint(message.location.get("url", "")) else [message.text]


@pytest.mark.browser
@pytest.mark.parametrize("name", kinds.NAMES)
def test_a_visit_stays_on_the_site(built: BuiltSite, browser: Browser, preview_url: str, name: str) -> None:
    """Under the strict policy of the preview server: no request elsewhere, no cookie, nothing stored,
    no complaint of the browser."""
    asked: list[str] = []
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 4000})
    try:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
        page.on("response", lambda answer: complaints.extend(refused(answer)))
        page.on("console", lambda message: complaints.extend(complained(message)))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(preview_url + kinds.richest(built, name).url, wait_until="networkidle")
        assert not [url for url in asked if not url.startswith((f"{preview_url}/", "data:"))]
        assert context.cookies() == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert not complaints, told(complaints)
    finally:
        context.close()


@pytest.mark.browser
@pytest.mark.parametrize("name", kinds.NAMES)
def test_everything_is_there_without_scripts(
    built: BuiltSite, browser: Browser, preview_url: str, name: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    try:
        page = context.new_page()
        page.goto(preview_url + kinds.richest(built, name).url)
        assert page.locator("h1").is_visible()
        menu = page.locator("body > header nav a")
        assert menu.count() >= 3
        assert all(link.is_visible() for link in menu.all())
        buttons = page.locator("button:not([type=submit])")
        assert not any(button.is_visible() for button in buttons.all()), "a button that only a script serves"
        for form in page.locator("form").all():
            assert form.get_attribute("action")
    finally:
        context.close()


@pytest.mark.browser
def test_an_address_that_is_not_there_gets_a_page_that_helps(browser: Browser, preview_url: str) -> None:
    context = browser.new_context()
    try:
        page = context.new_page()
        answer = page.goto(f"{preview_url}/berita/tidak-ada/sama-sekali/")
        assert answer is not None and answer.status == 404
        assert page.locator("h1").is_visible()
        page.locator("main a[href='/']").first.click()
        page.wait_for_url(f"{preview_url}/")
    finally:
        context.close()
