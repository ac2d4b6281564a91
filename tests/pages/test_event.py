"""The agenda, the page of an event, and what moves when a day is over."""

from __future__ import annotations

import datetime as dt

from lontar.site.site import next_change
from tests.building import NEWS, NOW, PRODUCT, SURVEY, article, event, photos, product, site_of, survey

FOLDER = "content/agenda"
FILES = {
    f"{FOLDER}/lalu.md": event(title="Lalu", start="2025-11-01"),
    f"{FOLDER}/lebih-lalu.md": event(title="Lebih Lalu", start="2025-10-01"),
    f"{FOLDER}/nanti.md": event(title="Nanti", start="2025-12-24"),
    f"{FOLDER}/kini.md": event(title="Kini", start="2025-11-30", end="2025-12-02"),
}


def titles(cards: list[dict[str, str]]) -> list[str]:
    return [card["title"] for card in cards]


def test_what_is_ahead_comes_first_then_the_latest_past() -> None:
    found = site_of(FILES).context("/agenda/")
    assert titles(found["upcoming"]) == ["Kini", "Nanti"]
    assert titles(found["past"]) == ["Lalu", "Lebih Lalu"]
    assert found["page"]["feeds"][0]["url"] == found["calendar_url"] == "/agenda.ics"


def test_past_events_go_on_over_pages() -> None:
    files = {f"{FOLDER}/a{n}.md": event(title=f"A{n}", start=f"2025-10-{n:02d}") for n in range(1, 6)}
    made = site_of(
        {**files, f"{FOLDER}/nanti.md": FILES[f"{FOLDER}/nanti.md"]}, more="page_size: {agenda: 3}\n"
    )
    first, second = made.context("/agenda/"), made.context("/agenda/halaman/2/")
    assert (titles(first["past"]), titles(second["past"])) == (["A5", "A4", "A3"], ["A2", "A1"])
    assert (titles(first["upcoming"]), second["upcoming"]) == (["Nanti"], [])
    assert first["page"]["head_title"] != second["page"]["head_title"]


def test_without_events_the_agenda_is_there_and_empty() -> None:
    found = site_of({}).context("/agenda/")
    assert (found["upcoming"], found["past"]) == ([], [])


def test_the_home_page_shows_three_at_most_and_says_when_there_is_none() -> None:
    many = {f"{FOLDER}/n{n}.md": event(title=f"N{n}", start=f"2026-01-{n:02d}") for n in range(1, 6)}
    assert titles(site_of(many).context("/")["agenda"]["upcoming"]) == ["N1", "N2", "N3"]
    past = {f"{FOLDER}/lalu.md": FILES[f"{FOLDER}/lalu.md"]}
    assert site_of(past).context("/")["agenda"] == {"upcoming": [], "url": "/agenda/"}
    assert site_of({}).context("/")["agenda"] is None


def test_the_page_of_an_event() -> None:
    text = event(
        "Isi.\n\n[[produk: kain]]\n\n[[survei: puas]]",
        start="2025-12-10 09:00",
        end="2025-12-10 12:00",
        place="{name: Alun-alun, address: Jalan Mas, coordinates: {lat: -7.15, lon: 111.88}}",
        registration="https://daftar.example/a",
        related="[kabar]",
        tags="[Pasar Malam]",
        cover="{file: /media/a.jpg, alt: A}",
    )
    files = {f"{FOLDER}/pasar.md": text, NEWS: article(), PRODUCT: product(), SURVEY: survey()}
    made = site_of(files, known=photos("a.jpg"))
    found = made.context("/agenda/pasar/")
    assert found["card"]["when"] == "Rabu, 10\u00a0Desember\u00a02025, 09.00–\u206012.00\u00a0WIB"
    assert (found["card"]["category"], found["card"]["day"], found["card"]["month"]) == (
        "Pameran",
        "10",
        "Des\u00a02025",
    )
    assert found["venue"] == {"name": "Alun-alun", "address": "Jalan Mas", "lang": ""}
    assert found["maps"][0]["url"] == "geo:-7.15,111.88"
    assert found["registration"] == "https://daftar.example/a"
    assert found["calendar_url"] == "/agenda/pasar.ics"
    assert titles(found["related"]) == ["Judul"]
    assert found["tags"] == [{"label": "Pasar Malam", "url": "/tag/pasar-malam/", "lang": ""}]
    assert [part["kind"] for part in found["body"] if part["kind"] != "html"] == ["product", "survey"]
    assert titles(made.context("/tag/pasar-malam/")["event_cards"]) == ["Pasar Malam"]


def test_a_past_event_takes_no_more_registrations() -> None:
    files = {f"{FOLDER}/pasar.md": event(start="2025-11-30", registration="https://daftar.example/a")}
    found = site_of(files).context("/agenda/pasar/")
    assert (found["is_past"], found["registration"]) == (True, "")


def test_the_moment_an_event_is_over_is_known_and_changes_just_its_pages() -> None:
    made = site_of(FILES)
    events = made.site.main.events
    moment = next_change(events, NOW)
    assert moment == dt.datetime(2025, 12, 3, tzinfo=NOW.tzinfo)
    before = {
        page.url: page.key for page in site_of(FILES, now=moment - dt.timedelta(seconds=1)).plan().pages
    }
    after = {page.url: page.key for page in site_of(FILES, now=moment).plan().pages}
    assert {url for url in before if before[url] != after[url]} == {"/", "/agenda/", "/agenda/kini/"}
    assert {page.url: page.key for page in made.plan().pages} == before
    assert next_change(events, dt.datetime(2026, 1, 1, tzinfo=NOW.tzinfo)) is None


def test_a_draft_is_not_shown_and_changes_nothing() -> None:
    made = site_of({f"{FOLDER}/pasar.md": event(draft="true")})
    assert made.context("/agenda/")["upcoming"] == []
    draft = site_of({f"{FOLDER}/pasar.md": event(draft="true")}, drafts=True).site.main.events
    assert len(draft) == 1
    assert next_change(draft, NOW) is None
    assert next_change(draft, NOW, drafts=True) is not None
