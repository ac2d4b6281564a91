"""libyaml's complaints at the line where an editor must look."""

from __future__ import annotations

import pytest

from lontar.errors import Problem
from lontar.load.yaml_guard import read_mapping


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("title: 'Jum'at Berkah'\n", "yaml-quote-inside", 2),
        ('title: "Lapak" baru\n', "yaml-quote-inside", 2),
        ('title: "C:\\Foto"\n', "yaml-escape", 2),
        ('title: "C:\\Users\\x"\n', "yaml-escape", 2),
        ("title:Lapak\ndate: 1\n", "yaml-colon-missing", 2),
        ("title: [Video] Lapak\n", "yaml-quote-bracket", 2),
        ("title: A\ntanpa titik dua\ndate: 1\n", "yaml-colon-missing", 3),
        ("title: A: B\n", "yaml-colon", 2),
        ("title: A\ntags: [a, b\n", "yaml-bracket", 3),
        ("title: 'A\ndate: 1\n", "yaml-quote", 2),
        ("title: @a\n", "yaml-token", 2),
        ("a:\n  b: 1\n c: 2\n", "yaml-indent", 4),
    ],
)
def test_mistakes_are_named_at_their_line(text: str, code: str, line: int) -> None:
    found = read_mapping("x.md", text, 2)
    assert isinstance(found, Problem)
    assert (found.code, found.place.line) == (code, line)
