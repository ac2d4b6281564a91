from __future__ import annotations

from typing import Any

import pytest
import pyvips

from tests.tools import pictures
from tests.tools.pictures import Picture


def made(suffix: str, **options: Any) -> bytes:
    image = pyvips.Image.black(37, 23, bands=3).copy(interpretation="srgb")
    return bytes(image.write_to_buffer(suffix, **options))


@pytest.mark.parametrize(
    ("suffix", "options", "kind"),
    [
        (".jpg", {}, "image/jpeg"),
        (".jpg", {"interlace": True}, "image/jpeg"),
        (".webp", {}, "image/webp"),
        (".webp", {"lossless": True}, "image/webp"),
        (".png", {}, "image/png"),
        (".avif", {}, "image/avif"),
    ],
)
def test_sizes_are_read(suffix: str, options: dict[str, Any], kind: str) -> None:
    assert pictures.read(made(suffix, **options)) == Picture(kind, 37, 23)


@pytest.mark.parametrize("size", ['width="37" height="23px"', 'viewBox="0 0 37 23"'])
def test_a_vector_image_has_the_size_it_names(size: str) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" {size}/>'.encode()
    assert pictures.read(data) == Picture("image/svg+xml", 37, 23)


@pytest.mark.parametrize(
    "data", [b"", b"<p>halaman</p>", b"\xff\xd8\xff\xe0", b"RIFF\x00\x00\x00\x00WEBPabcd"]
)
def test_all_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        pictures.read(data)
