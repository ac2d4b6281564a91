"""Internal links against the pages that will exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest

from lontar.model.record import url_of
from lontar.pages.links import find_broken_links
from tests.building import (
    ABOUT,
    EVENT,
    MAKER,
    NEWS,
    PRODUCT,
    article,
    event,
    maker,
    page,
    photos,
    product,
    site_of,
    values_of,
)

KNOWN = photos("a.jpg", "b.jpg", "c.jpg")


def broken(files: dict[str, str], failed: Iterable[str] = ()) -> list[tuple[str, str, int]]:
    made = site_of(files, known=KNOWN)
    found = find_broken_links(made.site, made.plan().pages, failed)
    return [(one.code, values_of(one)["found"], one.place.line) for one in found]


WHOLE = {ABOUT: page("## Alamat\n\nSatu\n{: #dua }\n"), PRODUCT: product(), MAKER: maker()}


def test_links_that_lead_somewhere_are_fine() -> None:
    text = (
        "[a](/tentang/) [b](/tentang/#alamat) [c](../produk/kain.yaml) [d](/feed.xml) \n"
        "[e](#sini) [f](/tentang#dua) "
        "[g](/tentang/#isi) [h](https://a.example/tiada/)\n\n## Sini\n"
    )
    assert broken({**WHOLE, NEWS: article(text)}) == []


def test_a_page_that_is_not_there_is_told() -> None:
    text = "Satu\n\n[a](/tantang/)\n\n[b](lain.md) [c](catatan.txt)\n"
    assert broken({**WHOLE, NEWS: article(text)}) == [
        ("link-missing", "/tantang/", 9),
        ("link-missing", "/berita/lain/", 11),
        ("link-missing", "catatan.txt", 11),
    ]


def test_the_nearest_page_is_told() -> None:
    made = site_of({**WHOLE, NEWS: article("[a](/tantang/)")})
    (found,) = find_broken_links(made.site, made.plan().pages)
    assert values_of(found)["nearest"] == "/tentang/"


def test_a_section_that_is_not_there_is_told() -> None:
    text = "[a](/tentang/#alamatt) [b](#tiada)"
    assert broken({**WHOLE, NEWS: article(text)}) == [
        ("anchor-missing", "alamatt", 7),
        ("anchor-missing", "tiada", 7),
    ]


COVER = "{file: ../media/a.jpg, alt: A}"
TWO = "[{file: ../media/a.jpg, alt: A}, {file: ../media/b.jpg, alt: B}]"
FIGURE = "![C](../media/c.jpg)\n\n"
GALLERY = "[[galeri]]\n\n"


@pytest.mark.parametrize(
    ("path", "make", "count"),
    [
        (NEWS, lambda text: article(text), 0),
        (NEWS, lambda text: article(text, cover=COVER), 1),
        (NEWS, lambda text: article(FIGURE + text, cover=COVER, photos=TWO), 4),
        (NEWS, lambda text: article(GALLERY + FIGURE + text, cover=COVER, photos=TWO), 4),
        (NEWS, lambda text: article(f"![tiada](../media/tiada.jpg)\n\n{text}"), 0),
        (ABOUT, lambda text: page(FIGURE + text), 1),
        (EVENT, lambda text: event(FIGURE + text, cover=COVER), 2),
        (PRODUCT, lambda text: product(description=repr(text), photos=TWO), 2),
        (MAKER, lambda text: maker(story=repr(text), photo=COVER), 1),
    ],
)
def test_a_photo_that_can_be_seen_large_may_be_linked(
    path: str, make: Callable[[str], str], count: int
) -> None:
    """As many as the page has, and the check agrees with the page."""
    text = " ".join(f"[{n}](#foto-{n})" for n in range(1, count + 2))
    files = {**WHOLE, path: make(text)}
    assert [found for _, found, _ in broken(files)] == [f"foto-{count + 1}"]
    made = site_of(files, known=KNOWN)
    view = made.context(url_of(next(record for record in made.site.main.texts if record.source == path)))
    assert sorted(addresses(view)) == [f"foto-{n}" for n in range(1, count + 1)]


def addresses(value: object) -> Iterator[str]:
    """The addresses of photos anywhere in the context of a page."""
    if isinstance(value, dict):
        if value.get("anchor"):
            yield value["anchor"]
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from addresses(one)


def test_a_photo_is_linked_from_another_page_too() -> None:
    files = {**WHOLE, ABOUT: page(FIGURE), NEWS: article("[a](/tentang/#foto-1) [b](/tentang/#foto-2)")}
    assert broken(files) == [("anchor-missing", "foto-2", 7)]


def test_a_section_of_a_list_is_not_looked_for() -> None:
    assert broken({**WHOLE, NEWS: article("[a](/berita/#apa)")}) == []


def test_links_of_every_kind_of_record_are_checked() -> None:
    files = {
        ABOUT: page("[a](/x/)"),
        PRODUCT: product(description="'[a](/y/)'"),
        MAKER: maker(story="'[a](/z/)'"),
    }
    assert {found for _, found, _ in broken(files)} == {"/x/", "/y/", "/z/"}


def test_what_failed_to_load_is_not_missed() -> None:
    files = {NEWS: article("[a](/produk/baru/) [b](/kontak/)")}
    assert (
        broken(files, ["content/produk/baru.yaml", "content/halaman/kontak.md", "content/media/x.jpg"]) == []
    )


def test_a_link_to_a_draft_is_broken() -> None:
    files = {NEWS: article("[a](draf.md)"), "content/berita/draf.md": article(draft="true")}
    assert [found for _, found, _ in broken(files)] == ["/berita/draf/"]


def test_old_addresses_may_be_linked() -> None:
    assert broken({ABOUT: page(aliases="[/about/]"), NEWS: article("[a](/about/)")}) == []
