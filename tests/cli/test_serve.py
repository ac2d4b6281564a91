"""`serve` as a command: what it says, how it ends, and that nothing of it is left."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

from lontar.cli.main import run
from tests.pipeline.conftest import Place, make_place
from tests.serve.running import preview
from tests.tools.sample import ROOT


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return make_place(tmp_path)


def test_one_line_for_each_build(place: Place) -> None:
    templates = place.request.templates
    with preview(place.root, "--jobs", "1", templates=templates, lang="en") as running:
        assert f"Preview: {running.url}/ (Ctrl+C ends it)\n" in running.text
        place.article(5, body="Baru.")
        running.says("content/berita/kabar-5.md: 5 files written of 94 pages, ")
        place.article(5, category="salah")
        running.says("content/berita/kabar-5.md: mistakes: 1. The last good page stays:\n")
        running.says("content/berita/kabar-5.md:4: category “salah” is not known: ")
        place.article(5, body="Baru.")
        running.says("content/berita/kabar-5.md: the site is the same (")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_well_and_leaves_no_process(place: Place, number: signal.Signals) -> None:
    with preview(place.root, templates=place.request.templates) as running:
        assert running.stop(number) == 0
    assert running.text.endswith("\nPratinjau selesai.\n")


def test_it_ends_in_the_middle_of_the_first_build(tmp_path: Path) -> None:
    options = ("--cache", str(tmp_path / "cache"), "--jobs", "2")
    with preview(ROOT, *options, ready=False) as running:
        while len(running.family()) < 3:  # itself, the build, and what multiprocessing needs
            assert running.process.poll() is None
            time.sleep(0)
        assert running.stop() == 0


@pytest.mark.alone
def test_the_sample_site_is_served_within_two_seconds(tmp_path: Path) -> None:
    started = time.monotonic()
    with preview(ROOT, "--cache", str(tmp_path / "cache"), ready=False) as running:
        assert "Situs sedang dibuat" in running.get("/").text
        first = time.monotonic() - started
    assert first < 2


def test_a_taken_port_is_told(place: Place) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        options = ("--port", str(port), "--jobs", "1")
        with preview(place.root, *options, templates=place.request.templates) as running:
            running.says(f"Porta {port} sedang dipakai; pratinjau memakai ")


def test_make_serves_with_votes() -> None:
    call = ["make", "-n", "--no-print-directory", "serve-survey", "PORT=8123"]  # `make test` may run this
    told = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == ".venv/bin/python build.py serve --survey --port 8123"


def test_wrong_calls(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--port", "0", "--lang", "en"], ROOT) == 2
    assert run(["serve", "--host", "0.0.0.0", "--lang", "en"], ROOT) == 2
    assert "--host" in capsys.readouterr().err


def test_a_missing_endpoint_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("lontar.serve.votes.missing_parts", lambda: ["granian"])
    assert run(["serve", "--survey", "--root", str(tmp_path), "--lang", "en"], ROOT) == 2
    assert "--survey needs the packages granian. Run: pip install 'lontar[survey]'" in capsys.readouterr().err
