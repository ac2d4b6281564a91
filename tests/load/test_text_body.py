"""A document's text: what it refers to is resolved by name, and every mistake has its line."""

from __future__ import annotations

import pytest

from lontar.load.drafts import Draft, Settings
from lontar.load.text_body import Draft as BodyDraft
from lontar.model.body import Link
from tests.building import NEWS, article, draft_of, wrong

PHOTOS = "[{file: a.jpg, alt: A}, {file: /media/b.jpg, alt: B}]"
FIRST = 7
"""The line on which the text of an article of this file begins, with `photos` a line later."""


def body(text: str, path: str = NEWS, settings: Settings | None = None, **fields: str) -> BodyDraft:
    draft = draft_of(path, article(text, **fields), settings or Settings("id", "Asia/Jakarta"))
    assert isinstance(draft, Draft), draft
    return draft.body


def test_links_become_paths_of_the_site() -> None:
    found = body("[a](/tentang) [b](../produk/kain.yaml#ukuran) [c](lain.md) [d](#judul) [e](/feed.xml)")
    assert found.links == (
        Link("/tentang/", "", FIRST),
        Link("/produk/kain/", "ukuran", FIRST),
        Link("/berita/lain/", "", FIRST),
        Link("", "judul", FIRST),
        Link("/feed.xml", "", FIRST),
    )
    text = found.pieces[0]
    assert 'href="/tentang/"' in text
    assert 'href="/produk/kain/#ukuran"' in text
    assert 'href="#judul"' in text


def test_links_elsewhere_are_left_alone() -> None:
    found = body("[a](https://a.example/x) [b](mailto:a@b.example) [c](//c.example/x)")
    assert found.links == ()
    assert 'href="https://a.example/x"' in found.pieces[0]
    assert 'href="//c.example/x"' in found.pieces[0]


def test_links_lie_below_the_sites_folder() -> None:
    found = body("[a](/tentang/) [b](lain.md)", settings=Settings("id", "Asia/Jakarta", "/galeri"))
    assert 'href="/galeri/tentang/"' in found.pieces[0]
    assert 'href="/galeri/berita/lain/"' in found.pieces[0]
    assert [link.url for link in found.links] == ["/tentang/", "/berita/lain/"]


def test_a_translation_links_within_its_language() -> None:
    found = body("[a](lain.md) [b](lain.id.md)", path="content/berita/kabar.en.md")
    assert [link.url for link in found.links] == ["/en/berita/lain/", "/berita/lain/"]


def test_a_link_to_no_record_is_marked_for_the_checks() -> None:
    assert [link.url for link in body("[a](foto.jpg) [b](catatan)").links] == ["?foto.jpg", "?catatan"]


def test_footnotes_are_no_links_to_check() -> None:
    assert body("Kain[^1].\n\n[^1]: Jono.").links == ()


def test_links_have_their_lines() -> None:
    found = body("Satu\n\nDua [a](/x/)\n\n* [b](/y/)")
    assert [(link.url, link.line) for link in found.links] == [("/x/", FIRST + 2), ("/y/", FIRST + 4)]


def test_pictures_are_photos_of_the_text() -> None:
    found = body('Satu\n\n![Kain nila](/media/a.jpg "Dari Jono")\n\nDua ![B](b.jpg) tiga')
    assert [(use.path, use.alt, use.caption, use.field, use.place.line) for use in found.uses] == [
        ("content/media/a.jpg", "Kain nila", "Dari Jono", "text", FIRST + 2),
        ("content/berita/b.jpg", "B", "", "text", FIRST + 4),
    ]
    assert [embed.kind for embed in found.embeds] == ["figure", "photo"]


def test_a_gallery_shows_the_listed_photos() -> None:
    (whole,) = body("[[galeri]]", photos=PHOTOS).embeds
    assert [use.path for use in whole.uses] == ["content/berita/a.jpg", "content/media/b.jpg"]
    (some,) = body("[[galeri: b.jpg]]", photos=PHOTOS).embeds
    assert [use.path for use in some.uses] == ["content/media/b.jpg"]


def test_embeds_keep_target_title_and_line() -> None:
    found = body("[[produk: kain]]\n\n[[survei: puas]]\n\n[[video: https://youtu.be/abcdefghijk | Film]]")
    assert [(embed.kind, embed.target, embed.title, embed.line) for embed in found.embeds] == [
        ("product", "kain", "", FIRST),
        ("survey", "puas", "", FIRST + 2),
        ("video", "https://youtu.be/abcdefghijk", "Film", FIRST + 4),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[a](../../../x.md)", "path-outside"),
        ("![a](../../../x.jpg)", "path-outside"),
        ("[a](ftp://a.example)", "link-scheme"),
        ("[a](javascript:alert(1))", "link-scheme"),
        ("[a](file:///etc/passwd)", "link-scheme"),
        ("![a](https://a.example/x.jpg)", "image-external"),
        ("![a](//a.example/x.jpg)", "image-external"),
        ("![a]()", "image-nameless"),
        ("![a](data:image/png;base64,AAAA)", "image-external"),
        ("[[foto: a.jpg]]", "embed-unknown"),
        ("[[produk: kain", "embed-unfinished"),
        ("[[produk]]", "embed-empty"),
        ("[[survei:]]", "embed-empty"),
        ("[[video: https://tube.example/1]]", "video-host"),
        ("[[galeri]]", "gallery-empty"),
        ("[[galeri: a.jpg]]", "gallery-photo"),
    ],
)
def test_a_mistake_has_its_line(text: str, code: str) -> None:
    assert wrong(NEWS, article(f"Satu\n\n{text}\n")) == [(code, FIRST + 2)]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("## Satu {#bagian}\n\nIsi.\n\n## Dua {#bagian}\n", 0, 4),
        ("[ke](#bagian)\n\n## Satu {: #bagian }\n\n## Bagian-lain\n\n## Dua {#bagian .besar}\n", 2, 6),
        ('<div id="bagian">a</div>\n\n## Bagian\n', 0, 2),
    ],
)
def test_sections_of_one_name_have_both_their_lines(text: str, first: int, second: int) -> None:
    draft = draft_of(NEWS, article(text), Settings("id", "Asia/Jakarta"))
    assert not isinstance(draft, Draft)
    (found,) = draft
    assert (found.code, found.place.line) == ("anchor-twice", FIRST + second)
    values = dict(found.values)
    assert (values["first"], values["second"]) == (str(FIRST + first), str(FIRST + second))


def test_a_section_cannot_have_the_name_of_the_page_itself() -> None:
    assert wrong(NEWS, article("Satu\n\n## Dua {#isi}\n")) == [("anchor-own", FIRST + 2)]


def test_all_mistakes_are_told_at_once() -> None:
    found = wrong(NEWS, article("[[foto]]\n\n[[produk]]\n\n![a](https://a.example/x.jpg)\n"))
    assert sorted(found) == [
        ("embed-empty", FIRST + 2),
        ("embed-unknown", FIRST),
        ("image-external", FIRST + 4),
    ]


def test_removed_html_is_a_note() -> None:
    found = body("Satu\n\n<script>x</script>\n\n`<script>` di kode\n\n    <iframe>\n\n<IMG src=x>\n").notes
    assert [(one.code, one.place.line, dict(one.values)["found"]) for one in found] == [
        ("html-removed", FIRST + 2, "script"),
        ("html-removed", FIRST + 8, "img"),
    ]


def test_a_text_that_takes_too_long_is_refused() -> None:
    assert wrong(NEWS, article("[" * 20_000)) == [("markdown-slow", FIRST)]
