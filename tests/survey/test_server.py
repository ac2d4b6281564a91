from __future__ import annotations

import contextlib
import socket
import threading
from pathlib import Path

import httpx

from tests.survey.running import SURVEY, endpoint, launch, vote, write_surveys
from tests.tools.waiting import PATIENCE


def test_it_starts_with_nothing_but_a_built_site(tmp_path: Path, sqlite_url: str) -> None:
    with endpoint(tmp_path, sqlite_url) as running:
        assert running.vote().status_code == 303
        children = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children")
        assert children.read_text() == ""
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600
    assert running.process.returncode == 0
    assert [entry["event"] for entry in running.entries() if "event" in entry] == ["ready", "stopped"]


def test_settings_come_from_the_environment_too(tmp_path: Path, postgres_url: str) -> None:
    write_surveys(tmp_path / "surveys.json")
    env = {
        "DATABASE_URL": postgres_url,
        "LONTAR_SURVEY_QUOTA": "0",
        "LONTAR_SURVEY_LANGUAGE": "en",
        "LONTAR_SURVEY_PATH": "/suara",
        "LONTAR_SURVEY_LOG": "problems",
        "LONTAR_SURVEY_ALLOW_ORIGIN": "https://a.example https://b.example",
    }
    with endpoint(tmp_path, "", env=env) as running:
        asked = vote(f"{running.url}/suara/{SURVEY}")
        assert asked.status_code == 428
        assert "One more step" in asked.text
        other = vote(
            f"{running.url}/suara/{SURVEY}",
            headers={"Sec-Fetch-Site": "cross-site", "Origin": "https://b.example"},
        )
        assert other.status_code == 428
        httpx.get(f"{running.url}/suara/{SURVEY}").raise_for_status()
    assert [entry["status"] for entry in running.entries() if "status" in entry] == [428, 428]


def test_a_graceful_stop_answers_every_vote_that_was_taken(tmp_path: Path, database: str) -> None:
    """Clients vote as fast as they can while SIGTERM comes: stored is exactly what was answered."""
    with endpoint(tmp_path, database, "--quota", "100000") as running:
        answered: list[int] = []
        enough = threading.Event()

        def keep_voting() -> None:
            with httpx.Client(headers={"Sec-Fetch-Site": "same-origin"}) as client:
                while True:
                    client.cookies.clear()
                    try:
                        answer = client.post(running.survey_url, data={"choice": "puas"})
                    except httpx.TransportError:
                        return
                    if answer.status_code == 303:
                        answered.append(1)
                    if len(answered) > 100:
                        enough.set()

        voters = [threading.Thread(target=keep_voting) for _ in range(8)]
        for voter in voters:
            voter.start()
        assert enough.wait(PATIENCE)
        assert running.stop() == 0
        for voter in voters:
            voter.join()
    with endpoint(tmp_path, database) as again:
        assert again.results()["n"] == len(answered)


def test_a_stop_in_a_burst_of_votes_is_heard_and_answers_them(tmp_path: Path, sqlite_url: str) -> None:
    """Hundreds of wake-ups wait in the event loop when the signal comes; it must not be lost among them."""
    body = b"choice=puas"
    request = (
        f"POST /s/{SURVEY} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        "Sec-Fetch-Site: same-origin\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode() + body
    with endpoint(tmp_path, sqlite_url, "--quota", "100000") as running, contextlib.ExitStack() as open_peers:
        address = ("127.0.0.1", running.port)
        peers = [
            open_peers.enter_context(socket.create_connection(address, timeout=PATIENCE)) for _ in range(500)
        ]
        for peer in peers:
            peer.sendall(request)
        assert running.stop() == 0
        answered = 0
        for peer in peers:
            with contextlib.suppress(ConnectionResetError):
                answered += peer.recv(4096).startswith(b"HTTP/1.1 303")
    with endpoint(tmp_path, sqlite_url) as again:
        assert again.results()["n"] == answered


def test_ready_means_that_votes_are_taken(tmp_path: Path, sqlite_url: str, port: int) -> None:
    running = launch(tmp_path, sqlite_url, port)
    try:
        assert running.is_ready.wait(PATIENCE)
        assert running.vote().status_code == 303
    finally:
        running.stop()
