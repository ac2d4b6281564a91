"""What is kept of one source file."""

from __future__ import annotations

from typing import Any, NamedTuple


class Row(NamedTuple):
    """A record, the stamp and content digest of its file, the paths of all photos it names, and the
    digest of the record's outline (lontar.model.outline)."""

    stamp: tuple[int, int, int]
    content: str
    uses: tuple[str, ...]
    record: Any
    outline: str


RECORDS = "records"
"""The name of their ledger."""
