"""Drafts and the facts of photos become records."""

from __future__ import annotations

from lontar.load.assemble import Parts, make_parts
from lontar.load.drafts import Draft, Settings
from lontar.model.photo import PhotoFile
from tests.building import NEWS, SETTINGS, article, draft_of, photo_file, photos, values_of


def parts(text: str, files: dict[str, PhotoFile] | None = None, settings: Settings = SETTINGS) -> Parts:
    draft = draft_of(NEWS, text, settings)
    assert isinstance(draft, Draft), draft
    return make_parts(draft, settings, "/berita/kabar/", files or {})


PHOTOS = article(
    '![Kain](/media/c.jpg "Dari Jono")',
    cover="{file: /media/a.jpg, alt: ' Muka '}",
    photos="[{file: /media/b.jpg, alt: B}, {file: /media/a.jpg, alt: A}]",
)


def test_photos_take_their_places() -> None:
    found = parts(PHOTOS, photos("a.jpg", "b.jpg", "c.jpg"))
    assert found.lead is not None
    assert (found.lead.file.source, found.lead.alt) == ("content/media/a.jpg", "Muka")
    assert [(one.file.source, one.alt) for one in found.photos] == [
        ("content/media/b.jpg", "B"),
        ("content/media/a.jpg", "A"),
    ]
    (embed,) = found.body.embeds
    assert [(one.alt, one.caption) for one in embed.photos] == [("Kain", "Dari Jono")]
    assert found.notes == ()


def test_a_missing_photo_is_a_note_with_the_nearest() -> None:
    found = parts(PHOTOS, photos("a.jpg", "bb.jpg", "c.jpg"))
    (note,) = found.notes
    assert (note.code, note.place.line) == ("photo-missing", 7)
    assert values_of(note) == {"file": "content/media/b.jpg", "nearest": "/media/bb.jpg"}
    assert [one.file.source for one in found.photos] == ["content/media/a.jpg"]


def test_a_photo_in_another_folder_is_suggested_by_name() -> None:
    known = {"content/media/2025/lama/sekali/kain-nila.jpg": photo_file()}
    (note,) = parts(article(cover="{file: kain-nila.jpg, alt: x}"), known).notes
    assert values_of(note)["nearest"] == "/media/2025/lama/sekali/kain-nila.jpg"


def test_a_photo_without_words_is_a_note() -> None:
    (note,) = parts(article(cover="{file: /media/a.jpg, alt: '  '}"), photos("a.jpg")).notes
    assert (note.code, values_of(note)) == ("alt-missing", {"file": "a.jpg"})


def test_the_digest_knows_text_photos_and_settings() -> None:
    files = photos("a.jpg", "b.jpg", "c.jpg")
    base = parts(PHOTOS, files)
    assert parts(PHOTOS, files).digest == base.digest
    other = {**files, "content/media/c.jpg": photo_file("content/media/c.jpg", 900)}
    digests = {
        base.digest,
        parts(PHOTOS + "x", files).digest,
        parts(PHOTOS, other).digest,
        parts(PHOTOS, {}).digest,
        parts(PHOTOS, files, Settings("id", "Asia/Jayapura")).digest,
    }
    assert len(digests) == 5


def test_an_unused_photo_changes_nothing() -> None:
    files = photos("a.jpg", "b.jpg", "c.jpg")
    assert parts(PHOTOS, {**files, **photos("lain.jpg")}) == parts(PHOTOS, files)


def test_the_body_digest_knows_its_embeds() -> None:
    plain = parts(article("[[produk: a]]")).body
    other = parts(article("[[produk: b]]")).body
    assert plain.html == other.html
    assert plain.digest != other.digest


def test_lines_are_those_of_the_top_fields() -> None:
    assert dict(parts(PHOTOS, photos("a.jpg", "b.jpg", "c.jpg")).lines) == {
        "title": 2,
        "date": 3,
        "category": 4,
        "summary": 5,
        "cover": 6,
        "photos": 7,
    }
