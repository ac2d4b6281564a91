"""Families 30 to 32 and 38 over raw sockets: what no browser sends."""

from __future__ import annotations

import contextlib
import resource
import socket
import time
from pathlib import Path

import httpx
import pytest

from lontar.survey.copying import backup
from lontar.survey.database import parse_url
from tests.survey.running import AGENT, SURVEY, Running, endpoint
from tests.tools.waiting import PATIENCE

HEAD = f"POST /s/{SURVEY} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n"
FORM = "Content-Type: application/x-www-form-urlencoded\r\n"
BODY = "choice=puas"


def _connect(running: Running) -> socket.socket:
    return socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE)


def _all(peer: socket.socket) -> bytes:
    """Everything until the other side closes."""
    received = b""
    with contextlib.suppress(ConnectionResetError):
        while data := peer.recv(65536):
            received += data
    return received


def _status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


def _ask(running: Running, raw: str | bytes) -> bytes:
    with _connect(running) as peer:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            peer.sendall(raw.encode("latin-1") if isinstance(raw, str) else raw)
        return _all(peer)


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (f"{HEAD}{FORM}Content-Length: 11\r\n\r\n{BODY}", 303),
        (f"{HEAD}{FORM}Content-Length: 4097\r\n\r\n", 413),
        (f"{HEAD}{FORM}Content-Length: 99999999999\r\n\r\n", 413),
        (f"{HEAD}{FORM}\r\n{BODY}", 411),
        (f"{HEAD}Content-Type: text/plain\r\nContent-Length: 11\r\n\r\n{BODY}", 415),
        (f"{HEAD}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 11\r\n\r\n{BODY}", 415),
        (f"{HEAD}Content-Length: 11\r\n\r\n{BODY}", 415),
    ],
)
def test_30_limits_hold_before_the_body_is_read(shared: Running, raw: str, status: int) -> None:
    assert _status(_ask(shared, raw)) == status


def test_30_headers_beyond_the_buffer_are_refused(shared: Running) -> None:
    assert _status(_ask(shared, f"{HEAD}X-Long: {'a' * 40_000}\r\n\r\n")) in (0, 400, 431)
    assert shared.vote().status_code == 303


@pytest.mark.parametrize(
    "raw",
    [
        f"{HEAD}{FORM}Content-Length: 11\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{BODY}",
        f"{HEAD}{FORM}Transfer-Encoding: chunked\r\nContent-Length: 11\r\n\r\n0\r\n\r\n{BODY}",
        f"{HEAD}{FORM}Transfer-Encoding: chunked\r\n\r\nb\r\n{BODY}\r\n0\r\n\r\n",
        f"{HEAD}{FORM}Transfer-Encoding: identity, chunked\r\n\r\nb\r\n{BODY}\r\n0\r\n\r\n",
        f"{HEAD}{FORM}Transfer-Encoding: xchunked\r\nContent-Length: 11\r\n\r\n{BODY}",
        f"{HEAD}{FORM}Transfer-Encoding : chunked\r\nContent-Length: 11\r\n\r\n{BODY}",
        f"{HEAD}{FORM}Content-Length: 11\r\nContent-Length: 12\r\n\r\n{BODY}",
        f"{HEAD}{FORM}Content-Length: +11\r\n\r\n{BODY}",
        f"{HEAD}{FORM}Content-Length: 0x0b\r\n\r\n{BODY}",
        f"{HEAD}Host: evil.example\r\n{FORM}Content-Length: 11\r\n\r\n{BODY}",
        f"{HEAD}{FORM}X: a\r\n folded\r\nContent-Length: 11\r\n\r\n{BODY}",
        f"POST /s/{SURVEY} HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\n{FORM}Content-Length: 11\r\n\r\n{BODY}",
        f"POST /s/{SURVEY} HTTP/1.1\r\nHost: evil.example\r\n{FORM}Content-Length: 11\r\n\r\n{BODY}",
        f"POST /s/{SURVEY} HTTP/1.1\r\nHost:\r\n{FORM}Content-Length: 11\r\n\r\n{BODY}",
        "nonsense\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(100),
    ],
)
def test_31_ambiguous_framing_and_unknown_hosts_are_refused_and_store_nothing(
    shared: Running, raw: str | bytes
) -> None:
    before = shared.results()["n"]
    answer = _ask(shared, raw)
    assert _status(answer) in (0, 400)
    assert answer.count(b"HTTP/1.1 ") <= 1
    assert shared.results()["n"] == before


@pytest.mark.alone
def test_30_a_slow_head_and_a_slow_body_are_closed_in_time(shared: Running) -> None:
    """Both at once: 4 s for the head, 5 s for the body."""
    with _connect(shared) as slow_head, _connect(shared) as slow_body, _connect(shared) as silent:
        started = time.monotonic()
        slow_head.sendall(HEAD.encode())
        slow_body.sendall(f"{HEAD}{FORM}Content-Length: 11\r\n\r\ncho".encode())
        assert _status(_all(slow_head)) in (0, 408)
        answer = _all(slow_body)
        assert _status(answer) == 408
        assert b"Permintaan terlalu lambat" in answer
        assert _all(silent) == b""
        assert time.monotonic() - started < 9


@pytest.mark.alone
def test_30_a_normal_vote_is_quick_while_2000_slow_connections_are_held(
    tmp_path: Path, sqlite_url: str
) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 4096)), hard))
    with contextlib.ExitStack() as held, endpoint(tmp_path, sqlite_url, "--quota", "1000") as running:
        for _ in range(2000):
            peer = held.enter_context(_connect(running))
            peer.sendall(HEAD.encode())
        times = []
        with httpx.Client(headers={"Sec-Fetch-Site": "same-origin"}) as client:
            for _ in range(9):
                started = time.perf_counter()
                assert client.post(running.survey_url, data={"choice": "puas"}).status_code == 303
                times.append(time.perf_counter() - started)
        assert sorted(times)[4] < 0.1
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_32_any_query_and_path_are_answered_without_a_fault(shared: Running) -> None:
    for path in (
        "/s/%00",
        "/s/%ff",
        "/s/..%2f..%2fetc",
        "/s/" + "a" * 8000,
        "/s/a/b/c",
        "//",
        "/s/x?%ff=%00",
    ):
        assert _status(
            _ask(shared, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        ) in (
            400,
            404,
        )
    assert not [entry for entry in shared.entries() if entry.get("event") == "fault"]


def test_38_no_address_and_no_agent_anywhere_on_disk_or_in_the_log(tmp_path: Path, sqlite_url: str) -> None:
    address, cookie = "198.51.100.77", "canarycookie"
    with endpoint(tmp_path, sqlite_url, "--trusted-proxy", "127.0.0.1", "--quota", "3") as running:
        for choice in ("puas", "puas", "tidak-puas", "puas", "tidak-ada"):
            headers = {
                "X-Forwarded-For": address,
                "Cookie": f"other={cookie}",
                "Referer": "http://canary.example",
            }
            running.vote(choice, headers=headers, fields={"website": "" if choice == "puas" else "x"})
        httpx.get(running.survey_url, headers={"User-Agent": AGENT, "X-Forwarded-For": address})
        backup(parse_url(sqlite_url), tmp_path / "backup.db")
        alive = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert "survey.db-wal" in alive
    after = {f"after {path.name}": path.read_bytes() for path in tmp_path.iterdir()}
    everything = alive | after | {"log": "".join(running.log).encode()}
    for canary in (address, "CanaryAgent", cookie, "canary.example", "127.0.0.1:"):
        packed = socket.inet_aton(address) if canary == address else canary.encode()
        hits = [
            name
            for name, content in everything.items()
            if (canary.encode() in content or packed in content)
            and not (name == "log" and canary == "127.0.0.1:")
        ]
        assert hits == [], canary
