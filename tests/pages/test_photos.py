"""A photo's published forms, and how a template shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.model.config import Images
from lontar.model.photo import make_photo
from lontar.pages.photos import (
    NEWS_SHAPES,
    SHARE,
    SHARE_LIMIT,
    cut,
    news_images,
    picture,
    renditions,
    scaled,
    share_image,
    squares,
    widths_of,
)
from tests.building import photo_file

IMAGES = Images((480, 960, 1600), ("webp", "jpeg"), False)


@pytest.mark.parametrize(
    ("width", "widths"),
    [(2000, (480, 960, 1600)), (1600, (480, 960, 1600)), (1599, (480, 960)), (479, (479,)), (1, (1,))],
)
def test_no_form_is_wider_than_the_photo(width: int, widths: tuple[int, ...]) -> None:
    assert widths_of(photo_file(width=width), IMAGES) == widths


def test_originals_are_published_when_asked_for() -> None:
    assert widths_of(photo_file(width=2000), IMAGES._replace(publish_originals=True)) == (
        480,
        960,
        1600,
        2000,
    )
    assert widths_of(photo_file(width=960), IMAGES._replace(publish_originals=True)) == (480, 960)


@given(st.integers(1, 6000), st.integers(1, 6000))
def test_forms_keep_proportions_and_stay_within(width: int, height: int) -> None:
    file = photo_file(width=width, height=height)
    for one in scaled(file, IMAGES):
        assert 1 <= one.width <= width
        assert one.height >= 1
        assert abs(one.height - height * one.width / width) <= 1
    for one in (share_image(file, IMAGES), *news_images(file, IMAGES), *squares(file, IMAGES)):
        assert 1 <= one.width <= width
        assert 1 <= one.height <= height


def test_cuts_have_their_shape() -> None:
    file = photo_file(width=4000, height=3000)
    share = share_image(file, IMAGES)
    assert ((share.width, share.height), share.limit, share.format, share.fit) == (
        SHARE,
        SHARE_LIMIT,
        "jpeg",
        "cover",
    )
    assert [(one.width, one.height) for one in news_images(file, IMAGES)] == list(NEWS_SHAPES)
    small = cut(photo_file(width=600, height=600), IMAGES, 1200, 630)
    assert (small.width, small.height) == (600, 315)


@given(st.integers(1, 6000), st.integers(1, 6000), st.booleans())
def test_all_forms_are_made_from_a_picture_that_holds_them(width: int, height: int, crops: bool) -> None:
    file, images = photo_file(width=width, height=height), IMAGES._replace(crops=crops)
    forms = renditions([file], [file], [file], images)
    ((wide, high),) = {one.base for one in forms}
    assert wide <= width
    assert high <= height
    assert all(one.width <= wide and one.height <= high for one in forms)


def test_squares_are_there_in_every_format_but_jpeg() -> None:
    file = photo_file(width=4000, height=3000)
    found = squares(file, Images((480,), ("avif", "webp", "jpeg"), False))
    assert [(one.format, one.width, one.height, one.fit) for one in found] == [
        ("avif", 640, 640, "cover"),
        ("webp", 640, 640, "cover"),
    ]
    assert squares(file, Images((480,), ("jpeg",), False)) == ()
    small = squares(photo_file(width=500, height=300), IMAGES)
    assert [(one.width, one.height) for one in small] == [(300, 300)]


def test_where_nothing_is_cut_whole_pictures_take_the_place() -> None:
    images, file = IMAGES._replace(crops=False), photo_file(width=4000, height=3000)
    assert set(renditions([file], [file], [file], images)) == set(scaled(file, images))
    assert share_image(file, images).width == 1600
    assert share_image(photo_file(width=500, height=300), images).width == 480
    assert [one.width for one in news_images(file, images)] == [1600]
    assert squares(file, images) == ()


def test_what_is_high_is_cut_around_what_catches_the_eye() -> None:
    file = photo_file(width=1500, height=2000)
    forms = (share_image(file, IMAGES), *news_images(file, IMAGES), *squares(file, IMAGES))
    assert {one.fit for one in forms} == {"attention"}


def test_only_a_cover_offers_its_squares() -> None:
    photo = make_photo(photo_file())
    assert picture(photo, IMAGES, "")["squares"] == []
    (one,) = picture(photo, IMAGES, "/dasar", is_cover=True)["squares"]
    assert (one["type"], one["side"]) == ("image/webp", 640)
    assert one["srcset"].startswith("/dasar/media/foto-640-")
    assert one["srcset"].endswith(".webp 640w")


def test_a_name_tells_all_that_makes_the_file() -> None:
    file = photo_file("content/media/Foto Batik.JPG")
    each = [
        *scaled(file, Images((480, 960), ("avif", "webp", "jpeg"), False)),
        share_image(file, IMAGES),
        *news_images(file, IMAGES),
        cut(file, IMAGES, *SHARE),
        *scaled(file._replace(content="0"), IMAGES),
    ]
    assert len({one.url for one in each}) == len(each)
    assert all(one.url.startswith("/media/foto-batik-") for one in each)
    assert {one.url.rsplit(".", 1)[1] for one in each} == {"jpg", "webp", "avif"}


def test_a_name_without_letters_is_still_one() -> None:
    assert scaled(photo_file("content/media/日本.jpg"), IMAGES)[0].url.startswith("/media/foto-480-")


def test_equal_photos_are_made_once() -> None:
    file = photo_file()
    found = renditions([file, file], [file], [file], IMAGES)
    assert len(found) == len({one.url for one in found}) == 6 + 1 + 3 + 1
    assert list(found) == sorted(found, key=lambda one: one.url)
    assert renditions([], [], [], IMAGES) == ()


def test_a_picture_offers_all_widths() -> None:
    found = picture(make_photo(photo_file(), "Kain", "Dari Jono", "K"), IMAGES, "/dasar")
    assert (found["alt"], found["caption"], found["credit"], found["colour"]) == (
        "Kain",
        "Dari Jono",
        "K",
        "#aabbcc",
    )
    assert (found["width"], found["height"]) == (1600, 1200)
    entries = found["srcset"].split(", ")
    assert [entry.split(" ")[1] for entry in entries] == ["480w", "960w", "1600w"]
    assert all(entry.startswith("/dasar/media/foto-") and ".jpg " in entry for entry in entries)
    assert found["src"] == entries[1].split(" ")[0]
    assert found["large"] == entries[2].split(" ")[0]
    ((kind, srcset),) = [(one["type"], one["srcset"]) for one in found["sources"]]
    assert kind == "image/webp"
    assert srcset.count(".webp ") == 3


def test_formats_are_offered_in_their_order() -> None:
    found = picture(make_photo(photo_file(width=100)), Images((480,), ("avif", "webp", "jpeg"), False), "")
    assert [one["type"] for one in found["sources"]] == ["image/avif", "image/webp"]
    assert found["src"] == found["large"]


def test_pages_show_only_what_is_made() -> None:
    file = photo_file()
    made = {one.url for one in renditions([file], [file], [file], IMAGES)}
    found = picture(make_photo(file), IMAGES, "")
    shown = [found["src"], found["large"]]
    for srcset in (found["srcset"], *(one["srcset"] for one in found["sources"])):
        shown += [entry.split(" ")[0] for entry in srcset.split(", ")]
    assert set(shown) <= made
