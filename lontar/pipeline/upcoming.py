"""When the site changes by itself: the computation that tells a build how long it stays good."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

from lontar.errors import ContentErrors
from lontar.load.config import read_config
from lontar.load.site import load_site
from lontar.load.sources import scan
from lontar.pipeline import engine
from lontar.pipeline.build import moment
from lontar.pipeline.memory import open_caches
from lontar.pipeline.report import Progress


def upcoming(
    root: Path, cache: Path, today: dt.date | None, drafts: bool, progress: Progress
) -> dt.datetime | None:
    """The next moment at which the site changes without any file changing, in the site's zone; None when it
    never does. ContentErrors when a file cannot be read, for the change may be in it."""
    config = read_config(root)
    caches = open_caches(cache, engine.fingerprint())
    try:
        now = moment(config.site.timezone, today)
        loaded = load_site(root, config, scan(root), caches.store, caches.bodies, now, drafts, None, progress)
    finally:
        caches.close()
    if loaded.problems:
        raise ContentErrors(loaded.problems)
    return loaded.until.astimezone(ZoneInfo(config.site.timezone)) if loaded.until else None
