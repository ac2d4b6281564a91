"""Lines of inner fields."""

from __future__ import annotations

from pathlib import Path

from lontar.editor.places import with_lines
from lontar.errors import Place, problem
from tests.building import NEWS, PRODUCT, article, product, write


def test_inner_fields_get_their_own_line(tmp_path: Path) -> None:
    photos = "\n  - file: a.jpg\n    alt: foto\n  - {file: b.jpg}"
    write(tmp_path, {NEWS: article(photos=photos), PRODUCT: product(photos=photos)})
    wanted = {
        Place(NEWS, 6, field="photos.1.alt"): 8,
        Place(NEWS, 6, field="photos.2.alt"): 9,
        Place(NEWS, 2, field="title"): 2,
        Place(NEWS, 12): 12,
        Place(PRODUCT, 4, field="photos.1.file"): 5,
    }
    found = with_lines(tmp_path, [problem(place, "photo-unused") for place in wanted])
    assert [(one.place.line, one.place.field) for one in found] == [
        (line, place.field) for place, line in wanted.items()
    ]


def test_a_file_that_is_gone_keeps_its_line(tmp_path: Path) -> None:
    one = problem(Place("content/berita/tiada.md", 6, field="cover.alt"), "photo-unused")
    assert list(with_lines(tmp_path, [one])) == [one]
