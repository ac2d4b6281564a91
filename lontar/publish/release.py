"""What is published: the files that the output's manifest names, what changed since, and what stays a while.

A reader who got a page before the switch asks for its styles and photos after it. So files whose names
carry a digest of their content live on in the new release as long as the release they came from is kept.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lontar.digest import digest
from lontar.errors import ContentErrors, Place, problem
from lontar.model.urls import is_immutable
from lontar.output import OutputDir

KEPT = 3
"""Releases that a target keeps, the current one among them."""
_NAME = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}\Z")
_TIME = "%Y%m%dT%H%M%SZ"


class NotPublished(ContentErrors):
    """The target is as it was. `problems` tells why."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`release` is its name, "" when nothing changed; `sent` and `removed` are paths in the order in which
    they travel: what pages show first, then pages."""

    release: str
    sent: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    size: int = 0


def name_of(files: Mapping[str, str], now: dt.datetime, releases: Iterable[str]) -> str:
    """ "20261124T091500Z-1a2b3c4d": the digits tell the content, and the name sorts after all other releases'
    even within a second, or when a clock was set back."""
    moment = now.astimezone(dt.UTC)
    if newest := max(releases, default=""):
        after = dt.datetime.strptime(newest.partition("-")[0], _TIME).replace(tzinfo=dt.UTC)
        moment = max(moment, after + dt.timedelta(seconds=1))
    return f"{moment.strftime(_TIME)}-{digest(dict(files))[:8]}"


def is_name(name: str) -> bool:
    return _NAME.match(name) is not None


def read_output(output: OutputDir) -> dict[str, str]:
    """SHA-256 by path of what shall be published. NotPublished when a file is not as it was made."""
    files = output.manifest()
    for path, sha256 in files.items():
        if output.sha256(path) != sha256:
            raise NotPublished([problem(Place(str(output.root)), "publish-altered", found=path)])
    return files


def compare(output: OutputDir, files: Mapping[str, str], before: Mapping[str, str], release: str) -> Outcome:
    """What must travel so that a target that holds `before` holds `files`."""
    sent = sorted((path for path in files if before.get(path) != files[path]), key=_rank)
    removed = sorted((path for path in before if path not in files), key=_rank)
    stamps = [output.stamp(path) for path in sent]
    return Outcome(release, tuple(sent), tuple(removed), sum(stamp[0] for stamp in stamps if stamp))


def _rank(path: str) -> tuple[bool, str]:
    return not is_immutable(path), path


def sources_of(releases: Iterable[str], current: str) -> list[str]:
    """The releases that will be kept beside the new one, newest first: what it shares files with."""
    return sorted((name for name in releases if name <= current), reverse=True)[: KEPT - 1]


def carried(files: Mapping[str, str], kept: Iterable[Mapping[str, str]]) -> list[list[str]]:
    """For each kept release, newest first: the paths that the new release takes over from it."""
    known = set(files)
    found: list[list[str]] = []
    for manifest in kept:
        more = sorted(path for path in manifest if is_immutable(path) and path not in known)
        known.update(more)
        found.append(more)
    return found


def outdated(releases: Iterable[str], before: str, current: str) -> list[str]:
    """The releases that are not to be kept once `current` has taken the place of `before`: the oldest, and
    those between the two, which were rolled back or never shown."""
    older = sorted((name for name in releases if not before or name <= before), reverse=True)
    return sorted({*releases} - {*older[: KEPT - 1], current})


def earlier(releases: Iterable[str], current: str) -> str | None:
    """The release that a rollback goes to."""
    return max((name for name in releases if name < current), default=None)
