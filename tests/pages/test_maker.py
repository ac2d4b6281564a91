"""The directory of makers and the page of each."""

from __future__ import annotations

from tests.building import MAKER, PRODUCT, maker, photos, product, site_of


def test_the_directory_lists_districts() -> None:
    files = {
        MAKER: maker(district="Temayang"),
        "content/perajin/b.yaml": maker(name="B", district="Temayang"),
        "content/perajin/a.yaml": maker(name="A", district="Malo"),
        "content/perajin/c.yaml": maker(name="C"),
    }
    found = site_of(files).context("/perajin/")
    assert [one["title"] for one in found["cards"]] == ["A", "B", "C", "Sentra Jono"]
    assert [(one["name"], [each["title"] for each in one["makers"]]) for one in found["districts"]] == [
        ("Malo", ["A"]),
        ("Temayang", ["B", "Sentra Jono"]),
        ("Kecamatan belum dicatat", ["C"]),
    ]
    assert found["drawn"] is None


def test_facts_and_contacts() -> None:
    text = maker(
        village="Jono",
        coordinates="{lat: -7.35, lon: 111.92}",
        since="2010",
        curated="{status: lolos, date: 2025-02-20, by: Dekranasda}",
        contact="{whatsapp: '081234567890', instagram: jono, email: a@b.example, website: 'https://a.example'}",
    )
    found = site_of({MAKER: text}).context("/perajin/jono/")
    words = site_of({}).frame.words
    facts = {one["label"]: one["value"] for one in found["facts"]}
    assert (facts[words["place"]], facts[words["since"]]) == ("Jono", "2010")
    assert "20\u00a0Februari\u00a02025" in facts[words["curation"]]
    assert facts[words["curation"]].endswith("(Dekranasda)")
    assert [(one["name"], one["url"]) for one in found["contact"]] == [
        ("whatsapp", "https://wa.me/6281234567890"),
        ("instagram", "https://www.instagram.com/jono/"),
        ("email", "mailto:a@b.example"),
        ("website", "https://a.example"),
    ]
    assert [one["label"] for one in found["maps"]] == ["Buka di peta", "OpenStreetMap", "Google Maps"]
    assert found["maps"][0]["url"] == "geo:-7.35,111.92"


def test_what_is_not_said_is_left_out() -> None:
    found = site_of({MAKER: maker()}).context("/perajin/jono/")
    assert (found["contact"], found["maps"], found["products"], found["products_url"]) == ([], [], [], "")
    assert len(found["facts"]) == 1


def test_works_are_shown() -> None:
    files = {MAKER: maker(photo="{file: /media/a.jpg, alt: A}"), PRODUCT: product()}
    found = site_of(files, known=photos("a.jpg")).context("/perajin/jono/")
    assert [one["title"] for one in found["products"]] == ["Kain Batik"]
    assert found["products_url"] == "/galeri/perajin/jono/"
    assert found["card"]["product_count"] == 1
    assert found["page"]["og"]["type"] == "profile"
    assert found["page"]["og"]["image"]["alt"] == "A"
