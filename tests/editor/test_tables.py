"""Tables of fields within a guide."""

from __future__ import annotations

import pytest

from lontar.editor.examples import EXAMPLES
from lontar.editor.tables import table, with_tables


def test_a_table_has_a_row_for_each_field() -> None:
    lines = table("Photo", "id").splitlines()
    assert lines[:3] == [
        "| Isian | Wajib? | Untuk apa | Contoh |",
        "| --- | --- | --- | --- |",
        "| `file` | ya | Nama berkas foto di samping tulisan ini, atau /media/nama.jpg untuk foto di "
        "content/media/. | `file: kunjungan-sekolah-1.jpg` |",
    ]
    assert [line.split("`")[1] for line in lines[2:]] == ["file", "alt", "caption", "credit"]


def test_needed_fields_come_first() -> None:
    rows = table("Survey", "en").splitlines()[2:]
    needed = [row.split("|")[2].strip() for row in rows]
    assert needed == sorted(needed, reverse=True)
    assert needed.count("yes") >= 2


def test_only_what_is_marked_is_written_anew() -> None:
    guide = "Atas\n\n<!-- isian: Photo -->\nlama\n<!-- /isian -->\n\nBawah\n"
    made = with_tables(guide, "en")
    assert made == f"Atas\n\n<!-- isian: Photo -->\n{table('Photo', 'en')}<!-- /isian -->\n\nBawah\n"
    assert with_tables(made, "en") == made


def test_a_bar_does_not_end_a_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EXAMPLES, "Photo.credit", "A | B")
    assert "| `credit: A \\| B` |" in table("Photo", "en")


def test_a_mark_names_a_class() -> None:
    with pytest.raises(KeyError):
        with_tables("<!-- isian: Foto -->\n<!-- /isian -->", "id")
