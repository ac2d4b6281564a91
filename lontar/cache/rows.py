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
_MOST = 20
"""The change may hold one twentieth of the rows; then a new base is written."""


class Row(NamedTuple):
    """A record, the stamp and content digest of its file, and the paths of all photos it names."""

    stamp: tuple[int, int, int]
    content: str
    uses: tuple[str, ...]
    record: Any


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
        other, changed, extra = store.load(_CHANGE)  # type: ignore[misc]
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
    if last.base and len(since) * _MOST <= len(rows):
        store.save(_CHANGE, (last.base, {path: rows.get(path) for path in since}, extra))
        return
    base = f"{time.time_ns()}-{os.getpid()}"
    store.save(_BASE, (base, key, dict(rows)))
    store.save(_CHANGE, (base, {}, extra))
