"""The kind `dir`: release folders, and one symbolic link, `current`, that is replaced at once.

    releases/20261124T091500Z-1a2b3c4d/     every file of the site, and its manifest
    current -> releases/20261124T091500Z-1a2b3c4d

Unchanged files are hard links to those of the release before. Never to output/: that folder belongs to
whoever works on the site, and a file edited there in place would change what is published.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from lontar.errors import Place, problem
from lontar.output import MANIFEST, OutputDir, sha256_of
from lontar.publish.release import (
    NotPublished,
    Outcome,
    carried,
    compare,
    earlier,
    is_name,
    name_of,
    outdated,
    sources_of,
)

CURRENT, RELEASES = "current", "releases"
ROUGH = ".incoming-"
"""Begins the name of what is not finished, or is being removed: the next publication clears it away."""


def preview(base: Path, output: OutputDir, files: Mapping[str, str]) -> Outcome:
    return compare(output, files, _manifest(base, _current(base)), "")


def publish(base: Path, output: OutputDir, files: Mapping[str, str], now: dt.datetime) -> Outcome:
    with _locked(base):
        current = _current(base)
        before = _manifest(base, current)
        if current and before == files:
            return Outcome("")
        name = name_of(files, now, _releases(base))
        rough = base / RELEASES / f"{ROUGH}{name}"
        _make_folder(rough)
        _fill(rough, base, current, before, output, files)
        sources = sources_of(_releases(base), current)
        for source, paths in zip(
            sources, carried(files, (_manifest(base, one) for one in sources)), strict=True
        ):
            for path in paths:
                with contextlib.suppress(FileNotFoundError):
                    _link(base / RELEASES / source / path, rough / path)
        rough.rename(base / RELEASES / name)
        _switch(base, name)
        for old in outdated(_releases(base), current, name):
            gone = base / RELEASES / f"{ROUGH}{old}"
            (base / RELEASES / old).rename(gone)  # so that none is ever half there under its name
            shutil.rmtree(gone)
        return compare(output, files, before, name)


def roll_back(base: Path, target: str) -> str:
    """Make the release before the current one the current one; its name."""
    with _locked(base):
        name = earlier(_releases(base), _current(base))
        if name is None:
            raise NotPublished([problem(Place(str(base)), "publish-no-earlier", target=target)])
        _switch(base, name)
        return name


@contextlib.contextmanager
def _locked(base: Path) -> Iterator[None]:
    """One publication at a time. What is in the way and not ours stays there, and nothing is published."""
    for folder in (base, base / RELEASES):
        _make_folder(folder)
    if (link := base / CURRENT).exists() and not link.is_symlink():
        raise NotPublished([problem(Place(str(base)), "publish-not-ours", found=CURRENT)])
    lock = os.open(base, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for name in os.listdir(base / RELEASES):  # noqa: PTH208  (names are all that is needed)
            if name.startswith(ROUGH):
                shutil.rmtree(base / RELEASES / name)
        yield
    finally:
        os.close(lock)


def _releases(base: Path) -> list[str]:
    try:
        return [name for name in os.listdir(base / RELEASES) if is_name(name)]  # noqa: PTH208
    except FileNotFoundError:
        return []


def _current(base: Path) -> str:
    """Name of the current release, "" where there is none."""
    try:
        name = (base / CURRENT).readlink().name
    except OSError:
        return ""
    return name if is_name(name) and (base / RELEASES / name).is_dir() else ""


def _manifest(base: Path, release: str) -> dict[str, str]:
    return OutputDir(base / RELEASES / release).manifest() if release else {}


def _fill(
    rough: Path,
    base: Path,
    current: str,
    before: Mapping[str, str],
    output: OutputDir,
    files: Mapping[str, str],
) -> None:
    old = OutputDir(base / RELEASES / current)
    for path, sha256 in files.items():
        target = rough / path
        if before.get(path) == sha256 and old.sha256(path) == sha256:
            _link(old.root / path, target)
        else:
            data = output.target(path).read_bytes()
            if sha256_of(data) != sha256:  # changed since it was looked at
                raise NotPublished([problem(Place(str(output.root)), "publish-altered", found=path)])
            _write(target, data)
    _write(rough / MANIFEST, (output.root / MANIFEST).read_bytes())


def _write(target: Path, data: bytes) -> None:
    """A plain file that everybody may read, on the disk before it is shown."""
    _make_folder(target.parent)
    with target.open("xb") as file:
        file.write(data)
        os.fchmod(file.fileno(), 0o644)
        file.flush()
        os.fsync(file.fileno())


def _link(source: Path, target: Path) -> None:
    _make_folder(target.parent)
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without hard links, or with too many of this file
        shutil.copyfile(source, target)
        target.chmod(0o644)


def _make_folder(folder: Path) -> None:
    """A folder that everybody may enter, whatever the umask."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)


def _switch(base: Path, name: str) -> None:
    """`current` is the old or the new link at every moment."""
    rough = base / f"{ROUGH}{CURRENT}"
    rough.unlink(missing_ok=True)
    rough.symlink_to(f"{RELEASES}/{name}")
    rough.replace(base / CURRENT)
