"""A disk that forgets: what was written but not synced may be lost, torn or reordered when the power goes.

A VFS for apsw. Everything passes through to real files, so SQLite goes on working; beside that it keeps,
per file, what a sync has made durable and the writes since. `Disk.image()` is the disk after a cut.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512
Write = tuple[str, int, bytes]
"""("write", offset, data) or ("truncate", size, b"")."""


@dataclass
class FileState:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[Write] = field(default_factory=list)


CODES = {
    "write": apsw.SQLITE_IOERR_WRITE,
    "sync": apsw.SQLITE_IOERR_FSYNC,
    "truncate": apsw.SQLITE_IOERR_TRUNCATE,
}


def failure(kind: str) -> Exception:
    """What the operating system's refusal of such an operation becomes in SQLite."""
    return apsw.exception_for(CODES[kind])


def _apply(content: bytearray, write: Write) -> None:
    kind, at, data = write
    if kind == "truncate":
        del content[at:]
        return
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(data)] = data


class Disk:
    """`before` is told each operation ("write", "sync", "truncate") and may raise to make it fail."""

    def __init__(self, name: str, before: Callable[[str, str], None]) -> None:
        self.name = name
        self.files: dict[str, FileState] = {}
        self.before = before
        self.operations = 0
        self._vfs = _FaultyVFS(self)

    def operate(self, kind: str, path: str) -> None:
        self.operations += 1
        self.before(kind, path)

    def image(self, chance: random.Random) -> dict[str, bytes]:
        """The files after a power cut: of the unsynced writes some sectors arrived and some did not."""
        image = {}
        for path, state in self.files.items():
            content = bytearray(state.durable)
            share = chance.choice((0.0, 0.3, 0.7, 1.0))
            for kind, at, data in state.pending:
                if kind == "truncate":
                    if chance.random() < share:
                        _apply(content, (kind, at, data))
                    continue
                for start in range(0, len(data), SECTOR):
                    if chance.random() < share:
                        _apply(content, ("write", at + start, data[start : start + SECTOR]))
            image[path] = bytes(content)
        return image

    def unregister(self) -> None:
        self._vfs.unregister()


class _FaultyVFS(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        super().__init__(disk.name, "")

    def xOpen(self, name: Any, flags: list[int]) -> _FaultyFile:  # noqa: N802 - SQLite's names
        return _FaultyFile(self._disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        super().xDelete(filename, syncdir)
        self._disk.files.pop(filename, None)


class _FaultyFile(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._disk = disk
        self._path = str(name.filename() if isinstance(name, apsw.URIFilename) else name)
        if self._path not in disk.files:
            content = Path(self._path).read_bytes() if Path(self._path).exists() else b""
            disk.files[self._path] = FileState(bytearray(content))

    @property
    def _state(self) -> FileState:
        return self._disk.files.setdefault(self._path, FileState())

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.operate("write", self._path)
        super().xWrite(data, offset)
        self._state.pending.append(("write", offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._disk.operate("truncate", self._path)
        super().xTruncate(newsize)
        self._state.pending.append(("truncate", newsize, b""))

    def xSync(self, _flags: int) -> None:  # noqa: N802
        self._disk.operate("sync", self._path)
        state = self._state
        for write in state.pending:
            _apply(state.durable, write)
        state.pending.clear()
