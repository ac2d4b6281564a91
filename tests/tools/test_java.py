from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.tools import java


def machine(folder: Path, script: str) -> Path:
    (folder / "java").write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    (folder / "java").chmod(0o755)
    return folder / "java"


@pytest.fixture(autouse=True)
def path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    java.find_java.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))


def test_the_machines_java_is_used_when_recent(tmp_path: Path) -> None:
    own = machine(tmp_path, """echo 'openjdk version "21.0.1" 2023-10-17' >&2""")
    assert java.find_java() == own


@pytest.mark.parametrize("script", ["exit 1", """echo 'openjdk version "11.0.2" 2019-01-15' >&2"""])
def test_the_one_from_pypi_steps_in(tmp_path: Path, script: str) -> None:
    machine(tmp_path, script)
    found = subprocess.run([java.find_java(), "-version"], capture_output=True, text=True, check=True)
    version = java.VERSION.search(found.stderr)
    assert version and int(version[1]) >= java.OLDEST
