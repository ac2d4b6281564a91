"""One source file to one record, or what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lontar.load.contents import content_digest
from lontar.load.making import MAKE, read_record
from lontar.load.told import Told
from lontar.model.article import Article
from lontar.model.record import url_of
from lontar.model.urls import FOLDERS
from tests.building import (
    ABOUT,
    MAKER,
    NEWS,
    PRODUCT,
    SETTINGS,
    SURVEY,
    article,
    maker,
    page,
    photos,
    product,
    survey,
    write,
)


def read(root: Path, path: str, kind: str, known: str = "") -> Told:
    return read_record(str(root), SETTINGS, photos("a.jpg"), path, kind, known)


@pytest.mark.parametrize(
    ("path", "kind", "text", "url"),
    [
        (NEWS, "article", article(), "/berita/kabar/"),
        (PRODUCT, "product", product(), "/produk/kain/"),
        (MAKER, "maker", maker(), "/perajin/jono/"),
        (ABOUT, "page", page(), "/tentang/"),
        (SURVEY, "survey", survey(), "/survei/puas/"),
    ],
)
def test_each_kind_becomes_its_record(tmp_path: Path, path: str, kind: str, text: str, url: str) -> None:
    write(tmp_path, {path: text})
    found = read(tmp_path, path, kind)
    assert found.problems == ()
    assert found.record is not None
    assert url_of(found.record) == url
    assert found.content == content_digest(text.encode(), None)


def test_every_kind_can_be_made() -> None:
    assert set(MAKE) == set(FOLDERS)


def test_photos_and_text_come_along(tmp_path: Path) -> None:
    write(tmp_path, {NEWS: article("Satu\n\n![x](/media/b.jpg)", cover="{file: /media/a.jpg, alt: A}")})
    found = read(tmp_path, NEWS, "article")
    assert found.uses == ("content/media/a.jpg", "content/media/b.jpg")
    assert isinstance(found.record, Article)
    assert found.bodies == {found.record.body.html: ("<p>Satu</p>", "")}
    assert [note.code for note in found.record.notes] == ["photo-missing"]


def test_a_known_file_is_not_parsed(tmp_path: Path) -> None:
    data = b"not even a document"
    write(tmp_path, {NEWS: data})
    found = read(tmp_path, NEWS, "article", content_digest(data, None))
    assert (found.record, found.problems, found.content) == (None, (), content_digest(data, None))


def test_a_wrong_file_gives_problems(tmp_path: Path) -> None:
    write(tmp_path, {NEWS: article(date="besok")})
    found = read(tmp_path, NEWS, "article")
    assert (found.record, [one.code for one in found.problems]) == (None, ["moment"])


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    assert [one.code for one in read(tmp_path, NEWS, "article").problems] == ["file-unreadable"]
