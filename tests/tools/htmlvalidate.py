"""html-validate with its "standard" preset: stricter than Nu about structure and wording of markup."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tools.finding import Finding, relative
from tests.tools.node import run_script


def check(root: Path, preset: str = "standard") -> list[Finding]:
    """All messages over the HTML files below `root`."""
    run = run_script("html-validate", "--preset", preset, "--ext", "html", "--formatter", "json", str(root))
    if run.returncode not in (0, 1) or not run.stdout.strip():
        raise RuntimeError(f"html-validate did not run: {run.stderr or run.stdout}")
    return sorted(
        Finding(relative(file["filePath"], root), message["line"], message["ruleId"], message["message"])
        for file in json.loads(run.stdout)
        for message in file["messages"]
    )
