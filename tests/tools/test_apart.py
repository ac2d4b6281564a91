"""Tests with and without a browser may follow each other in one process."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tools.apart import run_apart


@pytest.mark.browser
def test_a_coroutine_runs_while_a_browser_is_open(browser: Browser) -> None:
    async def main() -> str:
        await asyncio.sleep(0)
        return browser.browser_type.name

    assert run_apart(main()) == "chromium"


def test_no_test_opens_a_loop_or_a_browser_of_its_own() -> None:
    """It would work alone, and fail in a process where another test opened a browser before."""
    tests = Path(__file__).parents[1]
    allowed = {Path(__file__), tests / "tools/apart.py", tests / "tools/browser.py"}
    own = re.compile(r"asyncio\.run\(|sync_playwright\(|new_event_loop\(")
    files = [file for file in tests.rglob("*.py") if file not in allowed and "node_modules" not in file.parts]
    assert [str(file) for file in files if own.search(file.read_text("utf-8"))] == []


def test_a_fault_comes_out() -> None:
    async def main() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError, match="x"):
        run_apart(main())
