"""The output folder: only ever changed under a lock, file by file, by renaming finished files.

What Lontar made is listed in `.lontar-manifest` (one "sha256  path" a line, as sha256sum writes and
checks); only those files are ever replaced or removed, and nothing outside the folder is touched.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

MANIFEST = ".lontar-manifest"
STAGING = ".lontar-staging"
_LAID_OUT = "site/"
"""A folder in the staging folder, in which files lie as they shall in the output."""
_MOMENT = 0.1
"""Seconds between two words on progress."""
Move = tuple[str, str]
"""Where a file shall be, and its name in the staging folder."""
Stamp = tuple[int, int]
"""Size in bytes and modification time in nanoseconds of a file of the output."""


class OutputDir:
    """A folder that this process alone changes between enter and exit."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lock: int | None = None
        self._made: set[str] = set()

    @contextlib.contextmanager
    def locked(self, waiting: Callable[[], None]) -> Iterator[OutputDir]:
        """Waits for another build of the same folder to end; `waiting` is called when it must."""
        self.root.mkdir(parents=True, exist_ok=True)
        self._lock = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waiting()
                fcntl.flock(self._lock, fcntl.LOCK_EX)
            yield self
        finally:
            self._clear_staging()
            os.close(self._lock)
            self._lock = None

    @property
    def staging(self) -> Path:
        return self.root / STAGING

    def manifest(self) -> dict[str, str]:
        """SHA-256 by path of all files that Lontar made here; empty when that is not known."""
        try:
            return parse_manifest((self.root / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            return {}

    def write_manifest(self, files: Mapping[str, str]) -> None:
        text = "".join(f"{digest}  {path}\n" for path, digest in sorted(files.items()))
        target = self.root / MANIFEST
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            self.staging.mkdir(exist_ok=True)
            rough = self.staging / "manifest"
            rough.write_text(text, encoding="utf-8")
            rough.replace(target)

    def open_staging(self) -> Path:
        """An empty folder on the same file system, for files that are not published yet."""
        self._clear_staging()
        self.staging.mkdir(parents=True)
        return self.staging

    def _clear_staging(self) -> None:
        if self.staging.exists():
            import shutil

            shutil.rmtree(self.staging, ignore_errors=True)

    def is_empty(self) -> bool:
        """Whether nothing stands here yet, but perhaps what a broken build left in the staging folder."""
        return not self.root.exists() or all(entry.name == STAGING for entry in self.root.iterdir())

    def publish_all(self, moves: Sequence[Move], progress: Callable[[int, int], None]) -> None:
        """Put what is staged in its place, in this order; then what is laid out there, whole folders at once
        where nothing stands in their way."""
        staging = str(self.staging)
        last = time.monotonic()
        for number, (path, name) in enumerate(moves, 1):
            self.publish(f"{staging}/{name}", path)
            if time.monotonic() - last > _MOMENT:
                last = time.monotonic()
                progress(number, len(moves))
        if os.path.isdir(f"{staging}/{_LAID_OUT}"):  # noqa: PTH112
            self._publish_folder(f"{staging}/{_LAID_OUT}", "")

    def _publish_folder(self, folder: str, inside: str) -> None:
        """Folders first: what leads to all others, the root's own files, appears in the end."""
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: (not entry.is_dir(), entry.name))
        for entry in ordered:
            path = f"{inside}{entry.name}"
            target = f"{self.root}/{path}"
            if not entry.is_dir():
                self.publish(entry.path, path)
            elif os.path.lexists(target):  # photos lie there
                self._publish_folder(entry.path, f"{path}/")
            else:
                os.rename(entry.path, target)  # noqa: PTH104

    def publish(self, staged: Path | str, path: str) -> None:
        """Rename a finished file to its place. What stands in the way (a folder where a file shall be,
        a file where a folder shall be) gives way if Lontar made it or if it is an empty folder."""
        if not is_inside(path):
            raise ValueError(f"not a path of the output: {path!r}")
        target = f"{self.root}/{path}"  # strings, as thousands of Path objects take their time
        folder = target.rpartition("/")[0]
        if folder not in self._made:
            self._make_folder(folder)
            self._made.add(folder)
        try:
            os.replace(staged, target)  # noqa: PTH105
        except IsADirectoryError:
            self._remove_empty(Path(target))
            os.replace(staged, target)  # noqa: PTH105

    def remove(self, paths: Iterable[str]) -> int:
        """Remove files that Lontar made, and the folders left empty; returns how many files there were."""
        removed = 0
        folders: set[Path] = set()
        for path in paths:
            target = self.target(path)
            with contextlib.suppress(
                FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError
            ):
                target.unlink()
                removed += 1
            folders.add(target.parent)
        for folder in sorted(folders, key=lambda one: len(one.parts), reverse=True):
            while folder != self.root:
                try:
                    folder.rmdir()
                except OSError:
                    break
                folder = folder.parent
        return removed

    def stamp(self, path: str) -> Stamp | None:
        """Size and time of a published file; None if it is not there as a plain file."""
        try:
            facts = os.lstat(f"{self.root}/{path}")
        except OSError:
            return None
        return _stamp(facts)

    def holds(self, stamps: Iterable[tuple[str, Stamp]]) -> bool:
        """Whether all these files have these stamps. Their paths begin at an open folder, which is faster for
        thousands."""
        try:
            folder = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY)
        except OSError:
            return False
        look = os.stat
        try:
            for path, stamp in stamps:
                if _stamp(look(path, dir_fd=folder, follow_symlinks=False)) != stamp:
                    return False
        except OSError:
            return False
        finally:
            os.close(folder)
        return True

    def sha256(self, path: str) -> str:
        """SHA-256 of a published file; "" if it cannot be read as a plain file."""
        try:
            return sha256_of(self.target(path).read_bytes()) if self.stamp(path) else ""
        except OSError:
            return ""

    def target(self, path: str) -> Path:
        if not is_inside(path):
            raise ValueError(f"not a path of the output: {path!r}")
        return self.root / path

    def _make_folder(self, name: str) -> None:
        try:
            os.makedirs(name, exist_ok=True)  # noqa: PTH103  (thousands of times)
        except (FileExistsError, NotADirectoryError):
            folder = Path(name)
            blocking = next(one for one in (folder, *folder.parents) if one.exists() and not one.is_dir())
            if blocking.relative_to(self.root).as_posix() not in self.manifest():
                raise
            blocking.unlink()
            folder.mkdir(parents=True, exist_ok=True)

    def _remove_empty(self, folder: Path) -> None:
        made = self.manifest()
        inside = folder.relative_to(self.root).as_posix() + "/"
        self.remove(path for path in made if path.startswith(inside))
        with contextlib.suppress(FileNotFoundError):
            folder.rmdir()


def staged_name(number: int, path: str, laid_out: bool) -> str:
    """The name in the staging folder of a page's file: its number, or `laid_out` its path in the output."""
    if not laid_out:
        return str(number)
    if not is_inside(path):
        raise ValueError(f"not a path of the output: {path!r}")
    return _LAID_OUT + path


def write_staged(target: str, data: bytes) -> Stamp:
    """Write a file of the staging folder; its stamp, which stays when the file is moved. Thousands of times,
    so by the system's own calls: a Python file takes half as long again."""
    try:
        file = os.open(target, _NEW, 0o666)
    except FileNotFoundError:
        _make_room(target.rpartition("/")[0])
        file = os.open(target, _NEW, 0o666)
    try:
        done = os.write(file, data)
        while done < len(data):
            done += os.write(file, data[done:])
        facts = os.fstat(file)
    finally:
        os.close(file)
    return facts.st_size, facts.st_mtime_ns


_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def _make_room(folder: str) -> None:
    """os.makedirs, which asks twice more, is called only where more than one folder is missing."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except OSError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def _stamp(facts: os.stat_result) -> Stamp | None:
    return (facts.st_size, facts.st_mtime_ns) if facts.st_mode & 0o170000 == 0o100000 else None


def parse_manifest(text: str) -> dict[str, str]:
    """SHA-256 by path; lines that are not of the form, or name a path outside, are left out."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        digest, mark, path = line.partition("  ")
        if mark and len(digest) == 64 and is_inside(path):
            found[path] = digest
    return found


def is_inside(path: str) -> bool:
    """Whether a relative path stays below its root and names a file there."""
    return (
        bool(path)
        and not path.startswith("/")
        and all(part not in ("", ".", "..") for part in path.split("/"))
    )


def sha256_of(data: bytes) -> str:
    return sha256(data).hexdigest()
