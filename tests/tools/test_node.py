from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.tools import node


@pytest.fixture(autouse=True)
def forget() -> None:
    node.find_node.cache_clear()


def machine(folder: Path, version: str) -> Path:
    for name in ("node", "npm"):
        (folder / name).write_text(f"#!/bin/sh\necho {version}\n", "utf-8")
        (folder / name).chmod(0o755)
    return folder


def test_the_machines_node_is_used_when_recent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(machine(tmp_path, "v20.1.0")))
    assert node.find_node() == tmp_path / "node"
    assert node.npm() == [str(tmp_path / "npm")]


@pytest.mark.parametrize("version", ["v18.19.0", "no version"])
def test_the_one_from_pypi_steps_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, version: str) -> None:
    monkeypatch.setenv("PATH", str(machine(tmp_path, version)))
    for command in ([str(node.find_node()), "--version"], [*node.npm(), "--version"]):
        found = subprocess.run(command, capture_output=True, text=True, check=True)
        assert found.stdout.strip().removeprefix("v").partition(".")[0].isdigit()
    assert node._major(str(node.find_node())) >= node.OLDEST


def test_a_script_that_is_not_installed_is_told() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-script is not installed"):
        node.run_script("no-such-script")
