"""Whether everybody can use the pages: axe in both themes and two widths, and room on a small phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.output import kinds
from tests.tools import axe
from tests.tools.finding import Finding, told
from tests.tools.site import BuiltSite

pytestmark = [pytest.mark.browser, pytest.mark.tools]
WIDTHS = (360, 1280)
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
NARROWEST = 320


@contextmanager
def looking(browser: Browser, width: int, **options: Any) -> Iterator[Page]:
    """A page in a window of that width, without motion; the checker's script may run in it."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, reduced_motion="reduce", bypass_csp=True, **options
    )
    try:
        yield context.new_page()
    finally:
        context.close()


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("name", kinds.NAMES)
def test_axe_finds_nothing(
    built: BuiltSite, browser: Browser, preview_url: str, name: str, lang: str
) -> None:
    url = kinds.richest(built, name, lang).url
    found: list[Finding] = []
    for width in WIDTHS:
        for theme in THEMES:
            with looking(browser, width, color_scheme=theme) as page:
                page.goto(preview_url + url)
                found.extend(axe.check(page, f"{url} at {width} px, {theme}"))
    assert not found, told(found)


@pytest.mark.parametrize("name", kinds.NAMES)
def test_text_twice_as_large_breaks_nothing(
    built: BuiltSite, browser: Browser, preview_url: str, name: str
) -> None:
    """WCAG 2.2, 1.4.4: nothing sticks out, and axe finds nothing, in both themes."""
    url = kinds.richest(built, name).url
    found: list[Finding] = []
    for theme in THEMES:
        with looking(browser, 768, color_scheme=theme) as page:
            page.goto(preview_url + url)
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            assert page.evaluate("document.documentElement.scrollWidth") <= 768, page.evaluate(WIDEST)
            found.extend(axe.check(page, f"{url} with text of 200 %, {theme}"))
    assert not found, told(found)


def test_nothing_sticks_out_on_the_smallest_phone(
    built: BuiltSite, browser: Browser, preview_url: str
) -> None:
    wide: list[str] = []
    with looking(browser, NARROWEST) as page:
        page.route("**/*.{jpg,jpeg,webp,avif,png}", lambda route: route.abort())
        for each in built.real_pages():
            page.goto(preview_url + each.url)
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > NARROWEST:
                wide.append(f"{each.url}: {width} px, by {page.evaluate(WIDEST)}")
    assert not wide, told(wide)


WIDEST = """
[...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => element.tagName.toLowerCase() + (element.className ? '.' + element.className : ''))
    .slice(0, 3).join(', ')
"""


def test_the_first_stop_of_the_keyboard_leads_to_the_content(browser: Browser, preview_url: str) -> None:
    with looking(browser, 1280) as page:
        page.goto(f"{preview_url}/")
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.get_attribute("href") == "#isi"
        assert skip.is_visible()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "isi"
