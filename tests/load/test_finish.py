"""Clean HTML in one walk: pieces, marks, anchors, addresses, summary and words."""

from __future__ import annotations

from lontar.load.embeds import MARK
from lontar.load.finish import finish


def test_all_is_found_in_one_walk() -> None:
    clean = (
        '<h2 id="a">Motif "kawung"</h2>\n<p>Lihat <a href="/x/?a=1&amp;b=2">ini</a>, <em>ya</em> .</p>\n'
        f'<p>{MARK}0;</p>\n<p id="b"><code>"x"</code></p>'
    )
    found = finish(clean, lambda written: f"/dasar{written}")
    assert found.pieces == (
        '<h2 id="a">Motif “kawung”</h2>\n<p>Lihat <a href="/dasar/x/?a=1&amp;b=2">ini</a>, <em>ya</em> .</p>',
        '<p id="b"><code>"x"</code></p>',
    )
    assert found.marks == (0,)
    assert found.anchors == ("a", "b")
    assert found.links == ("/x/?a=1&b=2",)
    assert found.summary == "Lihat ini, ya."
    assert found.words == 7


def test_nothing_comes_of_nothing() -> None:
    assert finish("", str) == (("",), (), (), (), "", 0)
