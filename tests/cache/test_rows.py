"""What is kept of one file comes back from a cache."""

from __future__ import annotations

from pathlib import Path

from lontar.cache.ledger import NOTHING, Ledger
from lontar.cache.rows import RECORDS, Row
from lontar.cache.store import Store
from lontar.model.outline import outline
from tests.building import article, article_of


def test_a_record_comes_back(tmp_path: Path) -> None:
    record = article_of(article())
    row = Row((1, 2, 3), "c", ("x.jpg",), record, outline(record))
    ledger = Ledger(Store(tmp_path, "1"), RECORDS)
    ledger.save("kunci", NOTHING, {record.source: row}, None)
    assert ledger.load("kunci").rows == {record.source: row}
