from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools import browser


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in browser.VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(browser, "playwrights_own", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


def test_a_named_browser_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    named = program(tmp_path / "my-chrome")
    program(tmp_path / "bin" / "chromium")
    monkeypatch.setenv("CHROME_PATH", str(named))
    assert browser.find_chromium() == named


def test_a_named_browser_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM_PATH", "/nowhere/chrome")
    with pytest.raises(FileNotFoundError, match="CHROMIUM_PATH names /nowhere/chrome, which is not a file"):
        browser.find_chromium()


def test_then_playwrights_own_then_the_machines(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    chrome = program(tmp_path / "bin" / "google-chrome")
    assert browser.find_chromium() == chrome
    chromium = program(tmp_path / "bin" / "chromium")
    assert browser.find_chromium() == chromium
    own = program(tmp_path / "own" / "chrome")
    monkeypatch.setattr(browser, "playwrights_own", lambda: own)
    assert browser.find_chromium() == own


def test_a_stub_that_starts_a_snap_is_not_a_browser(tmp_path: Path) -> None:
    program(tmp_path / "snap" / "bin" / "chromium")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "chromium").symlink_to(tmp_path / "snap" / "bin" / "chromium")
    program(tmp_path / "bin" / "chromium-browser")
    assert browser.find_chromium() is None
