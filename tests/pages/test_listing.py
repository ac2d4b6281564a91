"""Lists of news: all, by year, by month."""

from __future__ import annotations

from tests.building import article, site_of

FILES = {
    f"content/berita/k{year}{month:02}.md": article(date=f"{year}-{month:02}-05", title=f"K{year}{month:02}")
    for year in (2024, 2025)
    for month in (1, 2, 11)
}


def test_all_news_with_ways_on() -> None:
    found = site_of(FILES).context("/berita/")
    assert [one["title"] for one in found["cards"]][:2] == ["K202511", "K202502"]
    categories, years = found["groups"]
    assert [(one["label"], one["url"], one["count"]) for one in categories["entries"]] == [
        ("Kunjungan", "/berita/kategori/kunjungan/", 6)
    ]
    assert [(one["label"], one["url"], one["count"]) for one in years["entries"]] == [
        ("2025", "/berita/2025/", 3),
        ("2024", "/berita/2024/", 3),
    ]


def test_a_year_leads_to_its_months() -> None:
    found = site_of(FILES).context("/berita/2025/")
    assert len(found["cards"]) == 3
    (months,) = found["groups"]
    assert [(one["label"], one["url"]) for one in months["entries"]] == [
        ("November 2025", "/berita/2025/11/"),
        ("Februari 2025", "/berita/2025/02/"),
        ("Januari 2025", "/berita/2025/01/"),
    ]
    assert "2025" in found["page"]["title"]


def test_a_month_holds_its_news() -> None:
    found = site_of(FILES).context("/berita/2024/02/")
    assert [one["title"] for one in found["cards"]] == ["K202402"]
    assert [one["url"] for one in found["page"]["breadcrumbs"]] == [
        "/",
        "/berita/",
        "/berita/2024/",
        "/berita/2024/02/",
    ]


def test_a_site_may_do_without_its_archive() -> None:
    one = site_of(FILES, more="lists: {archive: false}\n")
    assert [group["title"] for group in one.context("/berita/")["groups"]] == [one.frame.words["categories"]]
    urls = {page.url for page in one.plan().pages}
    assert {url for url in urls if url.startswith("/berita/20")} == set()


def test_every_article_is_on_one_numbered_page() -> None:
    made = site_of(FILES, more="page_size: {berita: 2}\n")
    pages = [made.context(url) for url in ("/berita/", "/berita/halaman/2/", "/berita/halaman/3/")]
    titles = [card["title"] for one in pages for card in one["cards"]]
    assert titles == sorted(titles, reverse=True)
    assert len(titles) == 6
    assert [one["pager"]["number"] for one in pages] == [1, 2, 3]
    assert (pages[0]["page"]["prev_url"], pages[2]["page"]["next_url"]) == ("", "")
    assert len({one["page"]["head_title"] for one in pages}) == 3


def test_a_full_page_has_no_empty_one_after_it() -> None:
    urls = {one.url for one in site_of(FILES, more="page_size: {berita: 6}\n").plan().pages}
    assert "/berita/halaman/2/" not in urls


def test_no_news_is_a_page() -> None:
    assert site_of({}).context("/berita/")["cards"] == []
