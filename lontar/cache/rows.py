"""What is kept of one source file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from lontar.cache.ledger import Ledger
from lontar.cache.store import Store, dumps, loads


class Row(NamedTuple):
    """A record, the stamp and content digest of its file, the paths of all photos it names, and the
    digest of the record's outline (lontar.model.outline)."""

    stamp: tuple[int, int, int]
    content: str
    uses: tuple[str, ...]
    record: Any
    outline: str


class Parts:
    """Rows that were packed by whoever made them, in another process perhaps: they are saved as they came."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._paths: set[str] = set()

    def take(self, packed: bytes) -> dict[str, Row]:
        """What `pack_rows` packed."""
        rows: dict[str, Row] = loads(packed)
        self._packed.append(packed)
        self._paths.update(rows)
        return rows

    def pack(self, rows: Mapping[str, Row]) -> list[bytes]:
        others = {path: row for path, row in rows.items() if path not in self._paths}
        return [*self._packed, pack_rows(others)] if others else self._packed


def pack_rows(rows: Mapping[str, Row]) -> bytes:
    return dumps(rows)


def record_ledger(store: Store, parts: Parts | None = None) -> Ledger:
    """The ledger of all rows; those in `parts` need no packing."""
    return Ledger(store, RECORDS, (parts or Parts()).pack, _unpack)


def _unpack(packed: Iterable[bytes]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for part in packed:
        try:
            rows.update(loads(part))
        except Exception as error:  # whatever a damaged part makes of the reader
            raise ValueError("damaged") from error
    return rows


RECORDS = "records"
"""The name of their ledger."""
