"""The sample site built again: nothing changed, so nothing is done and nothing heavy is even loaded."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import sample

HEAVY = ("jinja2", "markdown", "nh3", "pydantic", "pyvips")


@pytest.fixture(scope="module")
def again(sample_site: Path) -> subprocess.CompletedProcess[str]:
    """A build over the finished one, every import of it told on stderr."""
    command = sample.command(sample_site, sample_site.parent / "cache", "--json")
    return sample.run([sys.executable, "-X", "importtime", *command[1:]])


def test_nothing_is_rendered_or_written(again: subprocess.CompletedProcess[str]) -> None:
    assert again.returncode == 0, again.stderr
    report = json.loads(again.stdout)
    assert (report["rendered"], report["written"], report["deleted"]) == (0, 0, 0)


def test_nothing_heavy_is_loaded(again: subprocess.CompletedProcess[str]) -> None:
    loaded = set(re.findall(r"^import time:.*\|\s*([\w.]+)$", again.stderr, re.MULTILINE))
    assert "lontar.pipeline" in loaded
    assert {name for name in loaded if name.partition(".")[0] in HEAVY} == set()
