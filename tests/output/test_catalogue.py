"""The catalogue of the built site: on paper, in the feeds, and by its codes."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import zxingcpp
from playwright.sync_api import Browser

from lontar.imaging import pyvips
from scripts.catalogue import catalogues, print_catalogue
from tests.output import kinds
from tests.output.test_access import looking
from tests.tools.pictures import read
from tests.tools.site import BuiltSite

G = "{http://base.google.com/ns/1.0}"
PAGE = re.compile(rb"/Type\s*/Page\b")


def test_there_is_one_in_every_language_of_the_site(sample_site: Path, tmp_path: Path) -> None:
    assert catalogues(sample_site) == {"katalog.pdf": "/katalog/", "katalog-en.pdf": "/en/katalog/"}
    (tmp_path / "katalog").mkdir()
    (tmp_path / "katalog/index.html").touch()
    assert catalogues(tmp_path) == {"katalog.pdf": "/katalog/"}


@pytest.mark.browser
@pytest.mark.parametrize("url", ["/katalog/", "/en/katalog/"])
def test_it_is_printed_with_a_cover_and_numbered_pages(
    browser: Browser, preview_url: str, tmp_path: Path, url: str
) -> None:
    file = tmp_path / "new" / "katalog.pdf"
    print_catalogue(browser, preview_url + url, file)
    data = file.read_bytes()
    assert data.startswith(b"%PDF-")
    categories = 5
    assert categories < len(PAGE.findall(data)) <= 2 * categories
    assert re.search(rb"/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12]", data)


@pytest.mark.browser
def test_on_paper_there_is_no_menu_and_the_cover_fills_its_page(browser: Browser, preview_url: str) -> None:
    with looking(browser, 794) as page:
        page.goto(f"{preview_url}/katalog/")
        assert page.locator(".masthead").is_visible()
        page.emulate_media(media="print")
        assert not page.locator(".masthead, .footer, .breadcrumbs").first.is_visible()
        cover = page.locator(".catalogue-cover").bounding_box()
        assert cover is not None
        assert cover["height"] > 880
        rules = page.evaluate("[...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).map(r => r.cssText)")
        assert any(rule.startswith("@page") and "counter(page)" in rule for rule in rules)


def test_every_product_is_in_it_once(built: BuiltSite) -> None:
    page = built.page("/katalog/")
    shown = page.values("//main//h3/a/@href")
    assert sorted(shown) == sorted(each.url for each in kinds.of_kind(built, "product") if each.url.startswith("/produk/"))


@pytest.mark.browser
def test_a_products_printed_page_has_its_code_and_a_screen_has_not(
    built: BuiltSite, browser: Browser, preview_url: str
) -> None:
    url = kinds.richest(built, "product").url
    with looking(browser, 794) as page:
        page.goto(preview_url + url)
        code = page.locator(".qr img")
        assert not code.is_visible()
        page.emulate_media(media="print")
        code.evaluate("image => { image.loading = 'eager'; return image.decode() }")
        assert code.is_visible()
        picture = pyvips.Image.new_from_buffer(code.screenshot(), "").colourspace("b-w")[0]
    pixels = memoryview(picture.write_to_memory()).cast("B", (picture.height, picture.width))
    (found,) = zxingcpp.read_barcodes(pixels)
    assert found.text == built.page(url).canonical


def test_the_feeds_hold_what_has_a_price_and_lead_to_real_pages_and_pictures(built: BuiltSite) -> None:
    feed = ElementTree.parse(built.root / "katalog/google.xml").getroot()
    google = [{child.tag.removeprefix(G): child.text or "" for child in item} for item in feed.iter("item")]
    with (built.root / "katalog/meta.csv").open(encoding="utf-8", newline="") as file:
        meta = list(csv.DictReader(file, strict=True))
    assert [one["id"] for one in google] == [one["id"] for one in meta]
    assert 0 < len(google) < len(kinds.of_kind(built, "product"))
    for ours, theirs in zip(google, meta, strict=True):
        assert re.fullmatch(r"[1-9]\d* IDR", ours["price"])
        assert ours["identifier_exists"] == "no"
        assert ours["availability"].replace("_", " ") == theirs["availability"]
        for one in (ours, theirs):
            page = built.resolve(one["link"])
            assert page is not None
            assert page.is_file()
            file_ = built.resolve(one["image_link"])
            assert file_ is not None
            picture = read(file_.read_bytes())
            assert min(picture.width, picture.height) >= 500  # Google's least for free listings
