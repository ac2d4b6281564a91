"""Draft of a page that stands by itself to the record."""

from __future__ import annotations

from tests.building import page, page_of


def test_fields_become_the_record() -> None:
    found = page_of(page("Isi.", menu="kaki", order="3", aliases="[/about/]", summary="'Satu  dua'"))
    assert (found.url, found.title, found.menu, found.order) == ("/tentang/", "Tentang", "kaki", 3)
    assert (found.aliases, found.summary, found.draft) == (("/about/",), "Satu dua", False)


def test_the_summary_may_come_from_the_text() -> None:
    found = page_of(page("Siapa **kami**.\n\nLain."))
    assert found.summary == "Siapa kami."
    assert found.notes == ()


def test_a_folder_gives_its_name_to_its_index() -> None:
    found = page_of(page(), "content/halaman/kontak/index.en.md")
    assert (found.slug, found.url) == ("kontak", "/en/kontak/")
