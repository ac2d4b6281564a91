from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools import good, sitemaps

pytestmark = pytest.mark.tools
INDEX = """<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://contoh.example/sitemap-1.xml</loc></sitemap></sitemapindex>
"""


def check(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "sitemap.xml"
    file.write_text(text, "utf-8")
    return [finding.text for finding in sitemaps.check(file)]


def test_sound_sitemaps_pass(tmp_path: Path) -> None:
    assert check(tmp_path, good.SITEMAP) == []
    assert check(tmp_path, INDEX) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("</urlset>", "", "Premature end of data"),
        ("2026-11-24</lastmod>", "kemarin</lastmod>", "kemarin"),
        ("<lastmod>", "<lastmod/><lastmod>", "lastmod"),
        ("<loc>https://contoh.example/</loc>", "<loc>/</loc>", "not absolute"),
        ("https://contoh.example/a.jpg", "/a.jpg", "image '/a.jpg'"),
        ("</image:loc>", "</image:loc><image:title>A</image:title>", "one image:loc and nothing else"),
        ("<news:title>Judul</news:title>", "", "news needs one news:title"),
        ("T09:00:00+07:00</news", "</news", "publication date '2026-11-24'"),
        ("sitemap-news/0.9", "sitemap-news/1.0", "unknown element"),
    ],
)
def test_a_fault_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in good.SITEMAP
    assert any(message in text for text in check(tmp_path, good.SITEMAP.replace(old, new)))


def test_a_fault_in_an_index_is_told(tmp_path: Path) -> None:
    assert check(tmp_path, INDEX.replace("https://contoh.example", "")) == [
        "loc '/sitemap-1.xml' is not absolute"
    ]
    assert check(tmp_path, INDEX.replace("sitemap>", "url>")) == [
        "unknown element {http://www.sitemaps.org/schemas/sitemap/0.9}url"
    ]
