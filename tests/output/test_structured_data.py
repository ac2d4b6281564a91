"""What pages tell machines about themselves (JSON-LD)."""

from __future__ import annotations

import pytest

from tests.output import kinds
from tests.tools import jsonld
from tests.tools.finding import told
from tests.tools.pictures import Picture, read
from tests.tools.site import BuiltSite, Page

RATIOS = (16 / 9, 4 / 3, 1.0)
SMALLEST_AREA = 50_000


def items(page: Page) -> list[jsonld.Item]:
    return jsonld.items(page.raw.decode("utf-8"), page.canonical)


def test_all_of_it_is_sound(built: BuiltSite) -> None:
    wrong = [f"{page.url}: {text}" for page in built.real_pages() for text in jsonld.check(items(page))]
    assert not wrong, told(wrong)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("article", "NewsArticle"),
        ("product", "Product"),
        ("event", "Event"),
        ("home", "WebSite"),
        ("home", "Organization"),
        *((kind, "BreadcrumbList") for kind in ("article", "product", "maker", "gallery", "news", "page", "event")),
    ],
)
def test_every_page_of_a_kind_has_its_item(built: BuiltSite, kind: str, name: str) -> None:
    pages = kinds.of_kind(built, kind)
    assert pages
    lacking = [page.url for page in pages if len(jsonld.of_type(items(page), name)) != 1]
    assert not lacking, told(lacking)


def test_an_article_tells_what_its_page_shows(built: BuiltSite) -> None:
    for page in kinds.of_kind(built, "article"):
        (article,) = jsonld.of_type(items(page), "NewsArticle")
        assert article["headline"] == " ".join(page.tree.xpath("//h1")[0].text_content().split())[:110]
        assert article["datePublished"] <= article["dateModified"]
        shown = page.values("//main//time/@datetime")
        assert any(article["datePublished"].startswith(stamp[:10]) for stamp in shown), page.url


def pictures(site: BuiltSite, item: jsonld.Item) -> list[Picture]:
    found: list[Picture] = []
    for url in jsonld.image_urls(item.get("image")):
        file = site.resolve(url)
        assert file is not None and file.is_file(), url
        found.append(read(file.read_bytes()))
    return found


def test_an_article_offers_its_picture_in_three_shapes(built: BuiltSite) -> None:
    wrong: list[str] = []
    for page in kinds.of_kind(built, "article"):
        for item in jsonld.of_type(items(page), "NewsArticle"):
            shown = pictures(built, item)
            for ratio in RATIOS:
                if not any(
                    abs(picture.ratio - ratio) < 0.02 and picture.width * picture.height >= SMALLEST_AREA
                    for picture in shown
                ):
                    wrong.append(f"{page.url}: no picture of ratio {ratio:.2f}")
    assert not wrong, told(wrong)


def test_a_product_is_offered_exactly_when_it_has_a_price(built: BuiltSite) -> None:
    offered = 0
    for page in kinds.of_kind(built, "product"):
        (item,) = jsonld.of_type(items(page), "Product")
        assert pictures(built, item), page.url
        assert jsonld.as_list(item.get("brand")), page.url
        offers = jsonld.as_list(item.get("offers"))
        text = "".join(page.tree.xpath("//main")[0].text_content().split())
        if offers:
            price = f"{int(float(offers[0]['price'])):,}"
            if page.tree.get("lang") == "id":
                price = price.replace(",", ".")
            assert f"Rp{price}" in text, page.url
            offered += 1
    assert 0 < offered < len(kinds.of_kind(built, "product"))
