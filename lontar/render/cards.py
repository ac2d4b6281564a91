"""compose(folder, design, title, …) -> bytes: the picture by which a page without a photo is shared.

A JPEG of 1200×630 (ogp.me; WhatsApp takes no more than 250 kB) on the theme's ground, `share/background.png`,
in the theme's own fonts, `share/title.ttf` and `share/line.ttf`: the same bytes on every machine. To the
right of LEFT, TEXT_WIDTH pixels of the ground have to be plain.
"""

from __future__ import annotations

import atexit
import os
import textwrap
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

from lontar.digest import digest_bytes

LEFT, TEXT_WIDTH, TITLE_BOTTOM, TITLE_HEIGHT, LINE_TOP = 88, 610, 500, 400, 532
TITLE_FONT, LINE_FONT, LINE_SIZE = "Lontar Share Serif", "Lontar Share Sans", 28
TITLE_SIZES = (68, 58, 50, 43)
LONGEST = 140
"""Characters of a title; the rest gives way to an ellipsis."""
TITLE, LINE = "title.ttf", "line.ttf"
_SETTINGS = "FONTCONFIG_FILE"
INK, SOGA = [30, 27, 24], [123, 74, 33]


_one_at_a_time = Lock()


def prepare(folder: Path, design: str) -> None:
    """Make the fonts known while no other thread runs: the environment is changed for it, and a thread that
    reads the environment meanwhile may crash (setenv(3) is not safe among threads)."""
    with _one_at_a_time:
        _set_up(folder, design)


def compose(folder: Path, design: str, title: str, line: str, quality: int) -> bytes:
    """`design` is the digest of what is in `folder`. OSError or pyvips.Error when that cannot be read."""
    with _one_at_a_time:  # Pango and fontconfig are for one thread
        return _compose(folder, design, title, line, quality)


def _compose(folder: Path, design: str, title: str, line: str, quality: int) -> bytes:
    title_font, line_font = _set_up(folder, design)
    ground = _ground(folder, design)
    text = _title(title_font, textwrap.shorten(title, LONGEST, placeholder=" …"))
    ground = _write(ground, text, INK, TITLE_BOTTOM - text.height)
    name = textwrap.shorten(line, LONGEST // 3, placeholder=" …")
    ground = _write(ground, _text(line_font, LINE_FONT, LINE_SIZE, name), SOGA, LINE_TOP)
    return bytes(ground.jpegsave_buffer(keep="none", Q=quality, optimize_coding=True))


@lru_cache(maxsize=2)
def _ground(folder: Path, _design: str) -> Any:
    from lontar.imaging import pyvips

    data = (folder / "background.png").read_bytes()
    return pyvips.Image.new_from_buffer(data, "").colourspace("srgb")[:3].copy_memory()


def _title(font: Path, title: str) -> Any:
    """As large as it has room for."""
    for size in TITLE_SIZES:
        text = _text(font, TITLE_FONT, size, title)
        if text.height <= TITLE_HEIGHT and text.width <= TEXT_WIDTH:
            break
    return text.crop(0, 0, min(text.width, TEXT_WIDTH), min(text.height, TITLE_HEIGHT))


def _text(font: Path, family: str, size: int, text: str) -> Any:
    """A mask of the text, a single empty pixel where it has nothing to see. What Pango takes for markup is
    escaped."""
    from lontar.imaging import pyvips

    how = {"font": f"{family} {size}", "fontfile": str(font), "width": TEXT_WIDTH, "dpi": 72}
    try:
        return pyvips.Image.text(escape(text, quote=False), wrap="word-char", **how)
    except pyvips.Error as error:
        if "no text to render" not in str(error):
            raise
        return pyvips.Image.black(1, 1)


@lru_cache(maxsize=2)
def _set_up(folder: Path, _design: str) -> tuple[Path, Path]:
    """The fonts for title and line, known to fontconfig.

    It reads its settings once, at the first text of the process, from the file that a variable of the
    environment names. That is put back at once: a browser started later shall have the system's fonts. Both
    fonts are known before anything is written, so that a letter that none has always looks the same."""
    from lontar.imaging import pyvips

    title, line = (_held((folder / name).read_bytes()) for name in (TITLE, LINE))
    before = os.environ.get(_SETTINGS)
    os.environ[_SETTINGS] = str(Path(__file__).with_name("fonts.conf"))
    try:
        for font in (title, line):
            pyvips.Image.text("x", fontfile=str(font))
    finally:
        del os.environ[_SETTINGS]
        if before is not None:
            os.environ[_SETTINGS] = before
    return title, line


def _held(font: bytes) -> Path:
    """A copy that stays while the process does: Pango opens a font again whenever it wants to."""
    path = Path(_copies().name) / f"{digest_bytes(font)}.ttf"
    if not path.exists():
        path.write_bytes(font)
    return path


@cache
def _copies() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory(prefix="lontar-fonts-")
    atexit.register(folder.cleanup)
    return folder


def _write(ground: Any, mask: Any, colour: list[int], top: int) -> Any:
    under = ground.crop(LEFT, top, mask.width, mask.height)
    return ground.insert(mask.ifthenelse(colour, under, blend=True).cast("uchar"), LEFT, top)
