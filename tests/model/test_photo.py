"""A photo's digest knows all that a page shows of it."""

from __future__ import annotations

from lontar.model.photo import make_photo
from tests.building import photo_file


def test_every_fact_changes_the_digest() -> None:
    file = photo_file()
    each = [
        make_photo(file),
        make_photo(file, alt="x"),
        make_photo(file, caption="x"),
        make_photo(file, credit="x"),
        make_photo(file, lang="en"),
        make_photo(file._replace(source="content/media/b.jpg")),
        make_photo(file._replace(content="0")),
        make_photo(file._replace(width=1)),
        make_photo(file._replace(height=1)),
        make_photo(file._replace(colour="#000000")),
    ]
    assert len({one.digest for one in each}) == len(each)


def test_equal_photos_have_equal_digests() -> None:
    assert make_photo(photo_file(), "a", "b", "c") == make_photo(photo_file(), "a", "b", "c")
