"""Pictures composed of a title: of one size and weight, the same every time, their text within its place."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lontar.imaging import pyvips
from lontar.output import sha256_of
from lontar.pages.share_cards import LIMIT, QUALITY, SIZE
from lontar.render.cards import LEFT, LINE_TOP, TEXT_WIDTH, TITLE_BOTTOM, TITLE_HEIGHT, compose
from tests.building import ROOT, TEMPLATES

SHARE = TEMPLATES / "share"
TITLES = (
    *(
        "Tentang",
        "Merawat kain batik, dari lemari ke jemuran",
        "Kain <b>& kayu</b>",
        " ".join(["Kabupaten"] * 40),
    ),
    *("Loremipsumdolorsitametconsecteturadipiscingelitsed" * 3, "", "ꦧꦠꦶꦏ꧀"),
)


def made(title: str, line: str = "Dekranasda Bojonegoro") -> bytes:
    return compose(SHARE, "x", title, line, QUALITY)


def image(data: bytes) -> Any:
    return pyvips.Image.new_from_buffer(data, "")


def written(data: bytes) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what differs from the ground."""
    ground = image(made("", ""))
    left, top, width, height = (
        (image(data).cast("int") - ground).abs().bandmean().median(3).find_trim(background=0, threshold=24)
    )
    return left, top, left + width, top + height


@pytest.mark.parametrize("title", TITLES)
def test_it_has_its_size_and_keeps_its_text_in_its_place(title: str) -> None:
    data = made(title, "")
    found = image(data)
    assert (found.width, found.height, found.bands) == (*SIZE, 3)
    assert len(data) <= LIMIT
    if title.strip():
        left, top, right, bottom = written(data)
        assert left >= LEFT - 2
        assert right <= LEFT + TEXT_WIDTH + 8
        assert top >= TITLE_BOTTOM - TITLE_HEIGHT - 8
        assert bottom <= TITLE_BOTTOM + 8


def test_the_line_stands_below() -> None:
    _, top, _, _ = written(made("", "Dekranasda Bojonegoro"))
    assert top >= LINE_TOP - 2


def test_it_says_nothing_but_its_pixels() -> None:
    fields = set(image(made("Tentang")).get_fields())
    assert not {one for one in fields if one.startswith(("exif", "xmp", "iptc", "icc"))}


def test_markup_is_text() -> None:
    assert made("<b>Tebal</b>") != made("Tebal")


SAY = """
import os
import sys
from pathlib import Path
from lontar.output import sha256_of
from lontar.render.cards import compose
print(sha256_of(compose(Path(sys.argv[1]), "x", "Merawat kain batik ꦧ", "Dekranasda", 78)))
print(os.environ["FONTCONFIG_FILE"])
"""


def test_fonts_of_the_system_make_no_difference(tmp_path: Path) -> None:
    """Neither its fonts nor how it has them drawn: the same bytes with other settings, and with none."""
    other = tmp_path / "fonts.conf"
    other.write_text(
        "<fontconfig><dir>/usr/share/fonts</dir><match target='font'><edit name='antialias' mode='assign'>"
        "<bool>false</bool></edit></match></fontconfig>"
    )
    expected = sha256_of(compose(SHARE, "x", "Merawat kain batik ꦧ", "Dekranasda", 78))
    for settings in (other, tmp_path / "tiada.conf"):
        answer = subprocess.run(
            [sys.executable, "-c", SAY, str(SHARE)],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={"FONTCONFIG_FILE": str(settings), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"},
        )
        assert answer.stdout.split() == [expected, str(settings)]
        assert answer.stderr == ""


def test_a_ground_that_changed_is_read_anew(tmp_path: Path) -> None:
    folder = tmp_path / "share"
    shutil.copytree(SHARE, folder)
    first = compose(folder, "1", "Judul", "", QUALITY)
    pixels = image((folder / "background.png").read_bytes()).invert()
    pixels.write_to_file(str(folder / "background.png"))
    assert compose(folder, "1", "Judul", "", QUALITY) == first
    assert compose(folder, "2", "Judul", "", QUALITY) != first


def test_a_theme_that_is_gone_leaves_the_next_one_as_it_is(tmp_path: Path) -> None:
    """One process may build several themes with the same fonts."""
    expected = made("Judul")
    for number in range(3):
        shutil.copytree(SHARE, tmp_path / str(number))
        assert (
            compose(tmp_path / str(number), f"gone {number}", "Judul", "Dekranasda Bojonegoro", QUALITY)
            == expected
        )
        shutil.rmtree(tmp_path / str(number))
    assert made("Judul") == expected


def test_a_missing_ground_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="title"):
        compose(tmp_path, "x", "Judul", "", QUALITY)
