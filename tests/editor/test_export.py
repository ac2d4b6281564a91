"""Files made from the schema: none in the repository is out of date."""

from __future__ import annotations

from pathlib import Path

import pytest

from lontar.editor.export import made_from_schema, outdated, write
from lontar.editor.tables import GUIDES
from lontar.errors import ConfigErrors
from tests.building import ROOT, tree
from tests.building import write as write_files


def test_nothing_in_the_repository_is_out_of_date() -> None:
    """If this fails: python build.py schema"""
    assert sorted(outdated(ROOT)) == []


def test_the_guides_have_tables() -> None:
    made = made_from_schema(ROOT)
    for guide in GUIDES:
        assert made[guide].count("<!-- isian: ") == made[guide].count("<!-- /isian -->") >= 4


def test_what_was_written_is_up_to_date(tmp_path: Path) -> None:
    write(tmp_path, outdated(tmp_path))
    assert outdated(tmp_path) == {}
    assert "docs/schema/article.json" in tree(tmp_path)
    assert "docs/panduan-editor.md" not in tree(tmp_path)
    write_files(tmp_path, {"docs/schema/page.json": "{}"})
    assert list(outdated(tmp_path)) == ["docs/schema/page.json"]


def test_settings_with_comments_are_told_and_stay(tmp_path: Path) -> None:
    write_files(tmp_path, {".vscode/settings.json": "{ // milik saya\n}"})
    with pytest.raises(ConfigErrors) as raised:
        outdated(tmp_path)
    assert [(one.code, one.place.path) for one in raised.value.problems] == [
        ("settings-not-plain", ".vscode/settings.json")
    ]
