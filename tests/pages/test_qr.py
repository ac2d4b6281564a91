"""QR codes, read back by a reader of codes."""

from __future__ import annotations

import pytest
import zxingcpp
from lxml import etree
from playwright.sync_api import Browser

from lontar.imaging import pyvips
from tests.building import MAKER, PRODUCT, at, maker, product, site_of


def code_of(path: str = PRODUCT) -> bytes:
    site = site_of({path: product(), MAKER: maker()})
    url = f"/produk/{path.rpartition('/')[2].removesuffix('.yaml')}/qr.svg"
    data: bytes = site.view(at(site.plan({"print/catalogue.css": b""}).pages, url))
    return data


@pytest.mark.browser
@pytest.mark.parametrize("name", ["kain", "batik-tulis-parang-dahana-mungal", "a" * 100])
def test_it_leads_to_the_page(browser: Browser, name: str) -> None:
    """As drawn by a browser, on a label of 30 mm, coarsely: 150 dots an inch."""
    page = browser.new_page(viewport={"width": 177, "height": 177})
    page.set_content(f'<body style="margin: 0">{code_of(f"content/produk/{name}.yaml").decode()}')
    picture = pyvips.Image.new_from_buffer(page.screenshot(), "").colourspace("b-w")[0]
    page.close()
    pixels = memoryview(picture.write_to_memory()).cast("B", (picture.height, picture.width))
    (found,) = zxingcpp.read_barcodes(pixels)
    assert found.text == f"https://uji.example/produk/{name}/"
    assert found.format == zxingcpp.BarcodeFormat.QRCode


def test_it_is_white_around_and_sized_by_the_page() -> None:
    tree = etree.fromstring(code_of())
    _, _, width, height = (float(part) for part in tree.get("viewBox").split())
    assert width == height
    assert (tree.get("width"), tree.get("height"), tree.get("style")) == (None, None, None)
    assert b"script" not in code_of()


def test_it_depends_on_the_address_alone() -> None:
    keys = set()
    for price in ("1", "2"):
        site = site_of({PRODUCT: product(price=price), MAKER: maker(name=f"Jono {price}")})
        keys.add(at(site.plan({"print/catalogue.css": b""}).pages, "/produk/kain/qr.svg").key)
    assert len(keys) == 1
    assert code_of() == code_of()
