"""When the site changes by itself: the computation that tells a build how long it stays good."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

from lontar.cache.bodies import Bodies
from lontar.cache.store import Store
from lontar.errors import ContentErrors
from lontar.load.config import read_config
from lontar.load.site import load_site
from lontar.load.sources import scan
from lontar.pipeline import engine
from lontar.pipeline.build import moment
from lontar.pipeline.report import Progress


def upcoming(
    root: Path, cache: Path, today: dt.date | None, drafts: bool, progress: Progress
) -> dt.datetime | None:
    """The next moment at which the site changes without any file changing, in the site's zone; None when it
    never does. ContentErrors when a file cannot be read, for the change may be in it."""
    config = read_config(root)
    version = engine.fingerprint()
    bodies = Bodies(cache, version[:12])
    try:
        now = moment(config.site.timezone, today)
        store, sources = Store(cache, version), scan(root)
        loaded = load_site(root, config, sources, store, bodies, now, drafts, None, progress)
    finally:
        bodies.close()
    if loaded.problems:
        raise ContentErrors(loaded.problems)
    return loaded.until.astimezone(ZoneInfo(config.site.timezone)) if loaded.until else None
