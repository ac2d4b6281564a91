"""The sheet ahead of its pages is the one that the build then publishes."""

from __future__ import annotations

from lontar.serve.styles import is_styles_only, joined_sheet
from tests.pipeline.conftest import Place


def test_it_is_the_sheet_of_the_build(place: Place) -> None:
    (place.request.templates / "assets/css/99-uji.css").write_text("h1 { color: red }\n")
    sheet = joined_sheet(place.request.templates, "")
    assert sheet is not None
    place.build()
    assert (place.output / sheet[0].lstrip("/")).read_bytes() == sheet[1]
    below = joined_sheet(place.request.templates, "/galeri")
    assert below is not None
    assert below[0].startswith("/galeri/aset/css/site.")


def test_one_that_is_wrong_is_left_to_the_build(place: Place) -> None:
    sheet = place.request.templates / "assets/css/99-uji.css"
    sheet.write_text("h1 { background: url(tidak-ada.png) }\n")
    assert joined_sheet(place.request.templates, "") is None
    sheet.write_bytes(b"\xff")
    assert joined_sheet(place.request.templates, "") is None
    assert joined_sheet(place.root / "tidak-ada", "") is None


def test_only_styles() -> None:
    assert is_styles_only(["templates/assets/css/a.css"])
    assert not is_styles_only(["templates/assets/css/a.css", "templates/base.html"])
