"""Internal links against the pages that will exist."""

from __future__ import annotations

from collections.abc import Iterable

from lontar.pages.links import find_broken_links
from tests.building import ABOUT, MAKER, NEWS, PRODUCT, article, maker, page, product, site_of, values_of


def broken(files: dict[str, str], failed: Iterable[str] = ()) -> list[tuple[str, str, int]]:
    made = site_of(files)
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
