"""Builds that are killed at random moments, and what must hold after each: short in the tests, long in
`make soak-publish`."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

from lontar.output import MANIFEST, STAGING, OutputDir
from tests.pipeline.conftest import CONFIG, TODAY, Place

ROOT = Path(__file__).resolve().parents[2]
DEADLINE = 30.0


def first_edition(place: Place) -> None:
    """Many pages, so that publishing takes a while."""
    place.write("site_config.yaml", CONFIG)
    for number in range(1, 29):
        place.article(number)
    place.product("lama")
    (place.root / "content/produk/baru.yaml").unlink(missing_ok=True)


def second_edition(place: Place) -> None:
    """Every page differs, some are gone and some are new."""
    place.write("site_config.yaml", CONFIG.replace("Situs Uji", "Situs Lain"))
    for number in range(1, 29):
        place.article(number, title=f"Kabar baru {number}")
    for number in range(3, 6):
        (place.root / f"content/berita/kabar-{number}.md").unlink()
    (place.root / "content/produk/lama.yaml").unlink()
    place.product("baru")


def command(place: Place, *more: str) -> list[str]:
    request = place.request
    return [
        *(sys.executable, str(ROOT / "build.py"), "--root", str(place.root), "--output", str(request.output)),
        *("--cache", str(request.cache), "--templates", str(request.templates)),
        *("--today", str(TODAY), "--jobs", "2", *more),
    ]


def kill_a_build(place: Place, chance: random.Random, usual: float) -> bool:
    """Start a build and kill it: half of the time at any moment of the `usual` seconds it takes, else in the
    middle of publishing. False when it was done before."""
    with subprocess.Popen(command(place), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        end = time.monotonic() + chance.uniform(0, usual)
        if chance.random() < 0.5:
            while process.poll() is None and not (place.output / STAGING).exists():
                pass
            end = time.monotonic() + chance.uniform(0, usual / 4)
        while process.poll() is None and time.monotonic() < end:
            pass
        process.send_signal(signal.SIGKILL)
        return process.wait(DEADLINE) == -signal.SIGKILL


def digests(root: Path) -> dict[str, str]:
    """SHA-256 by path of every published file."""
    return {
        path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file() and STAGING not in path.parts and path.name != MANIFEST
    }


def assert_old_or_new(place: Place, old: dict[str, str], new: dict[str, str]) -> None:
    """Every file is the old or the new one, whole; the manifest knows it as ours; no file that both have
    is missing."""
    found = digests(place.output)
    torn = {path for path, digest in found.items() if digest not in (old.get(path), new.get(path))}
    assert not torn
    assert not (set(old) & set(new)) - set(found)
    assert set(found) <= set(OutputDir(place.output).manifest())
