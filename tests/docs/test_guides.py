"""The guides, walked through by their own words on a copy of the sample site."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from lontar.cli import COMMANDS
from lontar.editor.tables import GUIDES
from tests.building import ROOT, picture, write
from tests.tools.guide import PICTURES, Answer, Block, blocks, walk

LARGEST_PICTURE = 150_000


def read(guide: str) -> str:
    return (ROOT / guide).read_text("utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "situs"
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "site_config.yaml", root)
    shutil.copytree(ROOT / "templates", root / "templates")
    (root / ".cache").mkdir()  # as after `make site`: photos are examined once
    return root


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_keeps_its_promises(guide: str, site: Path, tmp_path: Path) -> None:
    text = read(guide)
    pictures = tmp_path / "gambar"
    for name in set(re.findall(PICTURES.pattern + r"(\S+\.jpg)", text)):
        write(pictures, {name: picture(1600, 1200)})
    expected = iter([block.fails for block in blocks(text) for _ in commands(block)])
    last: Answer | None = None
    count = 0
    for step in walk(text, site, pictures, GUIDES[guide]):
        if isinstance(step, Block):
            assert last is not None
            assert last.said.strip() == step.text.strip()
            continue
        last = step
        count += 1
        assert step.code == (1 if next(expected) else 0), step
    assert count > 5
    assert last is not None
    assert "peringatan" not in last.said
    assert "warning" not in last.said


def commands(block: Block) -> list[str]:
    lines = block.text.splitlines() if block.kind == "sh" and not block.path else []
    return [line for line in lines if line.startswith("python build.py") and " serve" not in line]


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_of_a_guide_is_one(guide: str) -> None:
    named = set(re.findall(r"python build\.py (\w[\w-]*)", read(guide)))
    assert {"new", "check", "next-change"} <= named
    assert named - {"serve"} - set(COMMANDS) == set()


@pytest.mark.parametrize("guide", GUIDES)
def test_pictures_are_there_small_and_described(guide: str) -> None:
    shown = re.findall(r"^!\[(.*?)\]\((screenshots/\S+)\)$", read(guide), re.M)
    assert len(shown) >= 4
    for alt, path in shown:
        file = ROOT / "docs" / path
        assert len(alt) > 15
        assert 1000 < file.stat().st_size <= LARGEST_PICTURE, path


@pytest.mark.parametrize("guide", GUIDES)
def test_links_within_a_guide_lead_somewhere(guide: str) -> None:
    text = re.sub(r"```.*?```", "", read(guide), flags=re.S)
    heads = {
        re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in text.splitlines()
        if line.startswith("#")
    }
    linked = re.findall(r"\]\(#([^)]+)\)", text)
    assert linked
    assert set(linked) - heads == set()
