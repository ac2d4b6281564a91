"""From the path of a URL to a file of the preview, and never to one outside of it.

A name is taken apart before it is decoded, each part is checked, and the file is opened part by part
without following a symbolic link: what is not a plain name below the root does not exist.
"""

from __future__ import annotations

import os
import stat
from enum import Enum
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

INDEX = "index.html"


class Missing(Enum):
    """Why there is no file: nothing there, or a folder whose URL lacks its slash."""

    NOTHING = "nothing"
    SLASH = "slash"


def parts_of(path: str) -> tuple[str, ...] | None:
    """The names in the path of a URL, decoded ("" at the end for a folder); None when one could lead out.

    `path` is as it came over the wire, each byte a character (latin-1)."""
    if not path.startswith("/"):
        return None
    parts = path[1:].split("/")
    names = [_name(part) for part in parts[:-1]]
    last = "" if parts[-1] == "" else _name(parts[-1])
    return (*(name for name in names if name), last) if last is not None and all(names) else None


def _name(part: str) -> str | None:
    try:
        name = unquote_to_bytes(part.encode("latin-1")).decode("utf-8")
    except UnicodeError:
        return None
    plain = name and not name.startswith(".") and name.isprintable() and not set(name) & {"/", "\\"}
    return name if plain else None


def url_of(parts: tuple[str, ...]) -> str:
    """The path of a URL for such names."""
    return "/" + "/".join(quote(part) for part in parts)


def read_file(root: Path, parts: tuple[str, ...]) -> bytes | Missing:
    """The file's content, or that of the folder's index.html."""
    try:
        file = _open(root, (*parts[:-1], parts[-1] or INDEX))
    except OSError:
        return Missing.NOTHING
    try:
        mode = os.fstat(file).st_mode
        if stat.S_ISREG(mode):
            with open(file, "rb", closefd=False) as opened:
                return opened.read()
        return Missing.SLASH if stat.S_ISDIR(mode) and _has_index(file) else Missing.NOTHING
    finally:
        os.close(file)


def _open(root: Path, names: tuple[str, ...]) -> int:
    """Each name is opened in the folder of the one before, so that no link on the way is followed."""
    here = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    for number, name in enumerate(names, 1):
        folder = os.O_DIRECTORY if number < len(names) else os.O_NONBLOCK
        try:
            inner = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | folder, dir_fd=here)
        finally:
            os.close(here)
        here = inner
    return here


def _has_index(folder: int) -> bool:
    try:
        return stat.S_ISREG(os.stat(INDEX, dir_fd=folder, follow_symlinks=False).st_mode)
    except OSError:
        return False
