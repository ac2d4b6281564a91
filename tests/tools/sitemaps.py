"""Sitemaps: the schema of sitemaps.org where there is one, and the rules of the image and news extensions."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from lxml import etree

from tests.tools.feeds import is_absolute, is_zoned
from tests.tools.finding import Finding
from tests.tools.node import MODULES

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NAMESPACES = {"s": SITEMAP, "i": IMAGE, "n": NEWS, "x": XHTML}
SCHEMA = MODULES / "sitemap" / "schema" / "sitemap.xsd"
MOST_URLS = 50_000
MOST_BYTES = 50 * 1024 * 1024
MOST_IMAGES = 1_000
MOST_NEWS = 1_000


def texts(root: etree._Element, path: str) -> list[str]:
    return [str(text).strip() for text in root.xpath(path, namespaces=NAMESPACES)]


def locations(file: Path) -> list[str]:
    """The pages that a sitemap names, or the sitemaps that an index names."""
    return texts(etree.parse(file).getroot(), "s:url/s:loc/text() | s:sitemap/s:loc/text()")


def images(file: Path) -> list[str]:
    return texts(etree.parse(file).getroot(), "s:url/i:image/i:loc/text()")


def _schema_says(root: etree._Element) -> list[str]:
    """Errors by the schema of sitemaps.org, which demands the schema of every extension: those are
    taken out first and judged by hand."""
    plain = deepcopy(root)
    for node in plain.xpath("//s:url/*[namespace-uri() != $own]", namespaces=NAMESPACES, own=SITEMAP):
        node.getparent().remove(node)
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    schema.validate(plain)
    return [f"line {error.line}: {error.message}" for error in schema.error_log]


def _extensions_say(root: etree._Element) -> list[str]:
    wrong: list[str] = []
    for entry in root.iterfind("s:url", NAMESPACES):
        place = (texts(entry, "s:loc/text()") or ["?"])[0]
        others = {node.tag for node in entry} - {
            *(f"{{{SITEMAP}}}{name}" for name in ("loc", "lastmod", "changefreq", "priority")),
            *(f"{{{IMAGE}}}image", f"{{{NEWS}}}news", f"{{{XHTML}}}link"),
        }
        wrong.extend(f"{place}: unknown element {tag}" for tag in others)
        pictures = entry.findall("i:image", NAMESPACES)
        if len(pictures) > MOST_IMAGES:
            wrong.append(f"{place}: more than {MOST_IMAGES} images")
        for picture in pictures:
            if [node.tag for node in picture] != [f"{{{IMAGE}}}loc"]:
                wrong.append(f"{place}: an image holds one image:loc and nothing else")
            wrong.extend(
                f"{place}: image {loc!r}" for loc in texts(picture, "i:loc/text()") if not is_absolute(loc)
            )
        for item in entry.iterfind("n:news", NAMESPACES):
            for path in ("n:publication/n:name", "n:publication/n:language", "n:publication_date", "n:title"):
                if len([text for text in texts(item, f"{path}/text()") if text]) != 1:
                    wrong.append(f"{place}: news needs one {path.replace('n:', 'news:')}")
            wrong.extend(
                f"{place}: publication date {stamp!r}"
                for stamp in texts(item, "n:publication_date/text()")
                if not is_zoned(stamp)
            )
    return wrong


def _index_says(root: etree._Element) -> list[str]:
    wrong = [f"unknown element {node.tag}" for node in root if node.tag != f"{{{SITEMAP}}}sitemap"]
    for entry in root.iterfind("s:sitemap", NAMESPACES):
        if len(texts(entry, "s:loc/text()")) != 1:
            wrong.append("a sitemap needs exactly one loc")
    return wrong


def check(file: Path) -> list[Finding]:
    """What is wrong with a sitemap or a sitemap index."""
    try:
        root = etree.parse(file).getroot()
    except etree.XMLSyntaxError as error:
        return [Finding(file.name, error.lineno or 0, "xml", str(error))]
    if root.tag == f"{{{SITEMAP}}}sitemapindex":
        wrong = _index_says(root)
    elif texts(root, "s:url") or root.tag != f"{{{SITEMAP}}}urlset":
        wrong = [*_schema_says(root), *_extensions_say(root)]
    else:
        wrong = []  # an empty news sitemap is allowed by its rules, though not by the schema
    named = locations(file)
    wrong.extend(f"loc {loc!r} is not absolute" for loc in named if not is_absolute(loc))
    if len(set(named)) != len(named):
        wrong.append("a loc stands there twice")
    if len(named) > MOST_URLS or file.stat().st_size > MOST_BYTES:
        wrong.append("too large")
    if len(root.findall(".//n:news", NAMESPACES)) > MOST_NEWS:
        wrong.append(f"more than {MOST_NEWS} news")
    return [Finding(file.name, 0, "sitemap", text) for text in wrong]
