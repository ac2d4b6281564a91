"""Annotations of a workflow: one line each, whatever the text holds."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.cli.annotations import annotation
from lontar.errors import Place, problem

LINE = re.compile(r"::(error|warning) ([^:]*?)::(.*)\Z")


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("a.md", 4), "file=a.md,line=4,"),
        (Place("a.md", 4, 7), "file=a.md,line=4,col=7,"),
        (Place("a.md"), "file=a.md,title="),
        (Place("a,b: 100%.md", 1), "file=a%2Cb%3A 100%25.md,line=1,"),
    ],
)
def test_where_it_is(place: Place, shown: str) -> None:
    assert annotation(problem(place, "slug-value", field="f", found="x"), "en").startswith(f"::error {shown}")


def test_a_warning_is_one() -> None:
    one = problem(Place("a.md"), "photo-unused").as_warning()
    assert annotation(one, "id").startswith("::warning file=a.md,")


@given(st.text(), st.text())
def test_nothing_written_ends_the_line_or_a_property(path: str, found: str) -> None:
    told = annotation(problem(Place(path, 3), "date-far", field="date", found=found), "en")
    match = LINE.match(told)
    assert match is not None
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    assert list(properties) == ["file", "line", "title"]
    assert unquote(properties["file"]) == path
