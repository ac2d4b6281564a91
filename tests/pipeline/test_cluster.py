"""Texts and photos made on a real cluster of two workers are the same to the byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest

from lontar.errors import ConfigErrors
from lontar.messages import tell
from lontar.pipeline import engine
from lontar.pipeline.cluster import ask_workers, cluster, look
from tests.pipeline.conftest import TODAY, Place, make_place, paint

ROOT = Path(__file__).parents[2]


@contextmanager
def running_cluster(workers: int) -> Iterator[str]:
    command = [sys.executable, "-m", "tests.tools.cluster", str(workers)]
    with subprocess.Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()


def build(place: Place, *words: str) -> subprocess.CompletedProcess[str]:
    request = place.request
    folders = {"root": place.root, "output": request.output, "cache": request.cache}
    options = [f"--{name}={folder}" for name, folder in folders.items()]
    call = [sys.executable, str(ROOT / "build.py"), *options, f"--templates={request.templates}"]
    call += [f"--today={TODAY}", *words]
    return subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)


def test_output_of_a_cluster_is_the_same(tmp_path: Path) -> None:
    place = make_place(tmp_path, 60)
    for number in range(5):
        paint(place.root / f"content/media/foto-{number}.png", [40 * number, 90, 200])
        place.article(number + 1, cover=f"{{file: /media/foto-{number}.png, alt: Kain {number}}}")
    with running_cluster(2) as address:
        told = build(place, "--executor", address, "--json")
        assert told.returncode == 0, told.stderr
        report: dict[str, Any] = json.loads(told.stdout)
        assert report["renditions"] > 10
        assert place.tree() == place.clean_tree()
        os.utime(place.root / "content/berita/kabar-1.md", (1, 1))
        again = json.loads(build(place, "--executor", address, "--json").stdout)
        assert (again["rendered"], again["renditions"]) == (0, 0)


@pytest.mark.parametrize(
    ("address", "words"),
    [("spark://127.0.0.1:1", "bukan alamat klaster"), ("dask://127.0.0.1:1", "tidak menjawab")],
)
def test_a_cluster_that_is_none_is_told(place: Place, address: str, words: str) -> None:
    told = build(place, "--executor", address)
    assert told.returncode == 2
    assert words in told.stderr
    assert "Traceback" not in told.stderr
    assert not (place.output / "index.html").exists()


def test_workers_are_asked_before_they_work(tmp_path: Path) -> None:
    folder = str(tmp_path)
    own = look((folder,))
    assert own == (engine.fingerprint(), (True,))
    ask_workers({"tcp://a": own, "tcp://b": own}, "dask://a")
    other = look((folder, folder + "/tiada"))
    cases: list[tuple[dict[str, Any], str]] = [
        ({}, "executor-empty"),
        ({"tcp://a": own, "tcp://b": ("lain", (True,))}, "executor-differs"),
        ({"tcp://a": other}, "executor-blind"),
    ]
    for told, code in cases:
        with pytest.raises(ConfigErrors) as error:
            ask_workers(told, "dask://a")
        assert error.value.problems[0].code == code


def test_without_the_library_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ConfigErrors) as error, cluster("dask://127.0.0.1:8786", ()):
        pass
    assert error.value.problems[0].code == "executor-missing"
    assert "lontar[cluster]" in tell(error.value.problems[0], "id").hint
