"""Records with what they were made from: a base that is written seldom, and what changed since.

After an edit of one file among thousands only the change is written. Both halves name the base they
belong to, so a change never meets another base.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import Any, NamedTuple

from lontar.cache.store import Store

_BASE, _CHANGE = "records", "records-since"
_FEW, _SHARE = 20, 20
"""The change may hold so few rows, or one twentieth of all; then a new base is written."""


class Row(NamedTuple):
    """A record, the stamp and content digest of its file, the paths of all photos it names, and the
    digest of the record's outline (lontar.model.outline)."""

    stamp: tuple[int, int, int]
    content: str
    uses: tuple[str, ...]
    record: Any
    outline: str


class Saved(NamedTuple):
    """`base` names the base on disk, "" for none; `since` are the paths whose rows differ from it."""

    base: str
    rows: dict[str, Row]
    extra: Any
    since: frozenset[str]


NOTHING = Saved("", {}, None, frozenset())


def load_rows(store: Store, key: str) -> Saved:
    """What was saved under `key`, with anything else the saver put beside it; NOTHING on any doubt."""
    try:
        base, saved_key, rows = store.load(_BASE)  # type: ignore[misc]
        if saved_key != key:
            return NOTHING
        other, _, changed, extra = store.load(_CHANGE)  # type: ignore[misc]
        if other != base:
            return NOTHING
        for path, row in changed.items():
            if row is None:
                rows.pop(path, None)
            else:
                rows[path] = row
        return Saved(base, rows, extra, frozenset(changed))
    except (TypeError, ValueError, AttributeError):
        return NOTHING


def save_rows(store: Store, key: str, last: Saved, rows: Mapping[str, Row], extra: object) -> None:
    """Save `rows`, of which `last` is what load_rows gave."""
    since = {path for path in rows if rows[path] is not last.rows.get(path)}
    since |= last.since | (set(last.rows) - set(rows))
    if last.base and _is_small(len(since), len(rows)):
        store.save(_CHANGE, (last.base, key, {path: rows.get(path) for path in since}, extra))
        return
    base = f"{time.time_ns()}-{os.getpid()}"
    store.save(_BASE, (base, key, dict(rows)))
    store.save(_CHANGE, (base, key, {}, extra))


def add_rows(store: Store, key: str, changed: Mapping[str, Row], count: int) -> bool:
    """Save a few rows without reading the base, which has `count` rows; False when it cannot be done."""
    try:
        base, saved_key, since, extra = store.load(_CHANGE)  # type: ignore[misc]
        if saved_key != key or not _is_small(len(since) + len(changed), count):
            return False
        store.save(_CHANGE, (base, key, {**since, **changed}, extra))
        return True
    except (TypeError, ValueError, AttributeError):
        return False


def load_extra(store: Store, key: str) -> Any:
    """What was saved beside the rows; None on any doubt."""
    try:
        _, saved_key, _, extra = store.load(_CHANGE)  # type: ignore[misc]
        return extra if saved_key == key else None
    except (TypeError, ValueError):
        return None


def _is_small(change: int, count: int) -> bool:
    return change <= max(_FEW, count // _SHARE)
