"""What is kept of one file comes back from a cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from lontar.cache.ledger import NOTHING
from lontar.cache.rows import RECORDS, Parts, Row, pack_rows, record_ledger
from lontar.cache.store import Store
from lontar.model.outline import outline
from tests.building import article, article_of


@pytest.fixture
def row() -> Row:
    record = article_of(article())
    return Row((1, 2, 3), "c", ("x.jpg",), record, outline(record))


def test_a_record_comes_back(tmp_path: Path, row: Row) -> None:
    ledger = record_ledger(Store(tmp_path, "1"))
    ledger.save("kunci", NOTHING, {"a": row}, None)
    assert ledger.load("kunci").rows == {"a": row}


def test_rows_are_saved_as_workers_packed_them(tmp_path: Path, row: Row) -> None:
    parts = Parts()
    rows = {"a": row} | parts.take(pack_rows({"b": row._replace(content="d")})) | parts.take(pack_rows({}))
    ledger = record_ledger(Store(tmp_path, "1"), parts)
    ledger.save("kunci", NOTHING, rows, 1)
    saved = record_ledger(Store(tmp_path, "1")).load("kunci")
    assert (saved.rows, saved.extra) == ({"a": row, "b": row._replace(content="d")}, 1)


def test_a_damaged_part_is_as_if_nothing_were_there(tmp_path: Path, row: Row) -> None:
    store = Store(tmp_path, "1")
    ledger = record_ledger(store)
    ledger.save("kunci", NOTHING, {"a": row}, None)
    base, key, packed = store.load(RECORDS)  # type: ignore[misc]
    store.save(RECORDS, (base, key, packed[:-9]))
    assert ledger.load("kunci") == NOTHING
