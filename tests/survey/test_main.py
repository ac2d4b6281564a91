from __future__ import annotations

import runpy
import sys

import pytest


def test_the_package_runs_as_a_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["lontar.survey", "--help"])
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("lontar.survey", run_name="__main__")
    assert stop.value.code == 0
    assert "keeps every one" in capsys.readouterr().out
