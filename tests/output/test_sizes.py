"""What a reader's browser makes of the pictures: it is told their true sizes, and nothing moves when they come."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.output import kinds
from tests.tools.finding import told
from tests.tools.site import BuiltSite

pytestmark = [pytest.mark.browser]
WIDTHS = (360, 768, 1024, 1280, 1920)
KINDS = ("home", "article", "news", "gallery", "product", "makers", "maker", "event", "category", "tag")
WORDS_ONLY = ("agenda", "tags", "search", "survey")
STILL = 0.001
MAY_MOVE = {"gallery": 0.003, "page": 0.01}
"""The largest layout shift of a kind where one line may break in the fallback and not in the font: a card's
title in the gallery (0.0008 for one card), a paragraph of a page full of words. A tenth counts as good."""
SMALLER, LARGER, SMALLEST_FILE = 0.87, 1.45, 320
"""How far the told width may be from the true one: smaller is a blurred picture, larger only costs bytes,
and none where the smallest file serves both."""
HELD = "**/*.{jpg,png,webp,avif,woff2}"

MEASURE = """
() => [...document.querySelectorAll('main img')].map((image) => {
  const ruler = document.createElement('div');
  document.body.append(ruler);
  const parts = image.sizes.split(/,(?![^(]*[)])/).map((part) => part.trim());
  const chosen = parts.find((part) => !part.startsWith('(') || matchMedia(part.replace(/\\s[^\\s]+$/, '')).matches);
  ruler.className = 'ruler';
  const rule = new CSSStyleSheet();
  rule.replaceSync(`.ruler { position: absolute; inline-size: ${chosen.split(' ').at(-1)} }`);
  document.adoptedStyleSheets = [rule];
  const told = ruler.getBoundingClientRect().width;
  ruler.remove();
  return [image.getAttribute('src'), told, image.getBoundingClientRect().width];
})
"""


@pytest.mark.parametrize("name", KINDS)
def test_sizes_are_true_to_the_layout(built: BuiltSite, browser: Browser, preview_url: str, name: str) -> None:
    url = kinds.richest(built, name).url
    wrong: list[str] = []
    measured = 0
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
        page = context.new_page()
        page.goto(preview_url + url)
        for source, said, true in page.evaluate(MEASURE):
            measured += 1
            if said < SMALLER * true or said > max(LARGER * true, SMALLEST_FILE):
                wrong.append(f"{url} at {width} px: {source} is told {said:.0f} px wide, is {true:.0f}")
        context.close()
    assert measured
    assert not wrong, told(wrong)


WATCH = """
window.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) =>
  [entry.value, ...entry.sources.map((source) => source.node?.outerHTML?.slice(0, 120))]
))).observe({ type: 'layout-shift', buffered: true });
"""
SETTLED = """
() => document.fonts.ready.then(() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.shifts))))))
"""
ALL_COME = """
() => {
  const images = [...document.querySelectorAll('img')];
  for (const image of images) image.loading = 'eager';
  return images.every((image) => image.complete);
}
"""


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("name", [*KINDS, *WORDS_ONLY, "page"])
def test_nothing_moves_when_pictures_and_fonts_come(
    built: BuiltSite, browser: Browser, preview_url: str, name: str, width: int
) -> None:
    """They are held back until the page has been laid out without them."""
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    gate = Gate(page)
    page.goto(preview_url + kinds.richest(built, name).url, wait_until="domcontentloaded")
    page.wait_for_function("() => performance.getEntriesByType('paint').length > 0")
    gate.open()
    page.wait_for_function(ALL_COME)
    shifts = page.evaluate(SETTLED)
    context.close()
    assert sum(shift[0] for shift in shifts) <= MAY_MOVE.get(name, STILL), shifts


class Gate:
    """Holds requests for pictures and fonts back until it is opened."""

    def __init__(self, page: Page) -> None:
        self.held: list[Route] = []
        self.is_open = False
        page.route(HELD, self.take)

    def take(self, route: Route) -> None:
        if self.is_open:
            route.continue_()
        else:
            self.held.append(route)

    def open(self) -> None:
        self.is_open = True
        for route in self.held:
            route.continue_()


@pytest.mark.parametrize(
    ("name", "width", "taken"),
    [
        ("home", 360, "-640-"),
        ("home", 600, "-960-"),
        ("article", 360, "-640-"),
        ("event", 360, "-640-"),
        ("product", 360, "-640-"),
    ],
)
def test_a_phone_loads_the_lead_picture_once_and_small(
    built: BuiltSite, browser: Browser, preview_url: str, name: str, width: int, taken: str
) -> None:
    """It is announced in the head, in the format and width that the picture then takes; the cover of a story
    is cut to a square on narrow screens."""
    context = browser.new_context(viewport={"width": width, "height": 780}, device_scale_factor=2)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(preview_url)))
    url = kinds.richest(built, name).url
    page.goto(preview_url + url)
    lead = page.locator("main img[fetchpriority=high]")
    shown = str(lead.evaluate("(image) => image.currentSrc")).removeprefix(preview_url)
    box = lead.bounding_box()
    context.close()
    assert box is not None
    assert (box["width"] == pytest.approx(box["height"], abs=1)) == (name != "product" and width < 480)
    assert shown.endswith(".avif")
    assert taken in shown
    assert asked.count(shown) == 1
    stem = shown.rsplit("-", 2)[0]
    assert [one for one in asked if one.startswith(f"{stem}-")] == [shown]
    preload = built.page(url).values("//link[@rel='preload' and @as='image']/@imagesrcset")
    assert [shown in one for one in preload].count(True) == 1
