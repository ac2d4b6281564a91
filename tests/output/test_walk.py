"""From the home page to an order by keyboard alone, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.tools.site import BuiltSite

pytestmark = [pytest.mark.browser]
PATIENCE = 120


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something that matches has the focus, and see that it shows."""
    for _ in range(PATIENCE):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            expect(page.locator(":focus")).to_be_in_viewport()
            assert page.evaluate("document.activeElement.matches(':focus-visible')")
            return
    raise AssertionError(f"{selector} is not within {PATIENCE} stops of {page.url}")


@pytest.mark.parametrize("scripts", [True, False])
def test_home_gallery_photo_product_order(
    built: BuiltSite, browser: Browser, preview_url: str, scripts: bool
) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, reduced_motion="reduce", java_script_enabled=scripts
    )
    page = context.new_page()
    page.goto(f"{preview_url}/")
    tab_to(page, ".menu a[href='/galeri/']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{preview_url}/galeri/")
    tab_to(page, ".filters a[data-value='batik']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{preview_url}/galeri/{'?kategori=batik' if scripts else 'batik/'}")
    expect(page.locator(".shelf .piece")).to_have_count(5)
    tab_to(page, ".shelf .piece-title a[href='/produk/batik-sekar-jati/']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{preview_url}/produk/batik-sekar-jati/")
    tab_to(page, "a.zoom")
    page.keyboard.press("Enter")
    if scripts:
        expect(page.locator("dialog.lightbox")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("a.zoom").first).to_be_focused()
    else:
        page.wait_for_url(f"{preview_url}/media/**")
        page.go_back()
        page.wait_for_url(f"{preview_url}/produk/batik-sekar-jati/")
    tab_to(page, ".order a")
    assert str(page.locator(":focus").get_attribute("href")).startswith("https://wa.me/")
    context.close()
