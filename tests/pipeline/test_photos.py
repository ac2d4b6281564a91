"""Renditions: made once, checked when used, kept when a build is killed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lontar.digest import digest_bytes
from lontar.errors import ContentErrors, Problem
from lontar.imaging import pyvips
from lontar.load.media import inspect
from lontar.model.config import Images
from lontar.output import sha256_of
from lontar.pages.photos import renditions
from lontar.pages.planned import Rendition
from lontar.pages.share_cards import composed
from lontar.pipeline.photos import RenditionCache, make_missing, name_of
from tests.building import TEMPLATES
from tests.pipeline.conftest import paint


def rendition(width: int = 32, source: str = "kain.png") -> Rendition:
    return Rendition(f"/media/kain-{width}-abc.jpg", source, width, width * 3 // 4, "jpeg", 80, "inside", 0)


def quiet(*_: object) -> None:
    """Nobody listens to the progress."""


def test_a_rendition_is_made_once(tmp_path: Path) -> None:
    paint(tmp_path / "kain.png", [9, 9, 9])
    wanted = [rendition(32), rendition(64)]
    folder = tmp_path / "simpanan"
    assert make_missing(tmp_path, wanted, RenditionCache(folder), None, quiet) == 2
    assert make_missing(tmp_path, wanted, RenditionCache(folder), None, quiet) == 0


@pytest.mark.parametrize(("width", "height"), [(900, 600), (600, 900), (1500, 300), (200, 200)])
def test_a_form_has_the_same_bytes_whichever_others_are_missing(
    tmp_path: Path, width: int, height: int
) -> None:
    noise = pyvips.Image.gaussnoise(width, height, sigma=60, mean=128, seed=1).gaussblur(2).cast("uchar")
    noise.jpegsave(str(tmp_path / "kain.jpg"), Q=95)
    file = inspect(tmp_path, "kain.jpg")
    assert not isinstance(file, Problem)
    images = Images((100, 480, 640), ("webp", "jpeg"), False)
    wanted = renditions([file], [file], [file], images)
    together = RenditionCache(tmp_path / "bersama")
    assert make_missing(tmp_path, wanted, together, None, quiet) == len(wanted)
    alone = RenditionCache(tmp_path / "sendiri")
    for one in wanted:
        assert make_missing(tmp_path, [one], alone, None, quiet) == 1
    assert alone.held == together.held


def test_a_damaged_rendition_is_not_used(tmp_path: Path) -> None:
    paint(tmp_path / "kain.png", [9, 9, 9])
    folder = tmp_path / "simpanan"
    make_missing(tmp_path, [rendition()], RenditionCache(folder), None, quiet)
    held = next(folder.iterdir())
    held.write_bytes(b"rusak")
    cache = RenditionCache(folder)
    assert cache.stage(name_of(rendition()), tmp_path / "siap") is None
    assert not held.exists()
    cache = RenditionCache(folder)
    make_missing(tmp_path, [rendition()], cache, None, quiet)
    digest = cache.stage(name_of(rendition()), tmp_path / "siap")
    assert digest == sha256_of((tmp_path / "siap").read_bytes())


def test_a_half_written_rendition_is_not_held(tmp_path: Path) -> None:
    (tmp_path / ".kain-32-abc.jpg.99").write_bytes(b"set")
    assert RenditionCache(tmp_path).held == {}


def test_a_damaged_photo_is_told(tmp_path: Path) -> None:
    (tmp_path / "kain.png").write_bytes(b"bukan foto")
    with pytest.raises(ContentErrors) as told:
        make_missing(tmp_path, [rendition()], RenditionCache(tmp_path / "simpanan"), None, quiet)
    assert [problem.code for problem in told.value.problems] == ["image-damaged"]


def test_a_photo_that_changed_since_the_plan_is_not_kept_under_its_old_name(tmp_path: Path) -> None:
    paint(tmp_path / "kain.png", [9, 9, 9])
    planned = rendition()._replace(content=digest_bytes((tmp_path / "kain.png").read_bytes()))
    folder = tmp_path / "simpanan"
    paint(tmp_path / "kain.png", [200, 9, 9])
    with pytest.raises(ContentErrors) as told:
        make_missing(tmp_path, [planned], RenditionCache(folder), None, quiet)
    assert [problem.code for problem in told.value.problems] == ["photo-changed"]
    assert RenditionCache(folder).held == {}
    paint(tmp_path / "kain.png", [9, 9, 9])
    assert make_missing(tmp_path, [planned], RenditionCache(folder), None, quiet) == 1


def test_unused_renditions_go_after_a_month(tmp_path: Path) -> None:
    digest = "0" * 64
    for name in ("lama.jpg", "baru.jpg", "terpakai.jpg"):
        (tmp_path / f"{name}.{digest}").write_bytes(b"x")
    for name in ("lama.jpg", "terpakai.jpg"):
        os.utime(tmp_path / f"{name}.{digest}", (1, 1))
    RenditionCache(tmp_path).forget_old(["terpakai.jpg"])
    assert sorted(path.name.split(".")[0] for path in tmp_path.iterdir()) == ["baru", "terpakai"]


def test_a_share_image_is_composed_once(tmp_path: Path) -> None:
    one = composed("Judul\nSitus", "abc")
    cache = RenditionCache(tmp_path / "simpanan")
    assert make_missing(tmp_path, [one], cache, None, quiet, TEMPLATES / "share") == 1
    again = RenditionCache(tmp_path / "simpanan")
    assert make_missing(tmp_path, [one], again, None, quiet, TEMPLATES / "share") == 0
    assert again.stage(name_of(one), tmp_path / "siap") is not None
    assert (tmp_path / "siap").read_bytes().startswith(b"\xff\xd8\xff")


def test_a_design_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    with pytest.raises(ContentErrors) as told:
        make_missing(
            tmp_path, [composed("A\nB", "x")], RenditionCache(tmp_path / "s"), None, quiet, tmp_path / "share"
        )
    assert [(one.code, one.place.path) for one in told.value.problems] == [
        ("image-damaged", "templates/share/")
    ]
