"""What is kept of one source file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from lontar.cache.ledger import Ledger
from lontar.cache.store import Store, dumps, load_each, loads


class Row(NamedTuple):
    """A record, the stamp and content digest of its file, the paths of all photos it names, and the
    digest of the record's outline (lontar.model.outline)."""

    stamp: tuple[int, int, int]
    content: str
    uses: tuple[str, ...]
    record: Any
    outline: str


class Parts:
    """Rows that were packed by whoever made them, in another process perhaps: they are saved as they came,
    one after the other in one piece of memory, which the system gets back (of many pieces it would not)."""

    def __init__(self) -> None:
        self._packed = bytearray()
        self._paths: set[str] = set()

    def take(self, packed: bytes) -> dict[str, Row]:
        """What `pack_rows` packed."""
        rows: dict[str, Row] = loads(packed)[1]
        self._packed += packed
        self._paths.update(rows)
        return rows

    def pack(self, rows: Mapping[str, Row]) -> bytearray:
        others = {path: row for path, row in rows.items() if path not in self._paths}
        if others:
            self._packed += pack_rows(others)
        return self._packed


def pack_rows(rows: Mapping[str, Row]) -> bytes:
    """Cards before all else, so that they lie side by side in memory when they are unpacked. A list looks at
    cards only: workers that are forked then copy what lies around the cards, not all records."""
    return dumps(([getattr(row.record, "card", None) for row in rows.values()], rows))


def record_ledger(store: Store, parts: Parts | None = None) -> Ledger:
    """The ledger of all rows; those in `parts` need no packing."""
    return Ledger(store, RECORDS, (parts or Parts()).pack, _unpack)


def _unpack(packed: bytearray) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    try:
        for _, part in load_each(packed):
            rows.update(part)
    except Exception as error:  # whatever a damaged part makes of the reader
        raise ValueError("damaged") from error
    return rows


RECORDS = "records"
"""The name of their ledger."""
