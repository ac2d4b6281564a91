"""Photos of extreme sizes are made with bounded memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from lontar.imaging import pyvips
from tests.pipeline.conftest import TODAY, Place

ROOT = Path(__file__).parents[2]
MOST = 400
"""MiB of all that one build may take at its peak; a 40-megapixel picture alone has 114."""
BUILD = """
import re, resource, sys
from pathlib import Path
from lontar.cli.main import run
code = run(sys.argv[1:], Path())
own = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text()).group(1))
print("\\0", code, max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024)
"""
"""Of itself a process asks /proc: its ru_maxrss begins with what the one had that started it."""


def build(place: Place) -> tuple[dict[str, Any], int]:
    """The report of a build, and the mebibytes that its largest process took."""
    request = place.request
    folders = {"root": place.root, "output": request.output, "cache": request.cache}
    options = [f"--{name}={folder}" for name, folder in folders.items()]
    call = [
        sys.executable,
        "-c",
        BUILD,
        *options,
        f"--templates={request.templates}",
        f"--today={TODAY}",
        "--json",
        "--jobs=2",
    ]
    told = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    report, _, rest = told.partition("\0")
    code, peak = map(int, rest.split())
    assert code == 0, report
    return json.loads(report), peak


def test_a_giant_takes_bounded_memory(place: Place) -> None:
    """Two photos, as one alone would not need workers that both decode."""
    for name, width, height in (("besar", 7300, 5480), ("panjang", 16_000, 1700)):
        waves = pyvips.Image.sines(width, height, hfreq=0.1, vfreq=0.07).linear(100, 128)
        colours = waves.bandjoin([waves, 255 - waves]).cast("uchar").copy(interpretation="srgb")
        colours.write_to_file(f"{place.root}/content/media/{name}.jpg")
    place.article(1, cover="{file: /media/besar.jpg, alt: Kain lebar}")
    place.article(2, cover="{file: /media/panjang.jpg, alt: Kain panjang}")
    report, peak = build(place)
    assert report["renditions"] > 6
    assert peak < MOST
    made = list((place.output / "media").rglob("*.jpg"))
    assert made
    assert max(pyvips.Image.new_from_file(str(photo)).width for photo in made) >= 64
