"""The gallery narrowed: by real pages without a script, by combinations in the address with one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.building import product, write
from tests.output import kinds
from tests.tools import axe
from tests.tools.finding import told
from tests.tools.preview import serve
from tests.tools.sample import command, run
from tests.tools.site import BuiltSite

pytestmark = [pytest.mark.browser]


@contextmanager
def opened(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    """The page; it may not break the policy of the site, nor fail."""
    known: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce", **options}
    context = browser.new_context(**known)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(url)
    yield page
    context.close()
    assert not complaints


def titles(page: Page) -> Locator:
    return page.locator(".shelf .piece-title")


def status(page: Page) -> Locator:
    return page.locator(".filter-state [role=status]")


def filter_link(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f".filters a[data-facet='{facet}'][data-value='{value}']")


def fold_out(page: Page, name: str) -> None:
    page.locator("summary", has_text=name).click()


def test_filters_combine_in_the_address_and_the_back_button_undoes_them(
    browser: Browser, preview_url: str
) -> None:
    gallery = f"{preview_url}/galeri/"
    with opened(browser, gallery) as page:
        whole = titles(page).count()
        filter_link(page, "kategori", "batik").click()
        expect(page).to_have_url(f"{gallery}?kategori=batik")
        expect(status(page)).to_have_text("5 karya")
        expect(filter_link(page, "kategori", "batik")).to_have_attribute("aria-current", "true")
        expect(filter_link(page, "kategori", "batik")).to_be_focused()
        fold_out(page, "Ketersediaan")
        expect(filter_link(page, "ketersediaan", "tersedia")).to_contain_text("3")
        filter_link(page, "ketersediaan", "tersedia").click()
        expect(page).to_have_url(f"{gallery}?kategori=batik&ketersediaan=tersedia")
        expect(titles(page)).to_have_count(3)
        expect(status(page)).to_have_text("3 karya")
        page.go_back()
        expect(titles(page)).to_have_count(5)
        page.go_back()
        expect(titles(page)).to_have_count(whole)
        expect(status(page)).to_be_hidden()
        page.go_forward()
        expect(titles(page)).to_have_count(5)
        filter_link(page, "kategori", "batik").click()
        expect(page).to_have_url(gallery)
        expect(titles(page)).to_have_count(whole)


def test_an_address_alone_shows_the_same(browser: Browser, preview_url: str) -> None:
    with opened(browser, f"{preview_url}/galeri/?harga=0-50000&kategori=gerabah&lain=x&perajin=tiada") as page:
        expect(status(page)).to_have_text("2 karya")
        expect(titles(page)).to_have_count(2)
        expect(page.locator(".chips a")).to_have_text(["Gerabah", "Sampai Rp50.000", "Lihat semua karya"])


def test_where_nothing_fits_there_is_a_way_out(browser: Browser, preview_url: str) -> None:
    with opened(browser, f"{preview_url}/galeri/?kategori=kayu&harga=0-50000") as page:
        expect(status(page)).to_contain_text("Belum ada karya yang cocok")
        expect(titles(page)).to_have_count(0)
        page.get_by_role("link", name="Hapus saringan: Sampai Rp50.000").click()
        expect(status(page)).to_have_text("4 karya")
        page.get_by_role("link", name="Lihat semua karya").click()
        expect(page).to_have_url(f"{preview_url}/galeri/")
        expect(filter_link(page, "kategori", "")).to_be_focused()


def test_the_keyboard_alone_is_enough(browser: Browser, preview_url: str) -> None:
    with opened(browser, f"{preview_url}/galeri/") as page:
        page.locator("summary", has_text="Bahan").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        value = page.evaluate("document.activeElement.dataset.value")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{preview_url}/galeri/?bahan={value}")
        expect(page.locator(".shelf")).not_to_have_attribute("aria-busy", "true")
        expect(filter_link(page, "bahan", value)).to_be_focused()


def test_a_page_of_one_value_leads_on_to_combinations(browser: Browser, preview_url: str) -> None:
    with opened(browser, f"{preview_url}/galeri/batik/") as page:
        fold_out(page, "Ketersediaan")
        filter_link(page, "ketersediaan", "habis").click()
        expect(page).to_have_url(f"{preview_url}/galeri/?kategori=batik&ketersediaan=habis")
        expect(titles(page)).to_have_count(1)


def test_without_a_script_every_filter_is_a_page(
    built: BuiltSite, browser: Browser, preview_url: str
) -> None:
    with opened(browser, f"{preview_url}/galeri/", java_script_enabled=False) as page:
        links = page.locator(".filters a[data-value]:not([data-value=''])").evaluate_all(
            "(links) => links.map((link) => [link.pathname, Number(link.querySelector('.count').textContent)])"
        )
        assert {url.split("/")[2] for url, _ in links} >= {"batik", "bahan", "perajin", "harga", "ketersediaan"}
        for url, count in links:
            assert len(built.page(url).values("//main//h2[@class='piece-title']")) == count, url
        fold_out(page, "Harga")
        filter_link(page, "harga", "0-50000").click()
        expect(page).to_have_url(f"{preview_url}/galeri/harga/0-50000/")
        expect(page.locator("h1")).to_have_text("Galeri: Sampai Rp50.000")


@pytest.mark.tools
def test_axe_finds_nothing_while_filters_are_on(browser: Browser, preview_url: str) -> None:
    found = []
    for theme in ("light", "dark"):
        for query in ("?kategori=batik", "?kategori=kayu&harga=0-50000"):
            with opened(
                browser, f"{preview_url}/galeri/{query}", bypass_csp=True, color_scheme=theme
            ) as page:
                expect(status(page)).to_be_visible()
                found += axe.check(page, f"{query}, {theme}")
    assert not found, told(found)


def test_nothing_is_asked_for_before_it_is_needed(browser: Browser, preview_url: str) -> None:
    """The table comes with the first touch of the filters, cards with the pages they stand on."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(preview_url)))
    page.goto(f"{preview_url}/galeri/")
    assert not [url for url in asked if url.endswith("data.json")]
    filter_link(page, "kategori", "kayu").click()
    expect(status(page)).to_have_text("4 karya")
    assert [url for url in asked if url.startswith("/galeri/")][1:] == ["/galeri/data.json", "/galeri/kayu/"]
    context.close()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A gallery of 300 products without photos, 24 on a page."""
    from tests.building import CONFIG, MAKER, maker

    root = tmp_path_factory.mktemp("banyak")
    files: dict[str, str | bytes] = {"site_config.yaml": CONFIG, MAKER: maker()}
    for number in range(300):
        files[f"content/produk/p{number:03}.yaml"] = product(
            name=f"Karya {number:03}",
            category="kayu" if number % 3 else "batik",
            price=str(10_000 + number * 4_000),
            availability="habis" if number % 5 == 0 else "tersedia",
        )
    write(root, files)
    out = root / "output"
    words = command(out, root / "cache")
    words[words.index("--root") + 1] = str(root)
    answer = run([*words, "--templates", str(Path(__file__).parents[2] / "templates")])
    assert answer.returncode == 0, answer.stdout + answer.stderr
    with serve(out) as origin:
        yield origin


def test_many_products_are_shown_page_by_page(browser: Browser, many: str) -> None:
    expected = [f"Karya {number:03}" for number in range(300) if number % 3 == 0 and number % 5]
    with opened(browser, f"{many}/galeri/?kategori=batik&ketersediaan=tersedia") as page:
        expect(status(page)).to_have_text(f"24 dari {len(expected)} karya")
        expect(page.locator(".pager")).to_be_hidden()
        page.get_by_role("button", name="Tampilkan lagi").click()
        expect(status(page)).to_have_text(f"48 dari {len(expected)} karya")
        expect(titles(page).nth(24).locator("a")).to_be_focused()
        page.get_by_role("button", name="Tampilkan lagi").click()
        page.get_by_role("button", name="Tampilkan lagi").click()
        expect(titles(page)).to_have_text(expected)
        expect(page.get_by_role("button", name="Tampilkan lagi")).to_be_hidden()


def test_every_facet_is_a_kind_of_gallery(built: BuiltSite) -> None:
    assert {page.url.split("/")[2] for page in kinds.of_kind(built, "gallery")} >= {"harga", "ketersediaan"}
