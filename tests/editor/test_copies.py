"""Photos as they come from a phone, and as they are copied in."""

from __future__ import annotations

from pathlib import Path

import pytest

from lontar.editor.copies import LONGEST, copies_of
from lontar.errors import ContentErrors
from lontar.imaging import pyvips
from tests.building import picture, write
from tests.tools.metadata import findings
from tests.tools.pictures import read


def from_a_phone(width: int, height: int, orientation: int) -> bytes:
    """A photo with its place, time and thumbnail in it, turned as `orientation` says."""
    photo = pyvips.Image.new_from_buffer(picture(width, height, ".png"), "").copy()
    photo.set_type(pyvips.GValue.gint_type, "orientation", orientation)
    photo.set_type(pyvips.GValue.gstr_type, "exif-ifd3-GPSLatitude", "7/1 9/1 0/1")
    photo.set_type(pyvips.GValue.gstr_type, "exif-ifd0-Model", "Kamera Uji")
    photo.set_type(pyvips.GValue.blob_type, "xmp-data", b"<x>xmpmeta</x>")
    return bytes(photo.jpegsave_buffer(Q=95))


def test_a_copy_is_upright_small_and_says_nothing(tmp_path: Path) -> None:
    source = from_a_phone(4000, 2000, 6)
    assert findings(source)
    write(tmp_path, {"IMG_0001.JPG": source})
    (name, data), *none = copies_of([tmp_path / "IMG_0001.JPG"], "pasar-pagi").items()
    assert (name, none) == ("pasar-pagi-1.jpg", [])
    assert findings(data) == []
    shape = read(data)
    assert (shape.kind, shape.width, shape.height) == ("image/jpeg", LONGEST // 2, LONGEST)
    upright = pyvips.Image.new_from_buffer(data, "")
    assert upright(750, 100)[0] > 150 > upright(750, 2900)[0]


def test_a_small_photo_keeps_its_size(tmp_path: Path) -> None:
    write(tmp_path, {"a.png": picture(640, 480, ".png"), "b.webp": picture(300, 400, ".webp")})
    copies = copies_of([tmp_path / "a.png", tmp_path / "b.webp"], "kain")
    assert {name: (read(data).width, read(data).height) for name, data in copies.items()} == {
        "kain-1.jpg": (640, 480),
        "kain-2.jpg": (300, 400),
    }
    assert all(read(data).kind == "image/jpeg" for data in copies.values())


def test_everything_that_is_no_photo_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"a.jpg": b"bukan foto", "b.jpg": picture(), "c.jpg": picture(400, 300)[:2000]})
    names = ("a.jpg", "b.jpg", "c.jpg", "tiada.jpg")
    with pytest.raises(ContentErrors) as raised:
        copies_of([tmp_path / name for name in names], "kain")
    assert {(Path(one.place.path).name, one.code) for one in raised.value.problems} == {
        ("a.jpg", "image-format"),
        ("c.jpg", "image-damaged"),
        ("tiada.jpg", "photo-missing"),
    }
