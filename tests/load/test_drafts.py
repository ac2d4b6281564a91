"""A file read by itself: a draft, or everything that is wrong with it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.errors import Problem
from lontar.load.drafts import Draft, Settings, moment, optional_moment, read_draft
from lontar.model.urls import KINDS
from tests.building import MAKER, NEWS, PRODUCT, SURVEY, article, draft_of, maker, product, survey, wrong


def good(path: str, text: str, settings: Settings | None = None) -> Draft:
    found = draft_of(path, text, settings or Settings("id", "Asia/Jakarta"))
    assert isinstance(found, Draft), found
    return found


def test_photos_of_all_fields_are_gathered() -> None:
    text = article("![t](t.jpg)", cover="{file: c.jpg, alt: C}", photos="[{file: /media/p.jpg, credit: K}]")
    found = good(NEWS, text)
    assert [(use.field, use.path, use.alt, use.credit) for use in found.uses] == [
        ("cover", "content/berita/c.jpg", "C", ""),
        ("photos", "content/media/p.jpg", "", "K"),
        ("text", "content/berita/t.jpg", "t", ""),
    ]
    assert [use.path for use in good(MAKER, maker(photo="{file: j.jpg}")).uses] == ["content/perajin/j.jpg"]


def test_a_photo_outside_is_told() -> None:
    assert wrong(NEWS, article(cover="{file: ../../x.jpg}")) == [("path-outside", 6)]


def test_mistakes_of_fields_and_of_the_text_come_together() -> None:
    found = wrong(NEWS, article("[[foto]]", date="kemarin", foo="1"))
    assert {code for code, _ in found} == {"moment", "field-unknown", "embed-unknown"}


def test_the_language_comes_from_name_field_or_settings() -> None:
    assert good(NEWS, article()).lang == "id"
    assert good(NEWS, article(lang="en")).lang == "en"
    assert good("content/berita/kabar.en.md", article()).lang == "en"
    assert good(NEWS, article(), Settings("en", "UTC")).lang == "en"
    assert wrong("content/berita/kabar.jv.md", article()) == [("language", 1)]
    assert wrong(NEWS, article(lang="jv")) == [("language", 6)]


def test_the_text_of_a_product_is_its_description() -> None:
    found = good(PRODUCT, product(description="|\n  Kain **nila**.\n\n  [x](/y/)"))
    assert found.body.summary == "Kain nila."
    assert [(link.url, link.line) for link in found.body.links] == [("/y/", 7)]


def test_the_content_changes_with_every_byte() -> None:
    assert good(NEWS, article("a")).content != good(NEWS, article("b")).content
    assert good(NEWS, article("a")).content == good(NEWS, article("a")).content


@pytest.mark.parametrize(
    ("written", "zone", "iso"),
    [
        (dt.datetime(2025, 11, 26, 9), "Asia/Jakarta", "2025-11-26T09:00:00+07:00"),
        (dt.datetime(2025, 11, 26, 9), "Asia/Jayapura", "2025-11-26T09:00:00+09:00"),
        (dt.datetime(2026, 11, 24, 20, tzinfo=dt.UTC), "Asia/Jakarta", "2026-11-25T03:00:00+07:00"),
        (dt.datetime(2025, 7, 1), "Europe/London", "2025-07-01T00:00:00+01:00"),
        (dt.datetime(2025, 1, 1), "Europe/London", "2025-01-01T00:00:00+00:00"),
    ],
)
def test_a_moment_is_told_in_the_sites_zone(written: dt.datetime, zone: str, iso: str) -> None:
    found = moment((written, True), Settings("id", zone))
    assert found.isoformat() == iso
    assert isinstance(found.tzinfo, dt.timezone)


def test_no_moment_stays_none() -> None:
    assert optional_moment(None, Settings("id", "UTC")) is None


def test_every_setting_changes_the_digest() -> None:
    each = [("id", "UTC", ""), ("en", "UTC", ""), ("id", "Asia/Jakarta", ""), ("id", "UTC", "/x")]
    assert len({Settings(*one).digest for one in each}) == len(each)
    assert Settings("id", "UTC").prefix("en") == "/en"
    assert Settings("id", "UTC").prefix("id") == ""


SCRAPS = st.lists(
    st.sampled_from(
        [
            *("---\n", "title: A\n", "date: 2025-11-26\n", "category: x\n", "photos: [{file: a.jpg}]\n"),
            *("cover:\n",),
            *("tags: [a, '']\n", "name: A\n", "maker: b\n", "story: |\n", "  ![a](b.jpg)\n"),
            *("question: A\n", "\n"),
            *("[[galeri]]\n", "[[produk]]\n", "[a](../../../x)\n", "[a](%00)\n", "<b>x</i>\n"),
            *("aliases: [/../]\n",),
            *("publish_at: 9999-12-31\n", "expires_at: 0001-01-01\n", "date: 9999-12-31T23:59:59Z\n"),
            *("lang: xx\n",),
            *("date: 0001-01-01\n", "[a](http://[x)\n", "choices: [{value: a}]\n", "# A\n", "{: #a }\n"),
        ]
    ),
    max_size=14,
).map("".join)


@given(st.sampled_from([NEWS, PRODUCT, MAKER, SURVEY, "content/halaman/a.en.md"]), SCRAPS, st.booleans())
@settings(max_examples=300)
def test_any_file_is_a_draft_or_problems(path: str, text: str, whole: bool) -> None:
    start = {
        "md": article(),
        "yaml": product() if path == PRODUCT else maker() if path == MAKER else survey(),
    }
    data = (start[path.rsplit(".", 1)[1]] if whole else "") + text
    found = read_draft(path, KINDS[path.split("/")[1]], data.encode(), Settings("id", "Asia/Jakarta", "/x"))
    if not isinstance(found, Draft):
        assert found
        assert all(isinstance(one, Problem) and one.place.path == path for one in found)
