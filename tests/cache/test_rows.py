"""Records saved as a base and a change."""

from __future__ import annotations

from pathlib import Path

from lontar.cache.rows import NOTHING, Row, add_rows, load_extra, load_rows, save_rows
from lontar.cache.store import Store


def row(number: int) -> Row:
    return Row((number, number, number), str(number), (), f"isi {number}", "")


def test_change_is_written_without_the_base(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    rows = {str(number): row(number) for number in range(100)}
    save_rows(store, "kunci", NOTHING, rows, {"foto": 1})
    base = (tmp_path / "records.bin").read_bytes()
    saved = load_rows(store, "kunci")
    assert (saved.rows, saved.extra) == (rows, {"foto": 1})
    edited = {**saved.rows, "7": row(700), "baru": row(1)}
    del edited["9"]
    save_rows(store, "kunci", saved, edited, {"foto": 2})
    assert (tmp_path / "records.bin").read_bytes() == base
    again = load_rows(store, "kunci")
    assert (again.rows, again.extra) == (edited, {"foto": 2})
    assert again.since == {"7", "9", "baru"}


def test_changes_add_up_until_a_new_base_pays(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    rows = {str(number): row(number) for number in range(600)}
    save_rows(store, "kunci", NOTHING, rows, None)
    names = set()
    for number in range(60):
        saved = load_rows(store, "kunci")
        rows = {**saved.rows, str(number): row(number + 1000)}
        save_rows(store, "kunci", saved, rows, None)
        assert load_rows(store, "kunci").rows == rows
        names.add(load_rows(store, "kunci").base)
    assert len(names) == 2


def test_another_key_or_a_lost_half_is_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    save_rows(store, "kunci", NOTHING, {"a": row(1)}, None)
    assert load_rows(store, "lain") == NOTHING
    (tmp_path / "records-since.bin").unlink()
    assert load_rows(store, "kunci") == NOTHING


def test_a_change_of_another_base_is_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    save_rows(store, "kunci", NOTHING, {"a": row(1)}, None)
    old = (tmp_path / "records-since.bin").read_bytes()
    save_rows(store, "kunci", NOTHING, {"a": row(2)}, None)
    (tmp_path / "records-since.bin").write_bytes(old)
    assert load_rows(store, "kunci") == NOTHING


def test_a_few_rows_are_added_without_reading_the_base(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    rows = {str(number): row(number) for number in range(100)}
    save_rows(store, "kunci", NOTHING, rows, {"foto": 1})
    base = (tmp_path / "records.bin").read_bytes()
    assert add_rows(store, "kunci", {"7": row(700)}, 100)
    assert add_rows(store, "kunci", {"8": row(800)}, 100)
    assert (tmp_path / "records.bin").read_bytes() == base
    assert load_rows(store, "kunci").rows == {**rows, "7": row(700), "8": row(800)}
    assert load_extra(store, "kunci") == {"foto": 1}


def test_rows_are_not_added_where_they_do_not_belong(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    assert not add_rows(store, "kunci", {"7": row(7)}, 100)
    save_rows(store, "kunci", NOTHING, {str(number): row(number) for number in range(100)}, None)
    assert not add_rows(store, "lain", {"7": row(7)}, 100)
    assert not add_rows(store, "kunci", {str(number): row(1) for number in range(21)}, 100)
    assert load_extra(store, "lain") is None
