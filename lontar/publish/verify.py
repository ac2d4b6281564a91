"""Whether the output folder holds exactly what was built: against its manifest, and against a clean build."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from lontar.model.urls import SEARCH_INDEX
from lontar.output import MANIFEST, STAGING, OutputDir

_OWN = {MANIFEST, ".gitkeep"}
Kind = Literal["differs", "missing", "foreign", "outdated", "superfluous", "unbuilt"]


class Difference(NamedTuple):
    """`differs`, `missing`, `foreign` (made by somebody else): from the manifest. `outdated` (other bytes),
    `superfluous`, `unbuilt`: from what a clean build makes."""

    path: str
    kind: Kind


def against_manifest(output: OutputDir) -> list[Difference]:
    """Reads every file. A link or a folder in a file's place counts as missing."""
    listed = output.manifest()
    found = [
        Difference(path, "missing" if output.stamp(path) is None else "differs")
        for path, sha256 in listed.items()
        if output.sha256(path) != sha256
    ]
    found += [Difference(path, "foreign") for path in _files(output.root) if path not in listed]
    return sorted(found)


def against_clean(listed: Mapping[str, str], clean: Mapping[str, str]) -> list[Difference]:
    """What two manifests say of each other. The search index is no part of a build."""
    listed = {path: sha256 for path, sha256 in listed.items() if not path.startswith(SEARCH_INDEX)}
    found = [Difference(path, "outdated") for path in listed if path in clean and listed[path] != clean[path]]
    found += [Difference(path, "superfluous") for path in listed if path not in clean]
    found += [Difference(path, "unbuilt") for path in clean if path not in listed]
    return sorted(found)


def _files(root: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        place = Path(folder)
        if place == root:
            folders[:] = [name for name in folders if name != STAGING]
        linked = [name for name in folders if (place / name).is_symlink()]
        for name in [*names, *linked]:
            path = (place / name).relative_to(root).as_posix()
            if path not in _OWN:
                yield path
