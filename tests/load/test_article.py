"""Draft of an article to the record."""

from __future__ import annotations

from tests.building import article, article_of, photos


def test_fields_become_the_record() -> None:
    found = article_of(
        article(
            "Isi.",
            title="Kabar “Jono”",
            date="2025-11-26 09:00",
            updated="2025-11-27",
            author="Redaksi",
            location="Bojonegoro",
            tags="[' batik ', kayu, batik]",
            survey="puas",
            aliases="[/lama/]",
            draft="true",
            publish_at="2025-12-01",
            expires_at="2025-12-31 23:00Z",
            translation_of="asal",
        )
    )
    card = found.card
    assert (card.url, card.title, card.category, card.location) == (
        "/berita/kabar/",
        "Kabar “Jono”",
        "kunjungan",
        "Bojonegoro",
    )
    assert (card.date.isoformat(), card.has_time) == ("2025-11-26T09:00:00+07:00", True)
    assert found.updated is not None and found.updated.isoformat() == "2025-11-27T00:00:00+07:00"
    assert found.tags == ("batik", "kayu")
    assert (found.author, found.survey, found.aliases, found.draft) == ("Redaksi", "puas", ("/lama/",), True)
    assert found.publish_at is not None and found.publish_at.isoformat() == "2025-12-01T00:00:00+07:00"
    assert found.expires_at is not None and found.expires_at.isoformat() == "2026-01-01T06:00:00+07:00"
    assert (found.slug, found.lang, found.translation_of) == ("kabar", "id", "asal")


def test_a_date_without_an_hour_has_none() -> None:
    assert not article_of(article()).card.has_time


def test_the_summary_is_written_or_taken_from_the_text() -> None:
    assert article_of(article(summary="'  Satu\n\n  dua  '")).card.summary == "Satu dua"
    bare = article_of(article("Paragraf **awal**.\n\nLain.", summary=None))
    assert bare.card.summary == "Paragraf awal."
    assert [note.code for note in bare.notes] == ["summary-missing"]
    assert article_of(article()).notes == ()


def test_the_first_photo_stands_in_for_a_cover() -> None:
    files = photos("a.jpg", "b.jpg")
    listed = "[{file: /media/a.jpg, alt: A}, {file: /media/b.jpg, alt: B}]"
    with_cover = article_of(article(cover="{file: /media/b.jpg, alt: B}", photos=listed), files=files)
    assert with_cover.card.cover is not None and with_cover.card.cover.alt == "B"
    without = article_of(article(photos=listed), files=files)
    assert without.card.cover is not None and without.card.cover.alt == "A"
    assert article_of(article()).card.cover is None


def test_an_edit_of_the_text_leaves_the_card() -> None:
    before, after = article_of(article("Satu.")), article_of(article("Dua."))
    assert before.card.digest == after.card.digest
    assert before.digest != after.digest


def test_all_that_a_card_shows_changes_it() -> None:
    files = photos("a.jpg")
    each = [
        article(),
        article(title="Lain"),
        article(date="2025-11-27"),
        article(date="2025-11-26 00:00"),
        article(category="pelatihan"),
        article(summary="Lain"),
        article(location="Jono"),
        article(cover="{file: /media/a.jpg, alt: A}"),
        article(cover="{file: /media/a.jpg, alt: B}"),
    ]
    digests = [article_of(text, files=files).card.digest for text in each]
    assert len(set(digests)) == len(each)


def test_a_translation_lies_under_its_language() -> None:
    found = article_of(article(), "content/berita/kabar.en.md")
    assert (found.card.url, found.lang) == ("/en/berita/kabar/", "en")
