"""A check that cannot fail is worth nothing: each rule of this folder, shown a page that breaks it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import pyvips

from tests.output import test_html, test_images, test_links, test_previews, test_privacy
from tests.tools import good
from tests.tools.site import BuiltSite

Rule = Callable[[BuiltSite], None]
SOUND = '<p><a href="/berita/">Berita</a></p>'
PICTURE = '<img src="/a.jpg" alt="" width="40" height="30" loading="lazy">'
SHARED = (
    *("og:title", "og:description", "og:type", "og:site_name"),
    *("description", "twitter:card"),
)


def shared(url: str, **changes: str) -> str:
    """A head that previews can use, but for `changes`."""
    values = dict.fromkeys(SHARED, "x") | {
        "og:url": f"{good.ORIGIN}{url}",
        "og:image": f"{good.ORIGIN}/og.jpg",
        "og:image:width": "1200",
        "og:image:height": "630",
    }
    values |= {name.replace("_", ":"): value for name, value in changes.items()}
    return "\n".join(f'<meta property="{name}" content="{value}">' for name, value in values.items())


def site(folder: Path, body: str = SOUND, head: str = "", other_head: str = "") -> BuiltSite:
    """Two pages and two pictures: without a fault unless the arguments bring one."""
    for name, width, height in (("a.jpg", 40, 30), ("og.jpg", 1200, 630)):
        pyvips.Image.black(width, height, bands=3).write_to_file(str(folder / name))
    good.write(folder)
    for file, url, title, text, more in (
        (folder / "index.html", "/", "Beranda", body, head or shared("/")),
        (folder / "berita" / "index.html", "/berita/", "Berita", PICTURE, other_head or shared("/berita/")),
    ):
        page = good.page(url, title, text)
        file.write_text(page.replace("</head>", f"{more}\n</head>"), "utf-8")
    return BuiltSite(folder)


RULES: list[Rule] = [
    test_html.test_every_page_says_what_it_is,
    test_html.test_no_two_pages_share_a_title,
    test_html.test_headings_go_down_one_step_at_a_time,
    test_html.test_pages_are_whole_and_in_utf_8,
    test_images.test_every_picture_is_described_and_sized,
    test_images.test_it_is_published_and_has_the_shape_it_is_said_to_have,
    test_images.test_only_what_is_in_the_first_view_is_loaded_at_once,
    test_links.test_every_page_can_be_reached_from_home,
    test_links.test_parts_of_pages_that_only_machines_follow_are_there,
    test_previews.test_every_page_has_title_description_and_address,
    test_previews.test_the_picture_is_one_that_previews_show,
    test_previews.test_the_head_comes_early_and_keeps_its_quotes,
    test_privacy.test_no_page_loads_anything_from_elsewhere,
    test_privacy.test_a_strict_policy_would_stop_nothing,
]


@pytest.mark.parametrize("rule", RULES)
def test_a_sound_site_passes(tmp_path: Path, rule: Rule) -> None:
    rule(site(tmp_path))


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        (test_html.test_every_page_says_what_it_is, "<h1>Satu lagi</h1>"),
        (test_html.test_headings_go_down_one_step_at_a_time, "<h3>Terlalu dalam</h3>"),
        (test_html.test_pages_are_whole_and_in_utf_8, "\ufffd"),
        (test_images.test_every_picture_is_described_and_sized, '<img src="/a.jpg" width="4" height="3">'),
        (test_images.test_every_picture_is_described_and_sized, '<img src="/a.jpg" alt="">'),
        (
            test_images.test_every_picture_is_described_and_sized,
            PICTURE.replace("src=", 'srcset="/a.jpg 40w" src='),
        ),
        (
            test_images.test_it_is_published_and_has_the_shape_it_is_said_to_have,
            PICTURE.replace("/a.", "/b."),
        ),
        (test_images.test_it_is_published_and_has_the_shape_it_is_said_to_have, PICTURE.replace("30", "40")),
        (
            test_images.test_every_candidate_has_the_width_and_kind_it_is_said_to_have,
            PICTURE.replace("src=", 'srcset="/a.jpg 80w" src='),
        ),
        (
            test_images.test_every_candidate_has_the_width_and_kind_it_is_said_to_have,
            f'<picture><source type="image/webp" srcset="/a.jpg 40w">{PICTURE}</picture>',
        ),
        (test_images.test_only_what_is_in_the_first_view_is_loaded_at_once, 2 * '<img src="/a.jpg" alt="">'),
        (test_links.test_every_page_can_be_reached_from_home, "<p>Tanpa tautan.</p>"),
        (
            test_privacy.test_no_page_loads_anything_from_elsewhere,
            '<img src="https://lain.example/a.jpg" alt="">',
        ),
        (
            test_privacy.test_no_page_loads_anything_from_elsewhere,
            '<img srcset="//lain.example/a.jpg 2x" alt="">',
        ),
        (
            test_privacy.test_no_page_loads_anything_from_elsewhere,
            '<iframe src="https://lain.example/"></iframe>',
        ),
        (test_privacy.test_a_strict_policy_would_stop_nothing, '<p style="color: red">a</p>'),
        (test_privacy.test_a_strict_policy_would_stop_nothing, '<p onclick="a()">a</p>'),
        (test_privacy.test_a_strict_policy_would_stop_nothing, "<style>p { color: red }</style>"),
        (test_privacy.test_a_strict_policy_would_stop_nothing, "<script>a()</script>"),
        (test_privacy.test_a_strict_policy_would_stop_nothing, '<a href=" JavaScript:a()">a</a>'),
    ],
)
def test_a_fault_in_a_page_is_seen(tmp_path: Path, rule: Rule, body: str) -> None:
    with pytest.raises(AssertionError):
        rule(site(tmp_path, body))


@pytest.mark.parametrize(
    ("rule", "head"),
    [
        (test_html.test_every_page_says_what_it_is, '<meta property="og:title" content="x">'),
        (
            test_links.test_parts_of_pages_that_only_machines_follow_are_there,
            '<link rel="icon" href="/b.ico">',
        ),
        (test_previews.test_every_page_has_title_description_and_address, shared("/", og_title="")),
        (test_previews.test_every_page_has_title_description_and_address, shared("/berita/")),
        (test_previews.test_the_picture_is_one_that_previews_show, shared("/", og_image="/og.jpg")),
        (
            test_previews.test_the_picture_is_one_that_previews_show,
            shared("/", og_image=f"{good.ORIGIN}/a.jpg"),
        ),
        (test_previews.test_the_picture_is_one_that_previews_show, shared("/", og_image_width="1199")),
        (test_previews.test_the_head_comes_early_and_keeps_its_quotes, "<meta property=og:title content=x>"),
        (test_previews.test_the_head_comes_early_and_keeps_its_quotes, shared("/") + " " * 300_000),
        (
            test_privacy.test_no_page_loads_anything_from_elsewhere,
            '<link rel="icon" href="//lain.example/b">',
        ),
    ],
)
def test_a_fault_in_a_head_is_seen(tmp_path: Path, rule: Rule, head: str) -> None:
    with pytest.raises(AssertionError):
        rule(site(tmp_path, head=head))


def test_two_pages_with_one_title_are_seen(tmp_path: Path) -> None:
    home = site(tmp_path)
    (tmp_path / "berita" / "index.html").write_text(good.page("/berita/", "Beranda"), "utf-8")
    with pytest.raises(AssertionError):
        test_html.test_no_two_pages_share_a_title(home)
