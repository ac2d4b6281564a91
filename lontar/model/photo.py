"""A photo as a record refers to it, with the facts of its file."""

from __future__ import annotations

from typing import NamedTuple

from lontar.digest import digest


class PhotoFile(NamedTuple):
    """Facts of an image file. width and height are in pixels, upright (EXIF orientation applied);
    colour is its mean colour as "#rrggbb"; content is the digest of its bytes."""

    source: str
    content: str
    width: int
    height: int
    colour: str


class Photo(NamedTuple):
    """A photo in its place: the file and what is said of it there, in the language `lang`."""

    file: PhotoFile
    alt: str
    caption: str
    credit: str
    lang: str
    digest: str


def make_photo(file: PhotoFile, alt: str = "", caption: str = "", credit: str = "", lang: str = "") -> Photo:
    said = (alt, caption, credit, lang)
    key = digest(file.content, file.source, file.width, file.height, file.colour, *said)
    return Photo(file, *said, key)
