"""Events of the file system (watchdog), noted as changes; not of what editors leave while they save."""

from __future__ import annotations

import contextlib
import logging
import os
import warnings
from collections.abc import Sequence
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from lontar.load.sources import is_temporary
from lontar.pipeline.build import INPUTS
from lontar.serve.changes import Changes

_SEEN: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""Not that a file was opened or read: the build does that all the time."""


class _Folder(FileSystemEventHandler):
    """Notes what happens below `folder` under the name `shown`; `only` limits it to some names."""

    def __init__(self, changes: Changes, folder: str, shown: str, only: Sequence[str] = ()) -> None:
        self._changes = changes
        self._folder = folder
        self._shown = shown
        self._only = only

    def on_any_event(self, event: FileSystemEvent) -> None:
        writing = event.event_type == "modified"
        for path in (event.src_path, event.dest_path):
            if path and (inside := self._inside(os.fsdecode(path))):
                self._changes.note(self._shown + inside, writing=writing)

    def _inside(self, path: str) -> str:
        """The path below the folder; "" when it is of no interest."""
        if not path.startswith(self._folder + os.sep):
            return ""
        inside = path[len(self._folder) + 1 :].replace(os.sep, "/")
        if self._only:
            return inside if inside in self._only else ""
        return "" if any(is_temporary(name) for name in inside.split("/")) else inside


class Watcher:
    """Watches content/, the templates and the two files beside them, wherever these folders are now."""

    def __init__(self, root: Path, templates: Path, changes: Changes) -> None:
        logging.getLogger("watchdog").addHandler(logging.NullHandler())
        self._folders = (
            (root, "", (*INPUTS, "content", templates.name), False),
            (root / "content", "content/", (), True),
            (templates, "templates/", (), True),
        )
        self._changes = changes
        self._places: list[tuple[str, int] | None] = []
        self._observer = Observer()
        self.works = True

    def start(self) -> None:
        # Told, and rightly harmless, when a new folder is found by its event and by a look into its parent.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        try:
            self._observer.start()
        except OSError:
            self.works = False
        self.refresh()

    def refresh(self) -> None:
        """Watch anew when one of the folders is another one than before: moved, replaced, or back again."""
        places = [_place(folder) for folder, *_ in self._folders]
        if places == self._places or not self.works:
            return
        self._places = places
        self._observer.unschedule_all()
        for place, (_, shown, only, recursive) in zip(places, self._folders, strict=True):
            if place is None:
                continue
            handler = _Folder(self._changes, place[0], shown, only)
            try:
                self._observer.schedule(handler, place[0], recursive=recursive, event_filter=_SEEN)
            except FileNotFoundError:
                self._places = []
            except OSError:  # no more watches, or a file system without any
                self.works = False

    def stop(self) -> None:
        with contextlib.suppress(RuntimeError):
            self._observer.stop()


def _place(folder: Path) -> tuple[str, int] | None:
    """Where a folder really is, and which one is there."""
    try:
        real = os.path.realpath(folder, strict=True)
        return real, os.stat(real).st_ino  # noqa: PTH116
    except OSError:
        return None
