"""A real endpoint process on a free loopback port, and what the tests do with it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.tools.waiting import PATIENCE

SURVEY = "kepuasan-situs"
CHOICES = ("sangat-puas", "puas", "cukup-puas", "tidak-puas")
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
AGENT = "CanaryAgent/77.31 (nobody)"


def survey_entry(id: str = SURVEY, **changes: Any) -> dict[str, Any]:  # noqa: A002 - the format's name
    labels = ("Sangat Puas", "Puas", "Cukup Puas", "Tidak Puas")
    choices = [
        {"value": value, "label": label, "score": 4 - place, "icon": value}
        for place, (value, label) in enumerate(zip(CHOICES, labels, strict=True))
    ]
    return {
        "id": id,
        "question": "Seberapa puas Anda dengan situs ini?",
        "kind": "satisfaction",
        "choices": choices,
        "opens": None,
        "closes": None,
        "show_results": True,
        "url": f"/survei/{id}/",
    } | changes


def skm_entry() -> dict[str, Any]:
    unsur = (
        "Persyaratan",
        "Prosedur",
        "Waktu",
        "Biaya",
        "Produk",
        "Kompetensi",
        "Perilaku",
        "Pengaduan",
        "Sarana",
    )
    questions = [
        {"id": f"u{n}", "unsur": name, "text": f"Bagaimana {name.lower()} pelayanan?"}
        for n, name in enumerate(unsur, 1)
    ]
    return survey_entry("skm-2026", kind="skm", questions=questions)


def translated_entry() -> dict[str, Any]:
    """The survey with its translation, of a site that has an English edition."""
    labels = ("Very satisfied", "Satisfied", "Fairly satisfied", "Not satisfied")
    english = {
        "question": "How satisfied are you with this site?",
        "choices": dict(zip(CHOICES, labels, strict=True)),
        "url": f"/en/survei/{SURVEY}/",
    }
    return survey_entry(translations={"en": english})


ENGLISH = {"en": {"title": "Craft Council of Bojonegoro", "url": "https://dekranasda.example/en/"}}


def write_surveys(
    path: Path, *entries: dict[str, Any], language: str = "id", translations: dict[str, Any] | None = None
) -> Path:
    site: dict[str, Any] = {"title": "Dekranasda Bojonegoro", "url": "https://dekranasda.example"}
    site |= {"translations": translations} if translations else {}
    surveys = list(entries) or [survey_entry()]
    data = {"version": 1, "language": language, "site": site, "surveys": surveys}
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


@contextlib.contextmanager
def reserved_port() -> Iterator[int]:
    """A loopback port where nobody answers. In the block the system gives it to no other process, but a
    server that is told to may listen there, and again after it was killed (SO_REUSEADDR)."""
    with socket.socket() as reservation:
        reservation.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        reservation.bind(("127.0.0.1", 0))
        yield int(reservation.getsockname()[1])


@dataclass
class Running:
    """The process, its log so far, and how to reach it."""

    process: subprocess.Popen[str]
    port: int
    log: list[str]
    reader: threading.Thread
    is_ready: threading.Event

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def survey_url(self) -> str:
        return f"{self.url}/s/{SURVEY}"

    def results(self, survey: str = SURVEY) -> Any:
        return httpx.get(f"{self.url}/s/{survey}.json").raise_for_status().json()

    def vote(self, choice: str = "puas", **more: Any) -> httpx.Response:
        return vote(self.survey_url, choice, **more)

    def kill(self) -> None:
        self.process.kill()
        self._ended()

    def stop(self) -> int:
        """SIGTERM, as a supervisor does; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self._ended()

    def _ended(self) -> int:
        code = self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        return code

    def entries(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.log if line.startswith("{")]


def vote(url: str, choice: str = "puas", **more: Any) -> httpx.Response:
    headers = SAME_ORIGIN | {"User-Agent": AGENT} | more.pop("headers", {})
    fields = {"choice": choice} | more.pop("fields", {})
    return httpx.post(url, data=fields, headers=headers, timeout=PATIENCE, **more)


def launch(
    folder: Path, database: str, port: int, *options: str, env: dict[str, str] | None = None
) -> Running:
    """Start the endpoint; returns at once."""
    surveys = folder / "surveys.json"
    if not surveys.exists():
        write_surveys(surveys)
    command = [sys.executable, "-m", "lontar.survey", "serve", "--port", str(port)]
    command += ["--surveys", str(surveys), "--secrets", str(folder / "secret.key"), *options]
    command += ["--database", database] if database else []
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).parents[2],
        env={name: value for name, value in os.environ.items() if "DATABASE" not in name} | (env or {}),
    )
    log: list[str] = []
    ready = threading.Event()

    def read() -> None:
        assert process.stderr is not None
        with process.stderr as lines:
            for line in lines:
                log.append(line)
                if '"event": "ready"' in line:
                    ready.set()
        ready.set()

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    return Running(process, port, log, reader, ready)


@contextlib.contextmanager
def endpoint(
    folder: Path, database: str, *options: str, env: dict[str, str] | None = None
) -> Iterator[Running]:
    """A ready endpoint; stopped at the end."""
    with reserved_port() as port:
        running = launch(folder, database, port, *options, env=env)
        try:
            assert running.is_ready.wait(PATIENCE), "the endpoint does not start"
            assert running.process.poll() is None, "".join(running.log)
            yield running
        finally:
            running.stop()
