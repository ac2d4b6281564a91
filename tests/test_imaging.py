"""libvips opened safely."""

from __future__ import annotations

import pytest

from lontar.imaging import pyvips


@pytest.mark.parametrize(
    "data",
    [b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", b"%PDF-1.4\n1 0 obj", b"GIF89a"],
)
def test_untrusted_loaders_are_blocked(data: bytes) -> None:
    with pytest.raises(pyvips.Error):
        pyvips.Image.new_from_buffer(data, "")


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".avif", ".tif"])
def test_photos_are_read(suffix: str) -> None:
    data = pyvips.Image.black(8, 8, bands=3).copy(interpretation="srgb").write_to_buffer(suffix)
    assert pyvips.Image.new_from_buffer(data, "").width == 8


def test_no_picture_is_kept() -> None:
    assert pyvips.voperation.cache_get_max() == 0
