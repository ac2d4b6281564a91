"""Lists that are made when they are shown."""

from __future__ import annotations

from pathlib import Path

from lontar.pages.later import Later
from lontar.render.templates import Templates


def test_nothing_is_made_before_it_is_asked_for_and_nothing_twice() -> None:
    asked: list[str] = []

    def make() -> list[str]:
        asked.append("asked")
        return ["a", "b", "c"]

    later = Later(make)
    assert asked == []
    assert (list(later), len(later), later[0], later[1:], "b" in later) == (
        *(["a", "b", "c"], 3, "a", ["b", "c"], True),
    )
    assert asked == ["asked"]


def test_one_without_entries_is_no_more_than_an_empty_list() -> None:
    assert not Later(list[str])


def test_templates_may_take_it_for_a_list(tmp_path: Path) -> None:
    asked = "{{ x + ['c'] }} {{ ['c'] + x }} {{ x == ['a', 'b'] }} {{ x }} {{ x|tojson }} {{ x|length }}"
    (tmp_path / "x.html").write_text(asked)
    shown = Templates(tmp_path).render("x.html", {"x": Later(lambda: ["a", "b"])})
    assert shown == Templates(tmp_path).render("x.html", {"x": ["a", "b"]})
    assert Later(lambda: [1]) == Later(lambda: [1])
