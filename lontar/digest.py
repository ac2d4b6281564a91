"""digest(value): the one canonical fingerprint of bytes, text and plain values.

Equal values have equal digests in every process, whatever the hash seed, locale or platform.
A value that carries its own `digest` (a record, a card) counts by that, so that keys of pages are
made without walking bodies. BLAKE2b (RFC 7693), 128 bits, as 32 hexadecimal digits.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from hashlib import blake2b
from typing import Generic, TypeVar

_SIZE = 16
T = TypeVar("T")


def digest_bytes(data: bytes) -> str:
    """Fingerprint of raw bytes: 32 hexadecimal digits."""
    return blake2b(data, digest_size=_SIZE).hexdigest()


class Digested(Generic[T]):
    """A value with its digest, for what many keys are made from."""

    __slots__ = ("digest", "value")

    def __init__(self, value: T) -> None:
        self.value = value
        self.digest = digest(value)


def digest(*values: object) -> str:
    """Fingerprint of plain values: None, bool, int, float, str, bytes, dates, tuples, lists, mappings
    with text keys (order does not count), and values with a `digest` attribute. TypeError for others."""
    out: list[str] = []
    for value in values:
        _write(value, out)
    return blake2b("".join(out).encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


_CARRIERS: set[type] = set()
"""Classes whose values were seen to carry a digest: looked up faster than asked for."""


def _write(value: object, out: list[str]) -> None:
    """Append an unambiguous spelling: a type letter and, for text, its length before it."""
    kind = type(value)
    if kind is str:
        out.append(f"s{len(value)}:{value}")  # type: ignore[arg-type]
    elif kind is tuple or kind is list:
        out.append(f"t{len(value)}:")  # type: ignore[arg-type]
        for item in value:  # type: ignore[attr-defined]
            inner = type(item)
            if inner is str:
                out.append(f"s{len(item)}:{item}")
            elif inner in _CARRIERS:
                out.append(f"d{item.digest};")
            else:
                _write(item, out)
    elif (own := getattr(value, "digest", None)) is not None:
        _CARRIERS.add(kind)
        out.append(f"d{own};")
    else:
        _write_plain(value, out)


def _write_plain(value: object, out: list[str]) -> None:
    if value is None:
        out.append("n;")
    elif isinstance(value, bool):
        out.append("b1;" if value else "b0;")
    elif isinstance(value, int):
        out.append(f"i{value};")
    elif isinstance(value, float):
        out.append(f"f{value!r};")
    elif isinstance(value, str):
        out.append(f"s{len(value)}:{value}")
    elif isinstance(value, bytes):
        out.append(f"y{digest_bytes(value)};")
    elif isinstance(value, dt.date | dt.time):
        out.append(f"a{value.isoformat()};")
    elif isinstance(value, Mapping):
        out.append(f"m{len(value)}:")
        for key in sorted(value):
            _write(key, out)
            _write(value[key], out)
    elif isinstance(value, tuple | list):
        out.append(f"t{len(value)}:")
        for item in value:
            _write(item, out)
    else:
        raise TypeError(f"no digest for a {type(value).__name__}")
