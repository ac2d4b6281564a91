"""What pages were made from, written down for the next build while they are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lontar.cache.kept import KeptPages, Packed
from lontar.pipeline.kept import pack, pack_frames
from lontar.pipeline.stale import Stale

if TYPE_CHECKING:
    from lontar.load.site import Loaded
    from lontar.pages.plan import Plan

_MANY = 500
"""Pages written down at once: a file is locked and told to the disk for each time."""


class Keeping:
    """Between two builds: `before` is the last one's generation. What another one left is forgotten."""

    def __init__(self, kept: KeptPages, before: str) -> None:
        self._kept = kept
        self._pages: dict[str, Packed] = {}
        self._gone: set[str] = set()
        self._anew = not before or kept.generation() != before
        if self._anew:
            kept.add({}, anew=True)

    def take(self, packed: Mapping[str, Packed | None]) -> None:
        """Pages that were made, by their paths."""
        for path, one in packed.items():
            if one is not None:
                self._pages[path] = one
            elif not self._anew:
                self._gone.add(path)
        if len(self._pages) + len(self._gone) >= _MANY:
            self.write()

    def write(self) -> None:
        """To be called before the output changes: from now on, until `finish`, what is kept is of no use."""
        self._kept.add(self._pages, self._gone)
        self._pages, self._gone = {}, set()

    def pause(self) -> None:
        """Processes are about to be forked, which must not inherit an open file."""
        self._kept.close()

    def finish(self, generation: str, loaded: Loaded, planned: Plan, stale: Stale) -> None:
        """The pages that were not made anew are there from the last build; unless its are of no use."""
        if self._anew:
            made = {page.path for page in stale.pages}
            self.take({page.path: pack(page) for page in planned.pages if page.path not in made})
        self._gone |= stale.before.keys() - stale.paths
        self.write()
        outlines = loaded.outlines if self._anew else {path: loaded.outlines[path] for path in loaded.read}
        self._kept.finish(generation, outlines, pack_frames(planned.pages))
