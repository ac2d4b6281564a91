"""The search of the sample site, in a real browser: with JavaScript, by keyboard alone, and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def ask(page: Page, origin: str, query: str = "") -> None:
    page.goto(f"{origin}/cari/{query}")


def wait_for_results(page: Page) -> None:
    """Until the results shown are those of the words in the field: those of fewer words come first."""
    expect(page.locator(".search-results")).to_have_attribute("aria-busy", "false")


def titles(page: Page) -> list[str]:
    return page.locator(".search-title").all_inner_texts()


def test_words_are_found_by_their_stem_and_marked(page: Page, preview_url: str) -> None:
    ask(page, preview_url)
    page.get_by_role("searchbox").fill("berlatih membatik")
    expect(page.locator(".search-results li").first).to_be_visible()
    assert "Belajar Membatik dari Nol: Catatan dari Meja Pelatihan" in titles(page)
    assert page.locator(".search-excerpt mark").count() > 0
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+ hasil"))
    expect(page.locator(".search-archives")).to_be_hidden()


def test_a_search_is_an_address(page: Page, preview_url: str) -> None:
    ask(page, preview_url, "?q=batik&jenis=Galeri")
    expect(page.locator(".search-results li").first).to_be_visible()
    expect(page.get_by_role("radio", name="Galeri")).to_be_checked()
    assert all("/produk/" in str(link) for link in page.eval_on_selector_all(".search-title a", "all => all.map(a => a.href)"))
    page.get_by_role("radio", name="Perajin").check()
    expect(page.locator(".search-title a").first).to_have_attribute("href", re.compile("/perajin/"))
    assert "jenis=Perajin" in page.url
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("batik")
    expect(page.locator(".search-title a").first).to_have_attribute("href", re.compile("/perajin/"))


def test_the_keyboard_is_enough(page: Page, preview_url: str) -> None:
    ask(page, preview_url)
    page.keyboard.press("/")
    page.keyboard.type("gerabah")
    expect(page).to_have_url(re.compile("q=gerabah"))
    wait_for_results(page)
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-title a").nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-title a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Gerabah")


def test_results_that_come_late_leave_the_keyboard_in_the_list(page: Page, preview_url: str) -> None:
    ask(page, preview_url, "?q=batik")
    wait_for_results(page)
    field = page.get_by_role("searchbox")
    field.press("End")
    field.press_sequentially(" nila")
    page.keyboard.press("ArrowDown")  # into the results of "batik"
    assert page.evaluate("document.activeElement.closest('.search-results') !== null")
    wait_for_results(page)
    assert page.evaluate("document.activeElement.closest('.search-results') !== null")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    field.fill("xylofonqwerty")
    wait_for_results(page)
    expect(field).to_be_focused()


WHEN = """
() => {
  const [page] = performance.getEntriesByType('navigation');
  const engine = performance.getEntriesByType('resource').find((one) => one.name.endsWith('.pagefind'));
  return [engine.startTime, page.loadEventStart];
}
"""


def test_the_engine_is_fetched_once_the_page_stands(page: Page, preview_url: str) -> None:
    with page.expect_response("**/wasm.*.pagefind"):
        ask(page, preview_url)
    page.wait_for_load_state("networkidle")
    engine, loaded = page.evaluate(WHEN)
    assert engine >= loaded > 0


def test_an_address_with_words_fetches_the_engine_at_once(page: Page, preview_url: str) -> None:
    ask(page, preview_url, "?q=batik")
    wait_for_results(page)  # what is still on its way is not listed yet
    engine, loaded = page.evaluate(WHEN)
    assert engine < loaded


def test_nothing_found_leads_into_the_archives(page: Page, preview_url: str) -> None:
    ask(page, preview_url, "?q=xylofonqwerty")
    expect(page.get_by_role("status")).to_contain_text("Tidak ada yang cocok dengan “xylofonqwerty”")
    expect(page.locator(".search-archives")).to_be_visible()


def test_a_lost_index_is_told(page: Page, preview_url: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    ask(page, preview_url, "?q=batik")
    expect(page.get_by_role("status")).to_have_text("Pencarian sedang tidak dapat dipakai. Telusuri arsip di bawah ini.")
    expect(page.locator(".search-archives")).to_be_visible()


def test_without_javascript_every_archive_is_a_link(browser: Browser, preview_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        ask(page, preview_url, "?q=batik")
        links = page.locator(".search-archives a")
        assert links.count() > 15
        page.get_by_role("link", name="Batik", exact=True).click()
        assert page.url.endswith("/galeri/batik/")
    finally:
        context.close()
