"""Plain values and model records on disk: versioned, checked, replaced atomically.

A file that is missing, damaged, of another version or made by something else is no error: it is as if
it were not there. Values are pickled, but only the model's classes can come back out: a cache brought
from elsewhere can name no other code.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import io
import os
import pickle
from collections.abc import Callable
from hashlib import blake2b
from operator import methodcaller
from pathlib import Path
from typing import Any

_MAGIC = b"lontar-cache\n"
_ALLOWED = {
    ("datetime", "datetime"),
    ("datetime", "date"),
    ("datetime", "timezone"),
    ("datetime", "timedelta"),
    ("lontar.errors", "Problem"),
    ("lontar.errors", "Place"),
    ("lontar.cache.rows", "Row"),
    ("lontar.pages.frame", "Frame"),
    ("lontar.pages.frame", "Words"),
    ("lontar.pages.product_feeds", "Shop"),
    ("lontar.pages.share_cards", "Cards"),
}


class Store:
    """Named values in `folder`. `version` tells what made them; values of another version are ignored."""

    def __init__(self, folder: Path, version: str) -> None:
        self.folder = folder
        self.version = version.encode()

    def size(self, name: str) -> int:
        """Bytes on disk under `name`; 0 if there are none."""
        try:
            return (self.folder / f"{name}.bin").stat().st_size
        except OSError:
            return 0

    def load(self, name: str) -> Any | None:
        """The value saved under `name`, or None."""
        try:
            data = (self.folder / f"{name}.bin").read_bytes()
        except OSError:
            return None
        head = _MAGIC + self.version + b"\n"
        if not data.startswith(head):
            return None
        check, payload = data[len(head) : len(head) + 16], data[len(head) + 16 :]
        del data
        if blake2b(payload, digest_size=16).digest() != check:
            return None
        try:
            return loads(payload)
        except Exception:  # whatever a damaged or foreign file makes of the reader: it is not ours
            return None

    def save(self, name: str, value: object) -> None:
        payload = dumps(value)
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / f"{name}.bin"
        rough = self.folder / f"{name}.{os.getpid()}.tmp"
        check = blake2b(payload, digest_size=16).digest()
        try:
            with rough.open("wb") as file:  # joined, the largest value would lie in memory twice
                file.write(_MAGIC + self.version + b"\n" + check)
                file.write(payload)
            rough.replace(target)
        finally:
            with contextlib.suppress(OSError):
                rough.unlink(missing_ok=True)


def dumps(value: object) -> bytes:
    """A value as bytes for `loads`."""
    out = io.BytesIO()
    _Writer(out, pickle.HIGHEST_PROTOCOL).dump(value)
    return out.getvalue()


def loads(payload: bytes) -> Any:
    """The value in pickled bytes; any exception when they are damaged or name what has no place here."""
    (value,) = load_each(payload)
    return value


def load_each(payload: bytes | bytearray) -> list[Any]:
    """All values that `dumps` made bytes of, one after the other; exceptions as for one."""
    collecting = gc.isenabled()
    gc.disable()  # thousands of new objects and no garbage among them
    found: list[Any] = []
    try:
        file = io.BytesIO(payload)
        while file.tell() < len(payload):
            found.append(_Reader(file).load())
    finally:
        if collecting:
            gc.enable()
    return found


_Reduced = str | tuple[Any, ...]


class _Reducers(dict[type, Callable[[Any], _Reduced]]):
    """Tuples with names and zones of time say at once what they are made of: asked the usual way, it takes
    thrice as long."""

    def __missing__(self, kind: type) -> Callable[[Any], _Reduced]:
        named = issubclass(kind, tuple) and hasattr(kind, "_fields")
        self[kind] = _parts_of if named else _as_ever
        return self[kind]


def _parts_of(value: tuple[Any, ...]) -> _Reduced:
    return type(value), tuple(value)


_as_ever = methodcaller("__reduce_ex__", pickle.HIGHEST_PROTOCOL)


def _offset_of(zone: dt.timezone) -> _Reduced:
    return dt.timezone, (zone.utcoffset(None),)


class _Writer(pickle.Pickler):
    dispatch_table = _Reducers({dt.timezone: _offset_of})


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _ALLOWED:
            return super().find_class(module, name)
        if module.startswith("lontar.model.") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a cache")
