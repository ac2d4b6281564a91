"""The style sheet ahead of its pages: a new one changes every page, but is itself joined in a moment."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lontar.load.sources import scan_theme
from lontar.pages.assets import STYLES, AssetMissing, publish

_FOLDER = "templates/assets/css/"


def is_styles_only(changed: Iterable[str]) -> bool:
    return all(path.startswith(_FOLDER) for path in changed)


def joined_sheet(templates: Path, base: str) -> tuple[str, bytes] | None:
    """URL path and content of the sheet as the build will publish it; None when it cannot, and will tell."""
    try:
        names = [name for name in scan_theme(templates) if name.startswith("assets/")]
        assets = {name.removeprefix("assets/"): (templates / name).read_bytes() for name in names}
        urls, files = publish(assets, base)
        return base + urls[STYLES], files[urls[STYLES]]
    except (AssetMissing, KeyError, OSError, UnicodeDecodeError):
        return None
