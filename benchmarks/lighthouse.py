"""Lighthouse's mobile preset over the kinds of page that matter most: median of several runs, as a table.

Lighthouse is installed from the package registry into build/lighthouse/.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

if __package__ in (None, ""):  # run as a file: import the package from the repository's root
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.hosted import ROOT, asked, fullest, hosted
from tests.tools.browser import find_chromium
from tests.tools.node import environment, find_node, npm

FOLDER = ROOT / "build/lighthouse"
VERSION = "12.8.2"
ATTEMPTS = 3
"""A busy browser may lose the trace of a load (NO_NAVSTART)."""
GROUPS = {"performance": "Perf", "accessibility": "A11y", "best-practices": "Best", "seo": "SEO"}
METRICS = {
    "largest-contentful-paint": "LCP ms",
    "total-blocking-time": "TBT ms",
    "cumulative-layout-shift": "CLS",
    "total-byte-weight": "kB",
}


def main(argv: Sequence[str] | None = None) -> int:
    options = asked(__doc__, argv)
    _install()
    print("| page |", " | ".join([*GROUPS.values(), *METRICS.values()]), "|")
    print("|---" * (1 + len(GROUPS) + len(METRICS)) + "|")
    with hosted(options.output) as origin, tempfile.TemporaryDirectory() as folder:
        for kind, url in fullest(options.output, options.kinds).items():
            reports = [_run(origin + url, Path(folder) / "report.json") for _ in range(options.runs)]
            print(f"| {kind} `{url}` |", " | ".join(_figures(reports)), "|", flush=True)
    return 0


def _figures(reports: Sequence[Any]) -> list[str]:
    scores = [
        f"{statistics.median(report['categories'][name]['score'] for report in reports) * 100:.0f}"
        for name in GROUPS
    ]
    values = []
    for name in METRICS:
        value = statistics.median(report["audits"][name]["numericValue"] for report in reports)
        value = value / 1000 if name == "total-byte-weight" else value
        values.append(f"{value:.3g}" if value < 1 else f"{value:.0f}")
    return scores + values


def _run(url: str, report: Path) -> Any:
    flags = "--headless=new --no-sandbox --disable-dev-shm-usage"
    command = [
        *(str(find_node()), str((FOLDER / "node_modules/.bin/lighthouse").resolve()), url, "--quiet"),
        *("--output=json", f"--output-path={report}", f"--chrome-flags={flags}"),
    ]
    browser = {**environment(), "CHROME_PATH": str(find_chromium())}
    for attempt in range(1, ATTEMPTS + 1):
        if subprocess.run(command, check=attempt == ATTEMPTS, env=browser).returncode == 0:
            break
    data = json.loads(report.read_text("utf-8"))
    for name in GROUPS:
        for one in data["categories"][name]["auditRefs"]:
            audit = data["audits"][one["id"]]
            if one["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                print(f"  {url}: {name}: {audit['id']} {audit.get('displayValue', '')}", file=sys.stderr)
    return data


def _install() -> None:
    if not (FOLDER / "node_modules/.bin/lighthouse").exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        install = [
            *npm(),
            "install",
            "--no-audit",
            "--no-fund",
            "--prefix",
            str(FOLDER),
            f"lighthouse@{VERSION}",
        ]
        subprocess.run(install, check=True, cwd=FOLDER, env={**os.environ, **environment()})


if __name__ == "__main__":
    sys.exit(main())
