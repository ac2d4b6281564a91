"""Each judge finds the mistake that it is there for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools import workflows

GOOD = """\
name: uji
on: push
permissions: {}
jobs:
  satu:
    runs-on: ubuntu-24.04
    steps:
      - run: echo halo
"""
pytestmark = pytest.mark.tools


def file(folder: Path, text: str) -> Path:
    path = folder / ".github/workflows/uji.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return path


def test_a_good_one_has_no_fault(tmp_path: Path) -> None:
    path = file(tmp_path, GOOD)
    assert (workflows.actionlint(path), workflows.zizmor(path), workflows.schema(path, "github")) == (
        [],
        [],
        [],
    )


def test_actionlint_finds_an_unknown_context(tmp_path: Path) -> None:
    assert workflows.actionlint(file(tmp_path, GOOD.replace("halo", "${{ gihtub.ref }}")))


def test_zizmor_finds_an_injection_and_a_loose_pin(tmp_path: Path) -> None:
    text = GOOD.replace("halo", "${{ github.event.pull_request.title }}").replace(
        "on: push", "on: pull_request_target"
    )
    text += "      - uses: actions/checkout@v6\n"
    found = {one.rule for one in workflows.zizmor(file(tmp_path, text))}
    assert {"template-injection", "dangerous-triggers", "unpinned-uses"} <= found


def test_the_schema_finds_a_misspelt_key(tmp_path: Path) -> None:
    assert workflows.schema(file(tmp_path, GOOD.replace("runs-on", "run-on")), "github")


def test_the_schema_of_gitlab_too(tmp_path: Path) -> None:
    path = tmp_path / ".gitlab-ci.yml"
    path.write_text("satu:\n  script: [echo]\n", "utf-8")
    assert workflows.schema(path, "gitlab") == []
    path.write_text("satu:\n  script: 5\n", "utf-8")
    assert workflows.schema(path, "gitlab")
