"""The workflows that check and publish the site: no fault, no more rights than they need, and no way for a
pull request to leave anything behind that main would use."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from lontar.cli.group import Call, Commands
from lontar.messages import cli_texts
from tests.tools import workflows
from tests.tools.finding import told

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / ".github/workflows" / name).read_text("utf-8"))


def steps(workflow: Any) -> list[Any]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_there_are_workflows() -> None:
    assert {path.name for path in FILES} >= {"check.yml", "publish.yml"}


@pytest.mark.tools
def test_no_checker_finds_a_fault() -> None:
    found = [*workflows.zizmor(*FILES), *workflows.schema(GITLAB, "gitlab")]
    for path in FILES:
        found += [*workflows.actionlint(path), *workflows.schema(path, "github")]
    assert not found, told(map(str, found))


def test_every_action_is_pinned_by_commit() -> None:
    used = [
        line.strip() for path in FILES for line in path.read_text("utf-8").splitlines() if "uses:" in line
    ]
    assert used
    assert [line for line in used if not PINNED.search(line)] == []


def test_pull_requests_may_only_read_and_know_no_secret() -> None:
    workflow = read("check.yml")
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow["jobs"].values())
    assert "secrets." not in (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    assert list(workflow[True]) == ["pull_request"]  # YAML takes the key `on` for a truth value


def test_only_deploying_may_write_and_only_to_pages() -> None:
    workflow = read("publish.yml")
    assert workflow["permissions"] == {}
    rights = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    assert rights == {
        "due": {},
        "build": {"contents": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }
    assert workflow["jobs"]["due"]["if"] == "github.ref == 'refs/heads/main'"


def test_a_pull_request_leaves_nothing_in_the_cache() -> None:
    caching = [
        step["uses"].partition("@")[0]
        for step in steps(read("check.yml"))
        if "actions/cache" in step.get("uses", "")
    ]
    assert caching == ["actions/cache/restore"]
    gitlab = yaml.safe_load(GITLAB.read_text("utf-8"))
    assert (gitlab["check"]["cache"]["policy"], gitlab["pages"]["cache"]["policy"]) == ("pull", "pull-push")


def test_a_cache_belongs_to_one_engine_and_to_main() -> None:
    for name in ("check.yml", "publish.yml"):
        keys = [
            step["with"]["key"] for step in steps(read(name)) if step.get("with", {}).get("path") == ".cache"
        ]
        assert keys
        assert all(key.startswith("lontar-main-${{ steps.engine.outputs.print }}-") for key in keys)


PAST, FUTURE = "2020-01-01T00:00:00+07:00", "2999-01-01T00:00:00+07:00"


@pytest.mark.parametrize(
    ("event", "left", "due"),
    [
        ("push", {"next_change": FUTURE}, True),
        ("workflow_dispatch", {"next_change": None}, True),
        ("schedule", None, True),
        ("schedule", {"next_change": None}, False),
        ("schedule", {"next_change": FUTURE}, False),
        ("schedule", {"next_change": PAST}, True),
    ],
)
def test_the_hourly_run_ends_unless_the_moment_has_come(
    tmp_path: Path, event: str, left: dict[str, str | None] | None, due: bool
) -> None:
    (script,) = [step["run"] for step in steps(read("publish.yml")) if step.get("id") == "look"]
    if left is not None:
        (tmp_path / "next-change.json").write_text(json.dumps(left), "utf-8")
    env = {**os.environ, "EVENT": event, "GITHUB_OUTPUT": str(tmp_path / "output")}
    subprocess.run([sys.executable, "-c", script], check=True, cwd=tmp_path, env=env)
    assert (tmp_path / "output").read_text("utf-8") == f"yes={str(due).lower()}\n"


@pytest.mark.parametrize(
    ("left", "code"),
    [({"next_change": None}, 77), ({"next_change": FUTURE}, 77), ({"next_change": PAST}, 0), (None, 0)],
)
def test_gitlabs_scheduled_pipeline_does_likewise(
    tmp_path: Path, left: dict[str, str | None] | None, code: int
) -> None:
    first = yaml.safe_load(GITLAB.read_text("utf-8"))["pages"]["script"][0]
    if left is not None:
        (tmp_path / "next-change.json").write_text(json.dumps(left), "utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "CI_PIPELINE_SOURCE": "schedule", "PATH": path}
    run = subprocess.run(["bash", "-c", first], cwd=tmp_path, env=env, capture_output=True, check=False)
    assert run.returncode == code


def test_what_they_call_is_there() -> None:
    """Targets of make, and the engine's fingerprint."""
    text = "".join(path.read_text("utf-8") for path in [*FILES, GITLAB])
    for target in set(re.findall(r"make (\.venv\S+)", text)):
        made = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, check=False)
        assert made.returncode == 0, target
    assert "from lontar.pipeline.engine import fingerprint" in text


def test_the_moment_is_read_from_what_the_command_writes(tmp_path: Path) -> None:
    call = [sys.executable, str(ROOT / "build.py"), "next-change", "--json", "--today", "2025-12-01"]
    told = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True)
    (tmp_path / "next-change.json").write_text(told.stdout, "utf-8")  # a moment of 2025: it has come
    (script,) = [step["run"] for step in steps(read("publish.yml")) if step.get("id") == "look"]
    env = {**os.environ, "EVENT": "schedule", "GITHUB_OUTPUT": str(tmp_path / "output")}
    subprocess.run([sys.executable, "-c", script], check=True, cwd=tmp_path, env=env)
    assert (tmp_path / "output").read_text("utf-8") == "yes=true\n"
    test_gitlabs_scheduled_pipeline_does_likewise(tmp_path, None, 0)


def test_every_call_of_the_engine_is_understood() -> None:
    text = "".join(path.read_text("utf-8") for path in [*FILES, GITLAB])
    calls = set(re.findall(r"build\.py ([a-z-]+)((?: --[a-z-]+)*)", text))
    assert {"check", "build", "verify", "next-change"} <= {name for name, _ in calls}
    group = Commands(Call(ROOT, "en", cli_texts("en")))
    for name, options in calls:
        with group.make_context("build.py", [name]) as context:
            command = group.get_command(context, name)
        assert command is not None, name
        known = {option for one in command.params for option in one.opts}
        assert set(options.split()) <= known, name
