"""Every picture of every page: there, described, of the size it is said to have."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml.html import HtmlElement

from tests.tools.finding import told
from tests.tools.pictures import Picture, read
from tests.tools.site import BuiltSite, Page


@cache
def picture(file: Path) -> Picture:
    return read(file.read_bytes())


def candidates(element: HtmlElement) -> list[tuple[str, int]]:
    """URL and told width of each candidate of a srcset (0 for one that tells none)."""
    found: list[tuple[str, int]] = []
    for part in element.get("srcset", "").split(","):
        if words := part.split():
            width = words[1] if len(words) > 1 else ""
            found.append((words[0], int(width[:-1]) if width.endswith("w") else 0))
    return found


def drawn(page: Page) -> list[HtmlElement]:
    return list(page.tree.xpath("//img"))


def same_shape(one: Picture, width: float, height: float) -> bool:
    """Equal proportions, but for sides rounded to whole pixels."""
    expected = one.width * height / width
    return abs(one.height - expected) <= 1 + one.width / width


def test_every_picture_is_described_and_sized(built: BuiltSite) -> None:
    wrong: list[str] = []
    for page in built.pages():
        for image in drawn(page):
            name = f"{page.url}: {image.get('src')}"
            if image.get("alt") is None:
                wrong.append(f"{name} has no alt")
            if not (image.get("width", "").isdigit() and image.get("height", "").isdigit()):
                wrong.append(f"{name} has no width or height")
            if image.get("srcset") and not image.get("sizes"):
                wrong.append(f"{name} has a srcset without sizes")
    assert not wrong, told(wrong)
    assert any(drawn(page) for page in built.pages())


def test_it_is_published_and_has_the_shape_it_is_said_to_have(built: BuiltSite) -> None:
    wrong: list[str] = []
    for page in built.pages():
        for image in drawn(page):
            file = built.resolve(image.get("src", ""), page.url)
            name = f"{page.url}: {image.get('src')}"
            if file is None or not file.is_file():
                wrong.append(f"{name} is not there")
            elif not same_shape(picture(file), int(image.get("width", 0)), int(image.get("height", 0))):
                wrong.append(f"{name} is {picture(file)}, not {image.get('width')}×{image.get('height')}")
    assert not wrong, told(wrong)


def test_every_candidate_has_the_width_and_kind_it_is_said_to_have(built: BuiltSite) -> None:
    wrong: list[str] = []
    seen = 0
    for page in built.pages():
        for element in page.tree.xpath("//img[@srcset] | //source[@srcset]"):
            shape = element if element.get("width") else element.xpath("ancestor::picture//img")[0]
            for url, width in candidates(element):
                seen += 1
                name = f"{page.url}: {url}"
                file = built.resolve(url, page.url)
                if file is None or not file.is_file():
                    wrong.append(f"{name} is not there")
                    continue
                real = picture(file)
                if width and real.width != width:
                    wrong.append(f"{name} is {real.width} px wide, not {width}")
                if element.get("type", real.kind) != real.kind:
                    wrong.append(f"{name} is {real.kind}, not {element.get('type')}")
                if not same_shape(real, int(shape.get("width", 0)), int(shape.get("height", 0))):
                    wrong.append(f"{name} is {real}, in another shape than {shape.get('src')}")
    assert seen
    assert not wrong, told(wrong)


def test_only_what_is_in_the_first_view_is_loaded_at_once(built: BuiltSite) -> None:
    wrong: list[str] = []
    for page in built.real_pages():
        eager = [image.get("src") for image in drawn(page) if image.get("loading") != "lazy"]
        if len(eager) > 1:
            wrong.append(f"{page.url}: {len(eager)} pictures are not lazy")
    assert not wrong, told(wrong)


def test_no_picture_is_published_for_nothing(built: BuiltSite) -> None:
    """Every photo below the site's media is shown, linked or announced by some page or sitemap."""
    text = b"".join(
        file.read_bytes()
        for file in built.root.rglob("*")
        if file.suffix in {".html", ".xml", ".json", ".css", ".webmanifest", ".txt"}
    ).decode("utf-8")
    unused = [
        file.name
        for file in built.root.rglob("*")
        if file.suffix in {".jpg", ".jpeg", ".webp", ".avif"} and file.name not in text
    ]
    assert not unused, told(unused)
