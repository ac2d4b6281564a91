"""Records saved as a base and a change."""

from __future__ import annotations

from pathlib import Path

from lontar.cache.ledger import NOTHING, Ledger
from lontar.cache.rows import Row
from lontar.cache.store import Store


def row(number: int) -> Row:
    return Row((number, number, number), str(number), (), f"isi {number}", "")


def test_change_is_written_without_the_base(tmp_path: Path) -> None:
    ledger = Ledger(Store(tmp_path, "1"), "records")
    rows = {str(number): row(number) for number in range(100)}
    ledger.save("kunci", NOTHING, rows, {"foto": 1})
    base = (tmp_path / "records.bin").read_bytes()
    saved = ledger.load("kunci")
    assert (saved.rows, saved.extra) == (rows, {"foto": 1})
    edited = {**saved.rows, "7": row(700), "baru": row(1)}
    del edited["9"]
    ledger.save("kunci", saved, edited, {"foto": 2})
    assert (tmp_path / "records.bin").read_bytes() == base
    again = ledger.load("kunci")
    assert (again.rows, again.extra) == (edited, {"foto": 2})
    assert again.since == {"7", "9", "baru"}


def test_changes_add_up_until_a_new_base_pays(tmp_path: Path) -> None:
    ledger = Ledger(Store(tmp_path, "1"), "records")
    rows = {str(number): row(number) for number in range(600)}
    ledger.save("kunci", NOTHING, rows, None)
    names = set()
    for number in range(60):
        saved = ledger.load("kunci")
        rows = {**saved.rows, str(number): row(number + 1000)}
        ledger.save("kunci", saved, rows, None)
        assert ledger.load("kunci").rows == rows
        names.add(ledger.load("kunci").base)
    assert len(names) == 2


def test_another_key_or_a_lost_half_is_nothing(tmp_path: Path) -> None:
    ledger = Ledger(Store(tmp_path, "1"), "records")
    ledger.save("kunci", NOTHING, {"a": row(1)}, None)
    assert ledger.load("lain") == NOTHING
    (tmp_path / "records-since.bin").unlink()
    assert ledger.load("kunci") == NOTHING


def test_a_change_of_another_base_is_nothing(tmp_path: Path) -> None:
    ledger = Ledger(Store(tmp_path, "1"), "records")
    ledger.save("kunci", NOTHING, {"a": row(1)}, None)
    old = (tmp_path / "records-since.bin").read_bytes()
    ledger.save("kunci", NOTHING, {"a": row(2)}, None)
    (tmp_path / "records-since.bin").write_bytes(old)
    assert ledger.load("kunci") == NOTHING


def test_a_few_rows_are_added_without_reading_the_base(tmp_path: Path) -> None:
    ledger = Ledger(Store(tmp_path, "1"), "records")
    rows = {str(number): row(number) for number in range(100)}
    ledger.save("kunci", NOTHING, rows, {"foto": 1})
    base = (tmp_path / "records.bin").read_bytes()
    assert ledger.add("kunci", {"7": row(700)}, 100)
    assert ledger.add("kunci", {"8": row(800)}, 100)
    assert (tmp_path / "records.bin").read_bytes() == base
    assert ledger.load("kunci").rows == {**rows, "7": row(700), "8": row(800)}
    assert ledger.extra("kunci") == {"foto": 1}


def test_rows_are_not_added_where_they_do_not_belong(tmp_path: Path) -> None:
    ledger = Ledger(Store(tmp_path, "1"), "records")
    assert not ledger.add("kunci", {"7": row(7)}, 100)
    ledger.save("kunci", NOTHING, {str(number): row(number) for number in range(100)}, None)
    assert not ledger.add("lain", {"7": row(7)}, 100)
    assert not ledger.add("kunci", {str(number): row(1) for number in range(21)}, 100)
    assert ledger.extra("lain") is None


def test_a_base_may_have_a_form_of_its_own(tmp_path: Path) -> None:
    def unpack(packed: list[list[int]]) -> dict[str, int]:
        return dict(zip("abc", packed[0], strict=True))

    ledger = Ledger(Store(tmp_path, "1"), "angka", lambda rows: [list(rows.values())], unpack)
    ledger.save("kunci", NOTHING, {"a": 1, "b": 2, "c": 3}, None)
    assert ledger.load("kunci").rows == {"a": 1, "b": 2, "c": 3}
    assert ledger.add("kunci", {"b": 5}, 3)
    assert ledger.load("kunci").rows == {"a": 1, "b": 5, "c": 3}
    ledger.save("kunci", NOTHING, {"a": 1}, None)
    assert ledger.load("kunci") == NOTHING
