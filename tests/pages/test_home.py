"""The home page: the lead, the latest, what was chosen."""

from __future__ import annotations

import json

from tests.building import MAKER, NEWS, SURVEY, article, maker, product, site_of, skm, survey


def test_the_newest_leads() -> None:
    files = {f"content/berita/k{n}.md": article(date=f"2025-11-{n + 10}", title=f"K{n}") for n in range(9)}
    found = site_of(files).context("/")
    assert found["lead"]["title"] == "K8"
    assert [one["title"] for one in found["latest"]] == [f"K{n}" for n in range(7, 1, -1)]


def test_chosen_products_come_before_all() -> None:
    files = {f"content/produk/p{n}.yaml": product(name=f"P{n}") for n in range(10)}
    assert len(site_of(files).context("/")["featured"]) == 8
    files["content/produk/p5.yaml"] = product(name="P5", featured="true")
    assert [one["title"] for one in site_of(files).context("/")["featured"]] == ["P5"]


def test_makers_show_how_much_they_made() -> None:
    files = {MAKER: maker(), "content/produk/a.yaml": product(), "content/produk/b.yaml": product()}
    found = site_of(files).context("/")
    assert [(one["title"], one["product_count"]) for one in found["makers"]] == [("Sentra Jono", 2)]
    assert found["categories"] == [{"label": "Batik", "url": "/galeri/batik/", "count": 2, "lang": ""}]


def test_the_survey_about_the_site_goes_first() -> None:
    files = {SURVEY: survey(), "content/survei/kepuasan-situs.yaml": survey(question="Situs?")}
    assert site_of(files).context("/")["survey"]["question"] == "Situs?"
    assert site_of({SURVEY: survey()}).context("/")["survey"]["id"] == "puas"


def test_a_survey_of_several_questions_has_its_own_page_only() -> None:
    files = {"content/survei/awal.yaml": skm()}
    assert site_of(files).context("/")["survey"] is None
    assert site_of({**files, SURVEY: survey()}).context("/")["survey"]["id"] == "puas"


def test_an_empty_site_has_a_home() -> None:
    found = site_of({}).context("/")
    assert (found["lead"], found["latest"], found["survey"], found["featured"]) == (None, [], None, [])
    assert found["page"]["breadcrumbs"] == []
    assert [json.loads(one)["@type"] for one in found["page"]["json_ld"]] == ["WebSite", "Organization"]


def test_the_title_tells_the_tagline() -> None:
    base = "site: {title: T, url: 'https://uji.example', tagline: Karya tangan}\n"
    assert site_of({}, base=base).context("/")["page"]["head_title"] == "T · Karya tangan"


def test_an_edition_has_its_own_home() -> None:
    made = site_of({NEWS: article(), "content/berita/x.en.md": article(title="News")})
    found = made.context("/en/")
    assert (found["lead"]["title"], found["news_url"]) == ("News", "/en/berita/")
