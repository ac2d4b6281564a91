"""The site of a moment: what is shown, in which order, and when that changes by itself."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from lontar.model.record import Record
from lontar.site.site import NEWS_AGE, Unpublished, find_unpublished, is_shown, make_site, next_change
from tests.building import (
    ABOUT,
    EVENT,
    MAKER,
    NEWS,
    NOW,
    PRODUCT,
    SURVEY,
    WIB,
    article,
    config,
    event,
    maker,
    page,
    product,
    record_of,
    site_of,
    survey,
)


def news(slug: str, **fields: str | None) -> Record:
    return record_of(f"content/berita/{slug}.md", article(**fields))  # type: ignore[arg-type]


def shown(*records: Record, drafts: bool = False, now: dt.datetime = NOW) -> list[str]:
    return [one.slug for one in make_site(config(), records, {}, now, drafts).main.articles]


def test_news_is_newest_first_then_by_name() -> None:
    records = (
        news("b", date="2025-11-26"),
        news("c", date="2025-11-27"),
        news("a", date="2025-11-26"),
        news("d", date="2025-11-26 09:00"),
    )
    assert shown(*records) == ["c", "d", "a", "b"]
    assert shown(*reversed(records)) == ["c", "d", "a", "b"]


def test_drafts_wait() -> None:
    assert shown(news("a", draft="true")) == []
    assert shown(news("a", draft="true"), drafts=True) == ["a"]


def test_scheduled_news_comes_out_at_its_second() -> None:
    one = news("a", publish_at="2025-12-01 12:00")
    assert shown(one, now=NOW - dt.timedelta(seconds=1)) == []
    assert shown(one, now=NOW) == ["a"]
    assert shown(one, now=NOW - dt.timedelta(days=9), drafts=True) == ["a"]


def test_news_expires_at_its_second_even_for_editors() -> None:
    one = news("a", expires_at="2025-12-01 12:00")
    assert shown(one, now=NOW - dt.timedelta(seconds=1)) == ["a"]
    assert shown(one, now=NOW) == []
    assert shown(one, now=NOW, drafts=True) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (PRODUCT, product(draft="true")),
        (MAKER, maker(draft="true")),
        (ABOUT, page(draft="true")),
        (EVENT, event(draft="true")),
    ],
)
def test_every_kind_can_be_a_draft(path: str, text: str) -> None:
    record = record_of(path, text)
    assert not is_shown(record, NOW, False)
    assert is_shown(record, NOW, True)


def test_the_next_change_is_the_nearest_moment_to_come() -> None:
    records = [
        news("a", date="2025-11-20", publish_at="2025-12-05", expires_at="2025-12-10"),
        record_of(SURVEY, survey(opens="2025-11-01", closes="2025-12-03")),
    ]
    each = []
    now: dt.datetime | None = NOW
    while now is not None and (now := next_change(records, now)) is not None:
        each.append(now)
    assert each == [dt.datetime(2025, 12, day, tzinfo=WIB) for day in (3, 5, 10)]


def test_leaving_the_news_sitemap_is_a_change() -> None:
    one = news("a", date="2025-11-30 09:00")
    assert next_change([one], NOW) == dt.datetime(2025, 11, 30, 9, tzinfo=WIB) + NEWS_AGE
    assert next_change([one], NOW + NEWS_AGE) is None


def test_entering_the_news_sitemap_is_a_change() -> None:
    """News of tomorrow's date is shown today, but told to search engines tomorrow."""
    one = news("a", date="2025-12-02 09:00")
    assert next_change([one], NOW) == dt.datetime(2025, 12, 2, 9, tzinfo=WIB)


def test_what_is_not_shown_changes_nothing() -> None:
    fresh = "2025-12-01 09:00"
    for hidden in (
        news("a", date=fresh, draft="true", publish_at="2025-12-05"),
        news("a", date=fresh, expires_at="2025-12-01 10:00"),
    ):
        assert next_change([hidden], NOW) is None
    draft = news("a", date=fresh, draft="true")
    assert next_change([draft], NOW, drafts=True) == dt.datetime(2025, 12, 1, 9, tzinfo=WIB) + NEWS_AGE
    late = news("a", date=fresh, publish_at="2025-12-09")
    assert next_change([late], NOW) == dt.datetime(2025, 12, 9, tzinfo=WIB)
    assert next_change([late], NOW + dt.timedelta(days=20)) is None


def test_between_changes_the_site_is_the_same() -> None:
    records = [
        news("a", publish_at="2025-12-02"),
        news("b", expires_at="2025-12-04"),
        news("c", draft="true", publish_at="2025-12-03"),
    ]
    moments = [NOW + dt.timedelta(hours=hour) for hour in range(0, 24 * 6, 5)]
    for now, later in pairwise(moments):
        change = next_change(records, now)
        if change is None or change > later:
            assert shown(*records, now=now) == shown(*records, now=later)


def test_translations_make_an_edition_of_their_own() -> None:
    made = site_of({NEWS: article(), "content/berita/kabar.en.md": article(title="News"), PRODUCT: product()})
    main, english = made.site.editions
    assert made.site.main is main
    assert (main.lang, main.prefix, english.lang, english.prefix) == ("id", "", "en", "/en")
    assert [one.card.title for one in english.articles] == ["News"]
    assert english.products == ()


def test_an_empty_site_has_its_main_edition() -> None:
    (edition,) = site_of({}).site.editions
    assert (edition.lang, edition.articles, list(edition.texts)) == ("id", (), [])


def test_indexes_hold_every_record_once_in_order() -> None:
    made = site_of(
        {
            "content/berita/a.md": article(date="2025-11-26", tags="[Kerja Sama, kerja sama, batik]"),
            "content/berita/b.md": article(date="2025-10-01", category="pelatihan", tags="[Batik]"),
            "content/berita/c.md": article(date="2025-11-27", tags="[batik]"),
            "content/produk/p.yaml": product(materials="[Kayu Jati, kayu jati]", tags="[batik]"),
            "content/produk/q.yaml": product(category="kayu", maker="lain", name="'Arca'"),
            MAKER: maker(),
        }
    ).site.main
    assert [one.slug for one in made.articles] == ["c", "a", "b"]
    assert {key: [one.slug for one in found] for key, found in made.articles_by_tag.items()} == {
        "batik": ["c", "a", "b"],
        "kerja-sama": ["a"],
    }
    assert {key: [one.slug for one in found] for key, found in made.articles_by_month.items()} == {
        (2025, 10): ["b"],
        (2025, 11): ["c", "a"],
    }
    assert list(made.articles_by_category) == ["kunjungan", "pelatihan"]
    assert [one.slug for one in made.products] == ["q", "p"]
    assert {key: len(found) for key, found in made.products_by_material.items()} == {"kayu-jati": 1}
    assert sorted(made.products_by_maker) == ["jono", "lain"]
    assert [one.slug for one in made.products_by_tag["batik"]] == ["p"]
    assert set(made.tag_names) == {"batik", "kerja-sama"}
    assert made.tag_names["batik"] in ("Batik", "batik")
    assert (made.maker_of["jono"].slug, made.product_of["p"].slug) == ("jono", "p")


def test_months_are_those_of_the_sites_zone() -> None:
    made = site_of({NEWS: article(date="2025-11-30T20:00:00Z")}).site.main
    assert list(made.articles_by_month) == [(2025, 12)]


def test_pages_follow_their_order() -> None:
    made = site_of(
        {
            "content/halaman/a.md": page(order="2"),
            "content/halaman/b.md": page(title="Z"),
            "content/halaman/c.md": page(title="A"),
        }
    )
    assert [one.slug for one in made.site.main.pages] == ["c", "b", "a"]


def test_texts_are_all_records_with_a_text() -> None:
    files = {NEWS: article(), PRODUCT: product(), MAKER: maker(), ABOUT: page(), SURVEY: survey()}
    made = site_of({**files, EVENT: event()})
    assert [one.slug for one in made.site.main.texts] == ["kabar", "kain", "jono", "tentang", "pasar"]


def test_what_only_editors_may_see_is_told() -> None:
    later = NOW + dt.timedelta(days=1)
    records = (
        news("a", draft="true", publish_at=later.isoformat()),
        news("b", publish_at=later.isoformat()),
        news("c"),
        record_of(PRODUCT, product(draft="true")),
    )
    site = make_site(config(), records, {}, NOW, drafts=True)
    assert sorted(find_unpublished(site)) == [
        Unpublished("/berita/a/", None),
        Unpublished("/berita/b/", later),
        Unpublished("/produk/kain/", None),
    ]
    assert list(find_unpublished(make_site(config(), records, {}, NOW))) == []
