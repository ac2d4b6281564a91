"""Photos large: by touch, by keyboard, by address, and as plain links where there is no script."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.output import kinds
from tests.tools import axe
from tests.tools.finding import told
from tests.tools.site import BuiltSite

pytestmark = [pytest.mark.browser]
LIMIT, ALL_SCRIPTS_LIMIT = 2_500, 10_000
"""Bytes, compressed."""


@pytest.fixture
def url(built: BuiltSite, preview_url: str) -> str:
    """The article with the most photos."""
    page = max(kinds.of_kind(built, "article"), key=lambda one: len(one.values("//main//a[@class='zoom']")))
    assert len(page.values("//main//a[@class='zoom']/@href")) >= 3
    return preview_url + page.url


@contextmanager
def opened(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    """The page, on a phone that wants no motion; nothing of it may break the policy of the site. (What the
    page of the survey is not there to answer is no matter here.)"""
    known: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce", **options}
    context = browser.new_context(**known)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda said: complaints.append(said.text)
        if "Content Security Policy" in said.text and said.location["url"].startswith(url)
        else None,
    )
    page.goto(url)
    yield page
    context.close()
    assert not complaints


def lightbox(page: Page) -> Locator:
    return page.locator("dialog.lightbox")


def shown(page: Page) -> Locator:
    """The photo in view."""
    return page.locator(".lightbox-strip figure:not([inert]) img")


def count(page: Page) -> Locator:
    return page.locator(".lightbox-count")


def zooms(page: Page) -> Locator:
    return page.locator("main a.zoom")


class Fingers:
    """Touches of the middle of the screen, as the browser gets them from its system."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)

    def draw(self, steps: list[tuple[int, ...]]) -> None:
        """Each step holds the distance of every finger from the left."""
        self.send("touchStart", steps[0])
        for step in steps[1:]:
            self.send("touchMove", step)
        self.send("touchEnd", ())

    def send(self, kind: str, places: tuple[int, ...]) -> None:
        points = [{"x": x, "y": 370, "id": number} for number, x in enumerate(places)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_a_photo_opens_large_with_its_caption_and_closes_by_the_back_button(browser: Browser, url: str) -> None:
    with opened(browser, url) as page:
        link = zooms(page).nth(1)
        caption = link.locator("xpath=..").locator("figcaption").inner_text()
        link.click()
        expect(lightbox(page)).to_be_visible()
        expect(page).to_have_url(f"{url}#foto-2")
        expect(page.locator(".lightbox-strip figure:not([inert]) figcaption")).to_have_text(caption)
        expect(count(page)).to_have_text(f"Foto 2 dari {zooms(page).count()}")
        expect(shown(page)).to_be_in_viewport(ratio=0.9)
        page.go_back()
        expect(lightbox(page)).to_be_hidden()
        expect(page).to_have_url(url)
        expect(link).to_be_focused()
        page.go_forward()
        expect(count(page)).to_contain_text("Foto 2 ")


def test_the_keyboard_alone_goes_through_all_photos(browser: Browser, url: str) -> None:
    with opened(browser, url) as page:
        last = zooms(page).count()
        zooms(page).first.focus()
        page.keyboard.press("Enter")
        for key, number in (
            *(("ArrowRight", 2), ("ArrowRight", 3), ("ArrowLeft", 2), ("End", last), ("ArrowRight", last)),
            *(("Home", 1), ("ArrowLeft", 1), ("ArrowRight", 2)),
        ):
            page.keyboard.press(key)
            expect(count(page)).to_contain_text(f"Foto {number} ")
            expect(page).to_have_url(f"{url}#foto-{number}")
            expect(shown(page)).to_be_in_viewport(ratio=0.9)
        for _ in range(5):
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.closest('dialog, body').localName") in {"dialog", "body"}
        page.keyboard.press("Escape")
        expect(lightbox(page)).to_be_hidden()
        expect(zooms(page).nth(1)).to_be_focused()
        expect(page).to_have_url(url)
        assert page.evaluate("history.length") == 3  # the first page, the article, and what lies ahead


LEAVE_AND_MOVE_ON = """
() => new Promise((done) => {
  const dialog = document.querySelector('dialog.lightbox');
  dialog.addEventListener('close', () => setTimeout(done));
  dialog.close();
  document.querySelector('.menu a').focus();
})
"""


def test_who_moves_on_while_it_closes_keeps_the_focus(browser: Browser, url: str) -> None:
    """The browser tells of the closing some time after it has closed."""
    with opened(browser, url) as page:
        zooms(page).first.click()
        expect(lightbox(page)).to_be_visible()
        page.evaluate(LEAVE_AND_MOVE_ON)
        expect(page.locator(".menu a").first).to_be_focused()


def test_the_buttons_say_what_they_do(browser: Browser, url: str) -> None:
    with opened(browser, url, viewport={"width": 1280, "height": 800}) as page:
        zooms(page).first.click()
        page.get_by_role("button", name="Foto berikutnya").click()
        expect(count(page)).to_contain_text("Foto 2 ")
        page.get_by_role("button", name="Foto sebelumnya").click()
        expect(count(page)).to_contain_text("Foto 1 ")
        expect(page.get_by_role("button", name="Foto sebelumnya")).to_be_disabled()
        expect(page.get_by_role("button", name="Foto sebelumnya")).to_be_focused()
        page.get_by_role("button", name="Tutup").click()
        expect(lightbox(page)).to_be_hidden()
        expect(page).to_have_url(url)


def test_an_address_leads_to_a_photo(browser: Browser, url: str) -> None:
    with opened(browser, f"{url}#foto-3") as page:
        expect(count(page)).to_contain_text("Foto 3 ")
        expect(shown(page)).to_be_in_viewport(ratio=0.9)
        page.go_back()
        expect(lightbox(page)).to_be_hidden()
        expect(page).to_have_url(url)
    with opened(browser, f"{url}#foto-99") as page:
        expect(lightbox(page)).to_be_hidden()


def test_a_finger_swipes_and_two_fingers_enlarge(browser: Browser, url: str) -> None:
    with opened(browser, url, has_touch=True, is_mobile=True, bypass_csp=True) as page:
        zooms(page).first.tap()
        expect(count(page)).to_contain_text("Foto 1 ")
        fingers = Fingers(page)
        fingers.draw([(x,) for x in range(300, 40, -10)])
        expect(count(page)).to_contain_text("Foto 2 ")
        expect(page).to_have_url(f"{url}#foto-2")
        expect(shown(page)).to_be_in_viewport(ratio=0.9)
        fingers.draw([(170 - apart, 190 + apart) for apart in range(0, 120, 5)])
        page.wait_for_function("visualViewport.scale > 1.5")
        expect(shown(page)).to_have_attribute("sizes", "300vw")


def test_a_photo_comes_large_enough_for_the_screen(browser: Browser, url: str) -> None:
    with opened(browser, url, viewport={"width": 1280, "height": 900}) as page:
        zooms(page).nth(1).click()
        image = shown(page)
        expect(image).to_have_attribute("sizes", "100vw")
        assert image.evaluate("(image) => image.decode().then(() => image.naturalWidth)") >= 1280


def test_it_opens_from_its_picture_where_motion_is_welcome(browser: Browser, url: str) -> None:
    for motion, animations in (("no-preference", 1), ("reduce", 0)):
        with opened(browser, url, reduced_motion=motion) as page:
            page.locator("main").evaluate(
                "() => { const play = Element.prototype.animate; window.played = 0;"
                " Element.prototype.animate = function (...how) { window.played += 1; return play.apply(this, how); } }"
            )
            zooms(page).nth(1).click()
            expect(lightbox(page)).to_be_visible()
            assert page.evaluate("window.played") == animations


@pytest.mark.tools
def test_axe_finds_nothing_in_it(browser: Browser, url: str) -> None:
    found = []
    for theme in ("light", "dark"):
        with opened(browser, url, bypass_csp=True, color_scheme=theme) as page:
            zooms(page).nth(1).click()
            expect(lightbox(page)).to_be_visible()
            found += axe.check(page, f"lightbox, {theme}")
    assert not found, told(found)


def test_without_a_script_a_photo_is_a_link_to_its_large_file(browser: Browser, url: str) -> None:
    with opened(browser, url, java_script_enabled=False) as page:
        expect(lightbox(page)).to_be_hidden()
        with page.expect_navigation() as there:
            zooms(page).nth(1).click()
        answer = there.value
        assert answer is not None
        assert answer.ok
        assert answer.headers["content-type"] == "image/jpeg"


def test_without_a_script_an_address_leads_to_the_photo_in_its_place(browser: Browser, url: str) -> None:
    with opened(browser, url) as page:
        zooms(page).nth(2).click()
        shared = page.url
        large = zooms(page).nth(2).get_attribute("href")
    with opened(browser, shared, java_script_enabled=False) as page:
        marked = page.locator("figure:target")
        expect(marked).to_have_count(1)
        expect(marked.locator("a.zoom")).to_have_attribute("href", str(large))
        expect(marked).to_be_in_viewport(ratio=0.5)
        assert marked.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"


UNCOVERED = """
(figure) => {
  const box = figure.querySelector('img').getBoundingClientRect();
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  const points = [[0.05, 0.05], [0.95, 0.05], [0.5, 0.5], [0.05, 0.95], [0.95, 0.95]];
  return figure.getBoundingClientRect().top >= 0 && bottom - top > 0.6 * Math.min(box.height, innerHeight)
    && points.every(([x, y]) => figure.contains(
      document.elementFromPoint(box.left + x * box.width, top + y * (bottom - top))));
}
"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_page_has_scrolled_to_the_photo_of_its_address(
    browser: Browser, url: str, scripts: bool, motion: str, width: int
) -> None:
    """Nothing covers it: at once where there is no script, else when the lightbox is closed."""
    how = {"java_script_enabled": scripts, "reduced_motion": motion}
    for number in (3, 1):
        view = {"width": width, "height": 740}
        with opened(browser, f"{url}#foto-{number}", viewport=view, **how) as page:
            figure = page.locator(f"#foto-{number}")
            if scripts:
                expect(shown(page)).to_be_in_viewport(ratio=1)
                page.keyboard.press("Escape")
                expect(lightbox(page)).to_be_hidden()
                expect(page).to_have_url(url)
            for _ in range(30):
                if settled := figure.evaluate(UNCOVERED):
                    break
                page.wait_for_timeout(100)
            assert settled, f"{number}: {figure.bounding_box()}"


def test_closing_leads_to_the_photo_seen_last_and_the_way_back_to_that_place(
    browser: Browser, url: str
) -> None:
    with opened(browser, url) as page:
        zooms(page).first.click()
        page.keyboard.press("End")
        expect(shown(page)).to_be_in_viewport(ratio=1)
        page.keyboard.press("Escape")
        expect(page).to_have_url(url)
        expect(zooms(page).last).to_be_focused()
        expect(zooms(page).last).to_be_in_viewport(ratio=0.6)
        there = page.evaluate("scrollY")
        page.evaluate("document.querySelector('.footer-menu a').click()")
        page.wait_for_url(lambda address: address != url)
        page.go_back()
        page.wait_for_function("there => Math.abs(scrollY - there) < 50", arg=there)


def test_the_mark_goes_with_the_address(browser: Browser, url: str) -> None:
    """Where there is a script the photo opens, and is marked no longer once it is closed."""
    with opened(browser, f"{url}#foto-3") as page:
        expect(lightbox(page)).to_be_visible()
        page.keyboard.press("Escape")
        expect(page).to_have_url(url)
        expect(page.locator(":target")).to_have_count(0)
        expect(zooms(page).nth(2)).to_be_focused()


def test_every_photo_that_can_be_seen_large_has_its_address(built: BuiltSite) -> None:
    for page in built.real_pages():
        found = page.values("//main//a[@class='zoom']/parent::figure/@id")
        count = len(page.values("//main//a[@class='zoom']/@href"))
        assert found == [f"foto-{number}" for number in range(1, count + 1)], page.url


def test_a_product_has_it_too(built: BuiltSite, browser: Browser, preview_url: str) -> None:
    url = preview_url + kinds.richest(built, "product").url
    with opened(browser, url) as page:
        zooms(page).first.click()
        expect(lightbox(page)).to_be_visible()
        page.keyboard.press("Escape")
        expect(zooms(page).first).to_be_focused()


@pytest.mark.parametrize("size", [(360, 740), (768, 800), (1280, 800)])
def test_a_tall_photo_is_seen_whole_above_its_caption(
    browser: Browser, preview_url: str, size: tuple[int, int]
) -> None:
    url = f"{preview_url}/produk/batik-parang-dahana-mungal/#foto-1"
    with opened(browser, url, viewport={"width": size[0], "height": size[1]}) as page:
        expect(shown(page)).to_be_in_viewport(ratio=1)
        image = shown(page).bounding_box()
        caption = page.locator(".lightbox-strip figure:not([inert]) figcaption").bounding_box()
        assert image
        assert caption
        assert image["y"] + image["height"] <= caption["y"]
        assert caption["y"] + caption["height"] <= size[1]


def test_the_scripts_of_a_page_are_small(built: BuiltSite) -> None:
    for page in built.real_pages():
        files = {file for src in page.values("//script/@src") if (file := built.resolve(src, page.url))}
        sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}
        assert sum(sizes.values()) <= ALL_SCRIPTS_LIMIT, (page.url, sizes)
        assert all(size <= LIMIT for name, size in sizes.items() if name.startswith("lightbox.")), sizes
