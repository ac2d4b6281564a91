"""Small files at the root."""

from __future__ import annotations

import json

from tests.building import Made, article, at, site_of

FOLDER = 'site: {title: Situs yang namanya lebih dari tiga puluh huruf, url: "https://uji.example/dasar"}\n'


def text(made: Made, url: str, theme: dict[str, bytes] | None = None) -> str:
    return str(made.view(at(made.plan(theme).pages, url)))


def test_robots_are_told_of_the_sitemap() -> None:
    assert text(site_of({}), "/robots.txt") == (
        "User-agent: *\nAllow: /\n\nSitemap: https://uji.example/sitemap.xml\n"
    )
    assert "https://uji.example/dasar/sitemap.xml" in text(site_of({}, base=FOLDER), "/robots.txt")


def test_the_manifest_names_only_icons_that_are_there() -> None:
    found = json.loads(text(site_of({}, base=FOLDER), "/site.webmanifest", {"root/icon-192.png": b"x"}))
    assert [(one["src"], one["sizes"]) for one in found["icons"]] == [("/dasar/icon-192.png", "192x192")]
    assert (found["start_url"], found["lang"], len(found["short_name"])) == ("/dasar/", "id", 30)
    assert json.loads(text(site_of({}), "/site.webmanifest"))["icons"] == []


def test_the_page_for_what_is_not_there_shows_the_latest() -> None:
    files = {f"content/berita/k{n}.md": article(date=f"2025-11-{n + 10}", title=f"K{n}") for n in range(6)}
    found = site_of(files).context("/404.html")
    assert [one["title"] for one in found["latest"]] == ["K5", "K4", "K3", "K2"]
    assert (found["page"]["noindex"], found["page"]["canonical"]) == (True, "")


def test_each_language_has_one() -> None:
    found = site_of({"content/berita/a.en.md": article(title="News")}).context("/en/404.html")
    assert [one["title"] for one in found["latest"]] == ["News"]
    assert (found["page"]["lang"], found["page"]["canonical"]) == ("en", "")
