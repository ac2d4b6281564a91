"""Draft of a maker to the record."""

from __future__ import annotations

import datetime as dt

from lontar.model.maker import Contact
from tests.building import maker, maker_of, photos


def test_fields_become_the_record() -> None:
    found = maker_of(
        maker(
            kind="sentra",
            village="Jono",
            district="Temayang",
            coordinates="{lat: -7.35, lon: 111.92}",
            since="2010",
            curated="{status: lolos, date: 2025-02-20, by: Dekranasda}",
            contact="{whatsapp: 0812-3456-7890, instagram: '@jono', website: 'https://a.example'}",
            photo="{file: /media/a.jpg, alt: A}",
            story="Kisah.",
        ),
        files=photos("a.jpg"),
    )
    card = found.card
    assert (card.url, card.kind, card.village, card.district, card.curation) == (
        "/perajin/jono/",
        "sentra",
        "Jono",
        "Temayang",
        "lolos",
    )
    assert card.cover is not None and card.cover.alt == "A"
    assert card.summary == "Kisah."
    assert (found.coordinates, found.since) == ((-7.35, 111.92), 2010)
    assert (found.curated_on, found.curated_by) == (dt.date(2025, 2, 20), "Dekranasda")
    assert found.contact == Contact("6281234567890", "jono", "", "https://a.example")


def test_what_is_not_said_is_empty() -> None:
    found = maker_of(maker())
    assert (found.coordinates, found.since, found.curated_on, found.contact) == (None, 0, None, Contact())
    assert (found.card.curation, found.card.kind, found.card.cover) == ("belum", "perajin", None)


def test_the_equator_is_a_place() -> None:
    assert maker_of(maker(coordinates="{lat: 0, lon: 0}")).coordinates == (0.0, 0.0)


def test_what_a_card_does_not_show_leaves_it() -> None:
    before, after = maker_of(maker()), maker_of(maker(since="2010", contact="{email: a@b.example}"))
    assert before.card.digest == after.card.digest
    assert before.digest != after.digest
    assert maker_of(maker(village="Jono")).card.digest != before.card.digest
