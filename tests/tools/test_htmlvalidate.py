from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools import good, htmlvalidate

pytestmark = pytest.mark.tools


def test_a_sound_site_passes(tmp_path: Path) -> None:
    assert htmlvalidate.check(good.write(tmp_path)) == []


def test_a_wrong_nesting_is_found_with_its_line(tmp_path: Path) -> None:
    found = htmlvalidate.check(good.write(tmp_path, "<ul><p>a</p></ul>"))
    assert [(finding.path, finding.line, finding.rule) for finding in found] == [
        ("index.html", 12, "element-permitted-content")
    ]
