"""The Nu HTML checker (npm vnu-jar), the best judge of HTML there is; it runs on Java."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.tools.finding import Finding, relative
from tests.tools.java import find_java
from tests.tools.node import MODULES

JAR = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def check(root: Path) -> list[Finding]:
    """Errors and warnings (not mere remarks) over every HTML and SVG file below `root`."""
    run = subprocess.run(
        [
            *(str(find_java()), "-Xss8m", "-jar", str(JAR)),
            *("--stdout", "--format", "json", "--skip-info-messages"),
            *("--skip-non-html", "--also-check-svg"),
            str(root),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode not in (0, 1) or not run.stdout.strip():
        raise RuntimeError(f"vnu.jar did not run: {run.stderr or run.stdout}")
    return sorted(
        Finding(
            relative(message["url"], root),
            message.get("lastLine", 0),
            message.get("subType", message["type"]),
            message["message"],
        )
        for message in json.loads(run.stdout)["messages"]
        if message["type"] != "info" or message.get("subType") == "warning"
    )
