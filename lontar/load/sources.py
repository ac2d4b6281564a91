"""Find the files of a site, with what tells whether they changed: one stat each, nothing read.

Nothing outside the site's root is ever opened through it: a symbolic link that leads out, dangles or
names a folder is a Problem, never skipped in silence.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from lontar.errors import Place, Problem, nearest, problem
from lontar.model.urls import FOLDERS, KINDS, SUFFIXES

Stamp = tuple[int, int, int]
"""Size in bytes, modification time in nanoseconds, inode."""

PHOTO_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff")
OTHER_PHOTO_SUFFIXES = (".heic", ".heif", ".gif", ".bmp", ".svg", ".eps", ".psd", ".raw", ".dng", ".jfif")
_TEXT_SUFFIXES = (".md", ".markdown", ".yaml", ".yml", ".html", ".htm")
_LEFT_BY_EDITORS = ("~", ".swp", ".swo", ".swx", ".tmp", ".bak", ".orig", ".part", ".crdownload")
_HIDDEN = (".", "#")
_DEEPEST = 12
_RACY = 2_000_000_000
"""Nanoseconds: a file that changed this shortly before it was read may change again within one stamp."""


class Sources(NamedTuple):
    """Paths relative to the root, with forward slashes. `records` are what editors write, `photos`
    what they may refer to, `others` the remaining files by name only."""

    records: dict[str, Stamp]
    photos: dict[str, Stamp]
    others: frozenset[str]
    problems: tuple[Problem, ...]


def is_temporary(name: str) -> bool:
    """Hidden files, and what text editors and downloads leave behind while they work."""
    return name.startswith(_HIDDEN) or name.endswith(_LEFT_BY_EDITORS) or name in ("Thumbs.db", "4913")


def scan(root: Path, folder: str = "content") -> Sources:
    """All files below root/folder; unknown folders and misplaced files are Problems."""
    found = _Scan(root)
    top = root / folder
    if not top.is_dir():
        return Sources({}, {}, frozenset(), (problem(Place(folder), "content-missing"),))
    found.walk(str(top), folder, None, 0)
    return Sources(found.records, found.photos, frozenset(found.others), tuple(found.problems))


def stamp_of(path: Path) -> Stamp:
    facts = path.stat()
    return (facts.st_size, facts.st_mtime_ns, facts.st_ino)


def honest(stamp: Stamp, now_ns: int) -> Stamp:
    """The stamp to remember: one that never matches when the file is so fresh that it cannot be trusted."""
    size, changed, inode = stamp
    return stamp if changed < now_ns - _RACY else (size, -1, inode)


def honest_all(stamps: dict[str, Stamp], now_ns: int) -> dict[str, Stamp]:
    """The same for the stamps of many files, of which hardly any are fresh."""
    fresh = [path for path, stamp in stamps.items() if stamp[1] >= now_ns - _RACY]
    return {**stamps, **{path: honest(stamps[path], now_ns) for path in fresh}} if fresh else stamps


def scan_theme(templates: Path) -> dict[str, Stamp]:
    """Stamps of every file of the theme by its path relative to the templates folder."""
    found: dict[str, Stamp] = {}
    stack = [("", str(templates))]
    while stack:
        inside, folder = stack.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if is_temporary(entry.name):
                    continue
                if entry.is_dir():
                    stack.append((f"{inside}{entry.name}/", entry.path))
                else:
                    facts = entry.stat()
                    found[inside + entry.name] = (facts.st_size, facts.st_mtime_ns, facts.st_ino)
    return dict(sorted(found.items()))


class _Scan:
    def __init__(self, root: Path) -> None:
        self.root = os.path.realpath(root)
        self.records: dict[str, Stamp] = {}
        self.photos: dict[str, Stamp] = {}
        self.others: set[str] = set()
        self.problems: list[Problem] = []

    def walk(self, folder: str, inside: str, kind: str | None, depth: int) -> None:
        if depth > _DEEPEST:
            self.problems.append(problem(Place(inside), "folders-too-deep", limit=_DEEPEST))
            return
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=_name)
        suffixes = SUFFIXES[kind] if kind is not None else ()
        for entry in ordered:
            name = entry.name
            path = f"{inside}/{name}"
            if suffixes and name.endswith(suffixes) and name[0] not in _HIDDEN:
                if entry.is_file(follow_symlinks=False):  # nearly all are such: one question instead of four
                    facts = entry.stat(follow_symlinks=False)
                    self.records[path] = (facts.st_size, facts.st_mtime_ns, facts.st_ino)
                    continue
            elif is_temporary(name):
                continue
            if entry.is_symlink() and not self._link_stays_inside(entry, path):
                continue
            if entry.is_dir(follow_symlinks=False):
                if depth == 0 and name != "media" and name not in KINDS:
                    self.problems.append(_unknown_folder(path, name))
                    continue
                self.walk(entry.path, path, KINDS.get(name) if depth == 0 else kind, depth + 1)
                continue
            facts = entry.stat()
            stamp = (facts.st_size, facts.st_mtime_ns, facts.st_ino)
            if not stat.S_ISREG(facts.st_mode):
                self.problems.append(problem(Place(path), "not-a-file"))
            elif suffixes and name.endswith(suffixes):
                self.records[path] = stamp
            else:
                self._add_other(path, stamp, kind)

    def _add_other(self, path: str, stamp: Stamp, kind: str | None) -> None:
        suffix = PurePosixPath(path).suffix.lower()
        if suffix in PHOTO_SUFFIXES:
            self.photos[path] = stamp
        elif kind is not None and suffix not in OTHER_PHOTO_SUFFIXES:
            self.problems.append(
                problem(
                    Place(path),
                    "wrong-suffix",
                    found=PurePosixPath(path).suffix or PurePosixPath(path).name,
                    folder=f"content/{FOLDERS[kind]}/",
                    allowed=" / ".join(SUFFIXES[kind]),
                )
            )
        elif kind is None and suffix in _TEXT_SUFFIXES:
            self.problems.append(problem(Place(path), "file-misplaced", found=PurePosixPath(path).name))
        else:
            self.others.add(path)

    def _link_stays_inside(self, entry: os.DirEntry[str], path: str) -> bool:
        try:
            target = os.path.realpath(entry.path, strict=True)
        except OSError:
            self.problems.append(problem(Place(path), "link-dangling"))
            return False
        if target != self.root and not target.startswith(self.root + os.sep):
            self.problems.append(problem(Place(path), "link-outside"))
            return False
        if entry.is_dir():
            self.problems.append(problem(Place(path), "link-to-folder"))
            return False
        return True


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _unknown_folder(path: str, name: str) -> Problem:
    known = (*KINDS, "media")
    return problem(
        Place(path + "/"),
        "folder-unknown",
        found=name,
        allowed=", ".join(known),
        nearest=nearest(name, known, 0.6),
    )
