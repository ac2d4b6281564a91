"""Which files must be made anew."""

from __future__ import annotations

from pathlib import Path

from lontar.output import OutputDir, sha256_of
from lontar.pages.plan import Plan
from lontar.pages.planned import Page
from lontar.pipeline.memory import NO_FILES, FileRow, Files
from lontar.pipeline.stale import find_stale


def text_page(name: str) -> Page:
    return Page(f"/{name}.txt", "", lambda _html, text: text, (name,))


def row_of(output: OutputDir, page: Page) -> FileRow:
    data = page.args[0].encode()
    (output.root / page.path).write_bytes(data)
    stamp = output.stamp(page.path)
    assert stamp is not None
    return (page.key, "", "", sha256_of(data), stamp)


def test_what_stands_as_it_was_made_is_left(tmp_path: Path) -> None:
    output, pages = OutputDir(tmp_path), (text_page("a"), text_page("b"))
    rows = {page.path: row_of(output, page) for page in pages}
    (tmp_path / "b.txt").write_text("diubah orang")
    found = find_stale(output, Plan(pages, (), ()), {}, Files(rows, None), {}, True)
    assert [page.path for page in found.pages] == ["b.txt"]
    assert [reason.code for reason in found.reasons] == ["why-altered"]
    assert found.paths == {"a.txt", "b.txt"}
    assert found.standing == {}


def test_without_rows_the_manifest_tells_what_stands(tmp_path: Path) -> None:
    output, page = OutputDir(tmp_path), text_page("a")
    row = row_of(output, page)
    output.write_manifest({"a.txt": row[3], "lama.txt": "0" * 64})
    found = find_stale(output, Plan((page,), (), ()), {}, NO_FILES, {}, False)
    assert found.pages == (page,)
    assert found.standing == {"a.txt": row[3]}
    assert set(found.before) == {"a.txt", "lama.txt"}
