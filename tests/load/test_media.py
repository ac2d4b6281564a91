"""Facts of image files, told by their bytes alone."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.digest import digest_bytes
from lontar.errors import Problem
from lontar.imaging import pyvips
from lontar.load import media
from lontar.load.media import inspect
from lontar.model.photo import PhotoFile
from tests.building import picture, values_of, write


def facts(root: Path, name: str, data: bytes) -> PhotoFile:
    found = inspect(write(root, {name: data}), name)
    assert isinstance(found, PhotoFile), found
    return found


def refused(root: Path, name: str, data: bytes) -> Problem:
    found = inspect(write(root, {name: data}), name)
    assert isinstance(found, Problem), found
    return found


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif", ".avif"])
def test_every_format_is_read(tmp_path: Path, suffix: str) -> None:
    data = picture(64, 48, suffix)
    found = facts(tmp_path, f"a{suffix}", data)
    assert (found.source, found.width, found.height) == (f"a{suffix}", 64, 48)
    assert found.content == digest_bytes(data)
    assert re.fullmatch("#[0-9a-f]{6}", found.colour)


def test_the_colour_is_the_mean(tmp_path: Path) -> None:
    red, green, blue = bytes.fromhex(facts(tmp_path, "a.png", picture(64, 48, ".png")).colour[1:])
    assert abs(red - 115) <= 2
    assert abs(green - 30) <= 2
    assert abs(blue - 115) <= 2


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (64, 48)), (3, (64, 48)), (6, (48, 64)), (8, (48, 64))]
)
def test_sizes_are_upright(tmp_path: Path, orientation: int, size: tuple[int, int]) -> None:
    image = pyvips.Image.new_from_buffer(picture(64, 48), "").copy()
    image.set_type(pyvips.GValue.gint_type, "orientation", orientation)
    found = facts(tmp_path, "a.jpg", bytes(image.jpegsave_buffer()))
    assert (found.width, found.height) == size


def test_the_name_proves_nothing(tmp_path: Path) -> None:
    assert facts(tmp_path, "a.jpg", picture(8, 8, ".png")).width == 8
    assert refused(tmp_path, "b.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>").code == "image-format"
    assert refused(tmp_path, "c.jpg", b"%PDF-1.7").code == "image-format"
    assert refused(tmp_path, "d.jpg", b"GIF89a").code == "image-format"


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif"])
def test_a_file_cut_off_is_refused(tmp_path: Path, suffix: str) -> None:
    data = picture(600, 400, suffix)
    found = refused(tmp_path, f"a{suffix}", data[: len(data) * 6 // 10])
    assert found.code == "image-damaged"
    assert values_of(found)["reason"]


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path, "a.jpg", b"").code == "image-empty"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    found = inspect(tmp_path, "a.jpg")
    assert isinstance(found, Problem)
    assert found.code == "file-unreadable"


def png(width: int, height: int) -> bytes:
    """A PNG that says it is so large, with no more than a few bytes in it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + chunk(b"IEND", b"")
    )


def test_a_bomb_is_not_decoded(tmp_path: Path) -> None:
    found = refused(tmp_path, "a.png", png(30_000, 30_000))
    assert (found.code, values_of(found)["width"]) == ("image-too-large", "30000")


def test_a_heavy_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "LARGEST_FILE", 100)
    assert refused(tmp_path, "a.jpg", picture()).code == "image-too-heavy"


def test_grey_alpha_deep_and_cmyk_have_a_colour(tmp_path: Path) -> None:
    image = pyvips.Image.new_from_buffer(picture(32, 32, ".png"), "")
    each: dict[str, Any] = {
        "grey.png": image.colourspace("b-w").pngsave_buffer(),
        "alpha.png": image.bandjoin(128).pngsave_buffer(),
        "deep.png": image.colourspace("rgb16").pngsave_buffer(),
        "cmyk.jpg": image.colourspace("cmyk").jpegsave_buffer(),
    }
    for name, data in each.items():
        assert re.fullmatch("#[0-9a-f]{6}", facts(tmp_path, name, bytes(data)).colour), name


@given(
    st.sampled_from([".jpg", ".png", ".webp", ".avif"]),
    st.integers(0, 2000),
    st.binary(min_size=1, max_size=8),
)
@settings(max_examples=40)
def test_any_damage_gives_facts_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, at: int, junk: bytes
) -> None:
    data = bytearray(picture(32, 32, suffix))
    at %= len(data)
    data[at : at + len(junk)] = junk
    root = write(tmp_path_factory.mktemp("foto"), {"a": bytes(data)})
    assert isinstance(inspect(root, "a"), PhotoFile | Problem)
