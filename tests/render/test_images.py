"""Published forms of photos: upright, in sRGB, without metadata, within their limits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lontar.errors import Problem
from lontar.imaging import pyvips
from lontar.render.images import Spec, make_renditions
from tests.building import picture, values_of, write

JPEG = Spec(64, 48, "jpeg", 80)


def made(root: Path, data: bytes, *specs: Spec) -> dict[Spec, bytes]:
    write(root, {"foto": data})
    found: dict[Spec, bytes] = {}
    for one in make_renditions(root / "foto", "content/media/foto", specs):
        assert not isinstance(one, Problem), one
        found[one[0]] = one[1]
    assert set(found) == set(specs)
    return found


def image(data: bytes) -> Any:
    return pyvips.Image.new_from_buffer(data, "")


def with_metadata(orientation: int) -> bytes:
    """A photo that a phone made: turned, with its place and time in it."""
    turned = image(picture(64, 48, ".png")).copy()
    turned.set_type(pyvips.GValue.gint_type, "orientation", orientation)
    turned.set_type(pyvips.GValue.gstr_type, "exif-ifd0-ImageDescription", "RAHASIA")
    turned.set_type(pyvips.GValue.gstr_type, "exif-ifd3-GPSLatitude", "7/1 9/1 0/1")
    turned.set_type(pyvips.GValue.blob_type, "xmp-data", b"<x>RAHASIA</x>")
    return bytes(turned.jpegsave_buffer(Q=95))


@pytest.mark.parametrize("format_", ["jpeg", "webp", "avif"])
def test_every_format_has_the_asked_size(tmp_path: Path, format_: str) -> None:
    spec = Spec(32, 24, format_, 75)
    found = image(made(tmp_path, picture(64, 48), spec)[spec])
    assert (found.width, found.height, found.bands) == (32, 24, 3)
    signs = {"jpeg": "jpegload_buffer", "webp": "webpload_buffer", "avif": "heifload_buffer"}
    assert found.get("vips-loader") == signs[format_]


def test_a_turned_photo_comes_out_upright(tmp_path: Path) -> None:
    spec = Spec(48, 64, "jpeg", 90)
    found = image(made(tmp_path, with_metadata(6), spec)[spec])
    assert (found.width, found.height) == (48, 64)
    assert found.get_typeof("orientation") == 0 or found.get("orientation") == 1
    top, bottom = found(24, 8), found(24, 56)
    assert top[0] > 150 > 100 > top[2]
    assert bottom[2] > 150 > 100 > bottom[0]


@pytest.mark.parametrize("format_", ["jpeg", "webp", "avif"])
def test_metadata_never_survives(tmp_path: Path, format_: str) -> None:
    source = with_metadata(1)
    assert b"RAHASIA" in source
    for spec in (Spec(64, 48, format_, 75), Spec(32, 32, format_, 75, "cover")):
        data = made(tmp_path, source, spec)[spec]
        assert b"RAHASIA" not in data
        assert b"Exif" not in data
        fields = set(image(data).get_fields())
        assert not {one for one in fields if one.startswith(("exif", "xmp", "iptc", "icc"))}


def colours(found: Any) -> tuple[Any, Any]:
    return found(found.width // 4, found.height // 2), found(3 * found.width // 4, found.height // 2)


@pytest.mark.parametrize("kind", ["cmyk", "deep", "alpha", "grey", "palette", "deep-tiff"])
def test_every_kind_of_colour_becomes_srgb(tmp_path: Path, kind: str) -> None:
    source = image(picture(64, 48, ".png"))
    data = {
        "cmyk": lambda: source.colourspace("cmyk").jpegsave_buffer(),
        "deep": lambda: source.colourspace("rgb16").pngsave_buffer(),
        "deep-tiff": lambda: source.colourspace("rgb16").tiffsave_buffer(),
        "alpha": lambda: source.bandjoin(255).pngsave_buffer(),
        "grey": lambda: source.colourspace("b-w").pngsave_buffer(),
        "palette": lambda: source.pngsave_buffer(palette=True),
    }[kind]()
    found = image(made(tmp_path, bytes(data), JPEG)[JPEG])
    assert (found.bands, found.format, found.interpretation) == (3, "uchar", "srgb")
    left, right = colours(found)
    if kind == "grey":
        assert max(left) - min(left) < 6
    else:
        assert left[0] > left[2] + 80
        assert right[2] > right[0] + 80


def test_what_is_transparent_shows_paper(tmp_path: Path) -> None:
    data = bytes(image(picture(64, 48, ".png")).bandjoin(0).pngsave_buffer())
    left, _ = colours(image(made(tmp_path, data, JPEG)[JPEG]))
    assert all(abs(value - paper) < 6 for value, paper in zip(left, (250, 246, 238), strict=True))


def test_a_cut_comes_from_the_middle(tmp_path: Path) -> None:
    spec = Spec(20, 20, "jpeg", 90, "cover")
    found = image(made(tmp_path, picture(200, 40), spec)[spec])
    assert (found.width, found.height) == (20, 20)
    left, right = colours(found)
    assert left[0] > right[0]
    assert right[2] > left[2]


def test_attention_finds_the_part_with_something_on_it(tmp_path: Path) -> None:
    ground = pyvips.Image.black(60, 300, bands=3).linear([1, 1, 1], [200, 195, 185])
    standing = ground.insert(pyvips.Image.new_from_buffer(noise(40, 40), ""), 10, 20).cast("uchar")
    spec = Spec(60, 60, "jpeg", 90, "attention")
    data = bytes(standing.copy(interpretation="srgb").pngsave_buffer())
    found, middle = (image(made(tmp_path, data, one)[one]) for one in (spec, spec._replace(fit="cover")))
    assert (found.width, found.height) == (60, 60)
    assert found.deviate() > 20 > middle.deviate()


def noise(width: int, height: int) -> bytes:
    """A photo that hardly compresses."""
    bands = [pyvips.Image.gaussnoise(width, height, sigma=90, mean=128, seed=seed) for seed in (1, 2, 3)]
    return bytes(
        bands[0].bandjoin(bands[1:]).cast("uchar").copy(interpretation="srgb").pngsave_buffer(compression=1)
    )


def test_a_preview_keeps_to_its_limit(tmp_path: Path) -> None:
    spec = Spec(1200, 630, "jpeg", 80, "cover", 250_000)
    free = spec._replace(limit=0)
    found = made(tmp_path, noise(1300, 700), spec, free)
    assert len(found[free]) > 250_000
    assert len(found[spec]) <= 250_000
    assert (image(found[spec]).width, image(found[spec]).height) == (1200, 630)


def test_quality_stays_where_the_limit_allows_it(tmp_path: Path) -> None:
    spec = Spec(32, 24, "jpeg", 80, "inside", 250_000)
    found = made(tmp_path, picture(64, 48), spec, spec._replace(limit=300_000))
    assert found[spec] == found[spec._replace(limit=300_000)]


def test_many_forms_come_from_one_decoding(tmp_path: Path) -> None:
    specs = [
        Spec(width, width * 3 // 4, format_, 70) for width in (48, 96, 160) for format_ in ("webp", "jpeg")
    ]
    specs.append(Spec(120, 63, "jpeg", 80, "cover"))
    for spec, data in made(tmp_path, picture(200, 150), *specs).items():
        found = image(data)
        assert (found.width, found.height) == (spec.width, spec.height)
        left, right = colours(found)
        assert left[0] > left[2] + 80
        assert right[2] > right[0] + 80


def test_the_same_photo_gives_the_same_bytes(tmp_path: Path) -> None:
    specs = (JPEG, Spec(32, 24, "webp", 75), Spec(20, 20, "jpeg", 80, "cover"))
    assert made(tmp_path, picture(), *specs) == made(tmp_path, picture(), *specs)


@pytest.mark.parametrize(
    "data", [b"", b"junk", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", b"%PDF-1.7"]
)
def test_what_is_no_photo_is_one_problem(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, {"foto": data})
    (found,) = make_renditions(tmp_path / "foto", "content/media/foto", [JPEG, Spec(32, 24, "webp", 75)])
    assert isinstance(found, Problem)
    assert (found.code, found.place.path) == ("image-damaged", "content/media/foto")
    assert values_of(found)["reason"]


def test_a_missing_photo_is_one_problem(tmp_path: Path) -> None:
    (found,) = make_renditions(tmp_path / "tiada", "x.jpg", [JPEG])
    assert isinstance(found, Problem)
    assert found.code == "image-damaged"


def test_nothing_asked_is_nothing_made(tmp_path: Path) -> None:
    assert list(make_renditions(tmp_path / "tiada", "x.jpg", [])) == []
