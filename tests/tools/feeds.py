"""Atom 1.0 (RFC 4287) and JSON Feed 1.1, read as a feed reader reads them and checked by their rules."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
from lxml import etree, html

from tests.tools.finding import Finding

ATOM = {"a": "http://www.w3.org/2005/Atom"}
JSON_FEED_VERSION = "https://jsonfeed.org/version/1.1"


def is_absolute(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def is_zoned(timestamp: str) -> bool:
    """An RFC 3339 timestamp with its zone."""
    try:
        return dt.datetime.fromisoformat(timestamp).tzinfo is not None
    except ValueError:
        return False


def relative_urls(fragment: str) -> list[str]:
    """URLs in a piece of HTML that mean nothing outside their page."""
    if not fragment.strip():
        return []
    tree = html.fragment_fromstring(fragment, create_parent="div")
    urls = [str(url) for url in tree.xpath(".//@href | .//@src | .//@poster")]
    for srcset in tree.xpath(".//@srcset"):
        urls.extend(part.split()[0] for part in str(srcset).split(",") if part.strip())
    return [url for url in urls if not is_absolute(url) and not url.startswith(("mailto:", "tel:", "geo:"))]


def check_atom(file: Path, url: str) -> list[Finding]:
    """What is wrong with an Atom feed that is published at `url`."""
    found: list[Finding] = []

    def wrong(text: str) -> None:
        found.append(Finding(file.name, 0, "atom", text))

    parsed = feedparser.parse(str(file))
    if parsed.bozo:
        wrong(f"feedparser: {parsed.get('bozo_exception')}")
        return found
    feed = etree.parse(file).getroot()

    def texts(node: etree._Element, path: str) -> list[str]:
        return [str(value).strip() for value in node.xpath(path, namespaces=ATOM)]

    if feed.tag != f"{{{ATOM['a']}}}feed":
        wrong(f"the root is {feed.tag}")
        return found
    if texts(feed, "a:link[@rel='self']/@href") != [url]:
        wrong(f"the self link is not {url}")
    entries = list(feed.iterfind("a:entry", ATOM))
    for node, name in [
        (feed, "feed"),
        *((entry, f"entry {number}") for number, entry in enumerate(entries, 1)),
    ]:
        for element in ("id", "title", "updated"):
            if len([text for text in texts(node, f"a:{element}/text()") if text]) != 1:
                wrong(f"{name} needs exactly one {element}")
        for stamp in texts(node, "a:updated/text() | a:published/text()"):
            if not is_zoned(stamp):
                wrong(f"{name} has the date {stamp!r}")
        for link in texts(node, "a:link/@href"):
            if not is_absolute(link):
                wrong(f"{name} links to {link!r}")
        for identity in texts(node, "a:id/text()"):
            if not urlsplit(identity).scheme:
                wrong(f"{name} has the id {identity!r}, which is not an IRI")
        for content in texts(node, "a:content[@type='html']/text() | a:summary[@type='html']/text()"):
            for short in relative_urls(content):
                wrong(f"{name} holds the relative URL {short!r}")
    for number, entry in enumerate(entries, 1):
        if not texts(entry, "a:author/a:name/text()") and not texts(feed, "a:author/a:name/text()"):
            wrong(f"entry {number} has no author")
        if not texts(entry, "a:content") and not texts(entry, "a:link[not(@rel) or @rel='alternate']/@href"):
            wrong(f"entry {number} has neither content nor link")
    identities = texts(feed, "a:entry/a:id/text()")
    if len(set(identities)) != len(identities):
        wrong("two entries share an id")
    return found


def check_json_feed(file: Path, url: str) -> list[Finding]:
    """What is wrong with a JSON Feed that is published at `url`."""
    found: list[Finding] = []

    def wrong(text: str) -> None:
        found.append(Finding(file.name, 0, "json feed", text))

    try:
        feed: dict[str, Any] = json.loads(file.read_text("utf-8"))
    except ValueError as error:
        wrong(str(error))
        return found
    if feed.get("version") != JSON_FEED_VERSION:
        wrong(f"version is {feed.get('version')!r}")
    if not feed.get("title"):
        wrong("no title")
    if feed.get("feed_url") != url:
        wrong(f"feed_url is {feed.get('feed_url')!r}, not {url}")
    if not is_absolute(feed.get("home_page_url", "")):
        wrong("home_page_url is not absolute")
    items: list[dict[str, Any]] = feed.get("items", [])
    if not isinstance(feed.get("items"), list):
        wrong("items is not a list")
        return found
    for number, item in enumerate(items, 1):
        if not isinstance(item.get("id"), str) or not item["id"]:
            wrong(f"item {number} has no id that is a string")
        if not (item.get("content_html") or item.get("content_text")):
            wrong(f"item {number} has no content")
        for key in ("url", "image", "banner_image", "external_url"):
            if key in item and not is_absolute(item[key]):
                wrong(f"item {number}: {key} is {item[key]!r}")
        for key in ("date_published", "date_modified"):
            if key in item and not is_zoned(item[key]):
                wrong(f"item {number}: {key} is {item[key]!r}")
        for short in relative_urls(item.get("content_html", "")):
            wrong(f"item {number} holds the relative URL {short!r}")
    if len({item.get("id") for item in items}) != len(items):
        wrong("two items share an id")
    return found
