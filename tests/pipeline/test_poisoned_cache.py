"""A cache that came from elsewhere, as CI's does: it may save time, never change a byte or stop a build."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pipeline.conftest import CONFIG, Place, make_place, paint


def flip(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(3):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def cut(path: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def empty(path: Path, _chance: random.Random) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("harm", [flip, cut, empty])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_damaged_cache_changes_nothing(
    place: Place, harm: Callable[[Path, random.Random], None], seed: int
) -> None:
    place.build()
    before = place.tree()
    shutil.rmtree(place.output)
    chance = random.Random(seed)
    files = sorted(path for path in place.request.cache.rglob("*") if path.is_file() and path.stat().st_size)
    assert len(files) > 5
    for path in files:
        harm(path, chance)
    place.build()
    assert place.tree() == before


def test_the_cache_of_another_site_changes_nothing(place: Place, tmp_path: Path) -> None:
    """The same names, other content: every text, photo and setting differs."""
    other = make_place(tmp_path / "lain")
    other.write("site_config.yaml", CONFIG.replace("Situs Uji", "Situs Orang"))
    for number in range(1, 8):
        other.article(number, title=f"Palsu {number}", body="Palsu.")
    paint(other.root / "content/media/kain.png", [200, 0, 0])
    other.build()
    shutil.copytree(other.request.cache, place.request.cache)
    place.build()
    assert place.tree() == place.clean_tree()


def test_old_photos_of_the_cache_are_used(place: Place) -> None:
    """So that it does save time."""
    first = place.build()
    shutil.rmtree(place.output)
    assert (first.renditions > 0, place.build().renditions) == (True, 0)
