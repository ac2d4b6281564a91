"""How lines break in a real browser: dates stay whole, and nothing is cut off where a screen is narrow."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.output import kinds
from tests.tools.finding import told
from tests.tools.site import BuiltSite

pytestmark = [pytest.mark.browser]

DATES = r"""
() => {
  const found = [];
  for (const time of document.querySelectorAll('main time')) {
    const walk = document.createTreeWalker(time, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      for (const date of node.data.matchAll(/(\d{1,2}–\u2060?)?\d{1,2}\s\p{L}+\s\d{4}/gu)) {
        const range = new Range();
        range.setStart(node, date.index);
        range.setEnd(node, date.index + date[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        found.push([date[0], lines.size]);
      }
    }
  }
  return found;
}
"""


def narrow(browser: Browser, width: int) -> Page:
    return browser.new_page(viewport={"width": width, "height": 760})


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("name", ["home", "article", "category", "tag", "agenda", "event"])
def test_dates_stay_on_one_line(
    built: BuiltSite, browser: Browser, preview_url: str, name: str, lang: str
) -> None:
    url = kinds.richest(built, name, lang).url
    torn: list[str] = []
    seen = 0
    page = narrow(browser, 320)
    page.goto(preview_url + url)
    for width in (320, 360, 412, 768, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 760})
        for date, lines in page.evaluate(DATES):
            seen += 1
            if lines != 1:
                torn.append(f"{url} at {width} px: {date} stands on {lines} lines")
    page.close()
    assert seen
    assert not torn, told(torn)


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_example_in_the_search_box_is_whole(
    built: BuiltSite, browser: Browser, preview_url: str, lang: str, width: int
) -> None:
    page = narrow(browser, width)
    page.goto(preview_url + kinds.richest(built, "search", lang).url)
    box = page.get_by_role("searchbox")
    room, needed = box.evaluate(
        "(box) => { box.value = box.placeholder; return [box.clientWidth, box.scrollWidth]; }"
    )
    page.close()
    assert needed <= room
