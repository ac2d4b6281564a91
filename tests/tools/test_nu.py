from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools import good, nu

pytestmark = pytest.mark.tools


def test_a_sound_site_passes(tmp_path: Path) -> None:
    assert nu.check(good.write(tmp_path)) == []


def test_an_unclosed_element_is_found_with_its_file(tmp_path: Path) -> None:
    found = nu.check(good.write(tmp_path, "<p>a<b>c</p>"))
    assert {finding.path for finding in found} == {"index.html"}
    assert any("Unclosed element" in finding.text for finding in found)


def test_a_duplicate_id_and_a_wrong_attribute_are_found(tmp_path: Path) -> None:
    texts = [finding.text for finding in nu.check(good.write(tmp_path, '<p id="judul" align="left">a</p>'))]
    assert any("Duplicate ID" in text for text in texts)
    assert any("align" in text for text in texts)
