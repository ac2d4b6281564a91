"""An embed is told apart by what it shows, not by where it stands."""

from __future__ import annotations

from lontar.model.body import Embed
from lontar.model.photo import make_photo
from tests.building import photo_file


def test_what_an_embed_shows_is_in_its_digest() -> None:
    base = Embed("gallery", "x", "y", (make_photo(photo_file(), "a"),), 3)
    each = [
        base,
        base._replace(kind="product"),
        base._replace(target="z"),
        base._replace(title="z"),
        base._replace(photos=()),
        base._replace(photos=(make_photo(photo_file(), "b"),)),
    ]
    assert len({one.digest_parts for one in each}) == len(each)


def test_its_line_is_not() -> None:
    base = Embed("survey", "x", "", (), 3)
    assert base._replace(line=9).digest_parts == base.digest_parts
