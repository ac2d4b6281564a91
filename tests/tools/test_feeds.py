from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tools import feeds, good

URL = "https://contoh.example/feed.xml"
JSON_URL = "https://contoh.example/feed.json"


def atom(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "feed.xml"
    file.write_text(text, "utf-8")
    return [finding.text for finding in feeds.check_atom(file, URL)]


def test_a_sound_feed_passes(tmp_path: Path) -> None:
    assert atom(tmp_path, good.ATOM) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("</feed>", "", "feedparser: "),
        ("<title>A</title>", "", "entry 1 needs exactly one title"),
        ("T09:00:00+07:00</updated>\n<author>", "</updated>\n<author>", "feed has the date '2026-11-24'"),
        ('href="https://contoh.example/a/"', 'href="/a/"', "entry 1 links to '/a/'"),
        ("https://contoh.example/b/", "../b/", "entry 1 holds the relative URL '../b/'"),
        ("<id>https://contoh.example/a/</id>", "<id>a</id>", "entry 1 has the id 'a', which is not an IRI"),
        ("<author><name>Redaksi</name></author>", "", "entry 1 has no author"),
        ('rel="self"', 'rel="via"', f"the self link is not {URL}"),
    ],
)
def test_a_fault_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in good.ATOM
    assert any(text.startswith(message) for text in atom(tmp_path, good.ATOM.replace(old, new)))


def json_feed(tmp_path: Path, **changes: Any) -> list[str]:
    item = {"id": "a", "url": "https://contoh.example/a/", "content_html": "<p>a</p>"}
    feed = {
        "version": feeds.JSON_FEED_VERSION,
        "title": "Contoh",
        "home_page_url": "https://contoh.example/",
        "feed_url": JSON_URL,
        "items": [item | changes.pop("item", {})],
    }
    file = tmp_path / "feed.json"
    file.write_text(json.dumps(feed | changes), "utf-8")
    return [finding.text for finding in feeds.check_json_feed(file, JSON_URL)]


def test_a_sound_json_feed_passes(tmp_path: Path) -> None:
    assert json_feed(tmp_path) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"version": "1.1"}, "version is '1.1'"),
        ({"title": ""}, "no title"),
        ({"feed_url": "/feed.json"}, f"feed_url is '/feed.json', not {JSON_URL}"),
        ({"items": None}, "items is not a list"),
        ({"item": {"id": 7}}, "item 1 has no id that is a string"),
        ({"item": {"content_html": ""}}, "item 1 has no content"),
        ({"item": {"content_html": '<img src="a.jpg">'}}, "item 1 holds the relative URL 'a.jpg'"),
        ({"item": {"date_published": "2026-11-24"}}, "item 1: date_published is '2026-11-24'"),
        ({"item": {"image": "/a.jpg"}}, "item 1: image is '/a.jpg'"),
    ],
)
def test_a_fault_in_a_json_feed_is_told(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    assert json_feed(tmp_path, **changes) == [message]
