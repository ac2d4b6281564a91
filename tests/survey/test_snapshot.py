from __future__ import annotations

import datetime as dt
import json
import socket
import threading
from pathlib import Path

import pytest

from lontar.survey import snapshot
from lontar.survey.catalogue import Catalogue
from lontar.survey.errors import OperatorError
from tests.survey.running import SURVEY, Running

NOW = dt.datetime(2026, 11, 24, 10, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def test_the_file_the_build_reads(catalogue: Catalogue) -> None:
    counts = {SURVEY: {("choice", "sangat-puas"): 8, ("choice", "puas"): 4}}
    data = json.loads(snapshot.snapshot_of(catalogue, counts, NOW))
    assert data["version"] == 1
    assert data["counted_at"] == "2026-11-24T10:00:00+07:00"
    assert data["surveys"][SURVEY] == {
        "n": 12,
        "counts": {"sangat-puas": 8, "puas": 4, "cukup-puas": 0, "tidak-puas": 0},
    }
    skm = data["surveys"]["skm-2026"]
    assert skm["n"] == 0
    assert skm["questions"]["u9"]["puas"] == 0


def test_fetched_from_a_running_endpoint(running: Running, catalogue: Catalogue) -> None:
    running.vote("puas")
    only = Catalogue("id", "s", "u", {SURVEY: catalogue.polls[SURVEY]})
    counts = snapshot.fetch_counts(f"{running.url}/s/", only)
    assert counts[SURVEY]["choice", "puas"] == 1


def test_an_endpoint_that_is_down_or_slow_is_told_in_time(
    catalogue: Catalogue, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "SECONDS", 0.2)
    with pytest.raises(OperatorError, match="the last snapshot stays"):
        snapshot.fetch_counts(f"http://127.0.0.1:{port}/s", catalogue)
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        pytest.raises(OperatorError, match="the last snapshot stays"),
    ):
        snapshot.fetch_counts(f"http://127.0.0.1:{silent.getsockname()[1]}/s", catalogue)
    with pytest.raises(OperatorError, match="is not an http address"):
        snapshot.fetch_counts("file:///etc", catalogue)


@pytest.mark.parametrize("body", [b"[]", b"{}", b"<html>", b'{"choices": [{"value": "puas"}]}', b"5"])
def test_an_answer_that_is_not_a_surveys_is_told(catalogue: Catalogue, body: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            peer, _ = server.accept()
            with peer:
                peer.recv(4096)
                peer.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body)

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(OperatorError, match="the last snapshot stays"):
            snapshot.fetch_counts(f"http://127.0.0.1:{server.getsockname()[1]}/s", catalogue)
        thread.join()


def test_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "survey-results.json"
    path.write_text("old")
    snapshot.write(path, b"new")
    assert path.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["survey-results.json"]
