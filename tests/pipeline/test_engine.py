"""The engine's fingerprint."""

from __future__ import annotations

import os
import subprocess
import sys

from lontar.pipeline import engine


def test_fingerprint_is_the_same_in_every_process() -> None:
    code = "from lontar.pipeline.engine import fingerprint; print(fingerprint())"
    for seed in ("0", "1"):
        told = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C"},
        )
        assert told.stdout.strip() == engine.fingerprint()


def test_libraries_are_named_with_their_versions() -> None:
    names = engine._libraries()
    assert any(name.startswith("jinja2-3") for name in names)
    assert any(name.startswith("pyvips_binary-") for name in names)


def test_imaging_is_eight_digits() -> None:
    assert len(engine.imaging()) == 8
