"""Distinct photos of a benchmark: a few pictures become many files, each of its own content, with the
megapixels of what phones take and messengers leave of it, upright and without metadata."""

from __future__ import annotations

from pathlib import Path

PIXELS = (4_300_000, 8_000_000, 12_000_000)
SUFFIXES = {".jpg", ".jpeg", ".png", ".webp"}


def find_pictures(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)


def photo_name(number: int) -> str:
    return f"foto-{number:04d}.jpg"


def make_photos(pictures: list[Path], count: int, folder: Path) -> list[Path]:
    """Write `count` JPEG files made from `pictures`; files that are there already are kept."""
    import pyvips

    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / photo_name(number)
        paths.append(path)
        if path.exists():
            continue
        round_, index = divmod(number, len(pictures))
        image = pyvips.Image.new_from_file(str(pictures[index])).autorot().colourspace("srgb")
        if image.hasalpha():
            image = image.flatten()
        # Another cut and another brightness on every round: other bytes at the same difficulty.
        margin = 4 * (round_ % 16)
        image = image.crop(margin, margin, image.width - 2 * margin, image.height - 2 * margin)
        image = image.resize((PIXELS[number % len(PIXELS)] / (image.width * image.height)) ** 0.5)
        image = (image * (1 - 0.01 * (round_ % 20)) + number % 5).cast("uchar")
        if round_ % 2:
            image = image.fliphor()
        partial = path.with_suffix(".part")
        image.jpegsave(str(partial), Q=88, keep="none")
        partial.replace(path)
    return paths
