"""Rows by path: a base that is written seldom, and what changed since.

After an edit of one file among thousands only the change is written. Both halves name the base they
belong to, so a change never meets another base.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from lontar.cache.store import Store

_FEW, _SHARE = 20, 20
"""The change may hold so few rows, or one twentieth of all; then a new base is written."""


class Saved(NamedTuple):
    """`base` names the base on disk, "" for none; `since` are the paths whose rows differ from it; `extra`
    is whatever the saver put beside the rows."""

    base: str
    rows: dict[str, Any]
    extra: Any
    since: frozenset[str]


NOTHING = Saved("", {}, None, frozenset())


Rows = dict[str, Any]


def _as_they_are(rows: Any) -> Any:
    return rows


class Ledger:
    """Rows in two values of a store: `name` and `name`-since. `pack` and `unpack` give the base a form that
    is read faster; `unpack` may fail on a damaged one by LookupError, TypeError or ValueError."""

    def __init__(
        self,
        store: Store,
        name: str,
        pack: Callable[[Rows], Any] = _as_they_are,
        unpack: Callable[[Any], Rows] = _as_they_are,
    ) -> None:
        self._store = store
        self._pack, self._unpack = pack, unpack
        self._base = name
        self._change = f"{name}-since"

    def load(self, key: str) -> Saved:
        """What was saved under `key`; NOTHING on any doubt."""
        try:
            base, saved_key, packed = self._store.load(self._base)  # type: ignore[misc]
            if saved_key != key:
                return NOTHING
            rows = self._unpack(packed)
            other, _, changed, extra = self._store.load(self._change)  # type: ignore[misc]
            if other != base:
                return NOTHING
            for path, row in changed.items():
                if row is None:
                    rows.pop(path, None)
                else:
                    rows[path] = row
            return Saved(base, rows, extra, frozenset(changed))
        except (LookupError, TypeError, ValueError, AttributeError):
            return NOTHING

    def save(self, key: str, last: Saved, rows: Rows, extra: object) -> None:
        """Save `rows`, of which `last` is what `load` gave."""
        if last.base:
            since = {path for path in rows if rows[path] is not last.rows.get(path)}
            since |= last.since | (last.rows.keys() - rows.keys())
            if _is_small(len(since), len(rows)):
                changed = {path: rows.get(path) for path in since}
                self._store.save(self._change, (last.base, key, changed, extra))
                return
        base = f"{time.time_ns()}-{os.getpid()}"
        self._store.save(self._base, (base, key, self._pack(rows)))
        self._store.save(self._change, (base, key, {}, extra))

    def add(self, key: str, changed: Mapping[str, Any], count: int) -> bool:
        """Save a few rows without reading the base, which has `count` rows; False when it cannot be done."""
        try:
            base, saved_key, since, extra = self._store.load(self._change)  # type: ignore[misc]
            if saved_key != key or not _is_small(len(since) + len(changed), count):
                return False
            self._store.save(self._change, (base, key, {**since, **changed}, extra))
            return True
        except (TypeError, ValueError, AttributeError):
            return False

    def extra(self, key: str) -> Any:
        """What was saved beside the rows; None on any doubt."""
        try:
            _, saved_key, _, extra = self._store.load(self._change)  # type: ignore[misc]
            return extra if saved_key == key else None
        except (TypeError, ValueError):
            return None


def _is_small(change: int, count: int) -> bool:
    return change <= max(_FEW, count // _SHARE)
