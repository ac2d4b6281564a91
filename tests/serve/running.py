"""A real preview process on a free port, and what the tests do with it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psutil

from tests.survey.running import reserved_port

ROOT = Path(__file__).parents[2]
DEADLINE = 30.0
PAUSE = threading.Event()
"""Never set: its wait leaves the processor to the others."""


def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for something another process does, giving it the processor; fail after the deadline."""
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, f"not reached: {what}"
        PAUSE.wait(0.005)


@dataclass
class Running:
    """The process, what it said so far, and how to reach it."""

    process: subprocess.Popen[str]
    port: int
    said: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def text(self) -> str:
        return "".join(self.said)

    def get(self, path: str, **more: Any) -> httpx.Response:
        return httpx.get(self.url + path, timeout=DEADLINE, **more)

    def state(self) -> dict[str, Any]:
        """What the preview tells every open page."""
        with httpx.stream("GET", f"{self.url}/.lontar/events", timeout=DEADLINE) as stream:
            line = next(line for line in stream.iter_lines() if line.startswith("data: "))
        told: dict[str, Any] = json.loads(line.removeprefix("data: "))
        return told

    def says(self, words: str) -> None:
        """Wait until this was said on the terminal."""
        end = time.monotonic() + DEADLINE
        while words not in self.text:
            assert self.process.poll() is None and time.monotonic() < end, f"{words!r} not in {self.text!r}"
            PAUSE.wait(0.005)

    def family(self) -> list[psutil.Process]:
        """The process and all that it started."""
        own = psutil.Process(self.process.pid)
        return [own, *own.children(recursive=True)]

    def stop(self, number: int = signal.SIGINT) -> int:
        """End it as Ctrl-C does; the exit code. Nothing that it started may be left."""
        if self.process.poll() is not None:
            return self.process.returncode
        family = self.family()
        self.process.send_signal(number)
        code = self.process.wait(DEADLINE)
        left = psutil.wait_procs(family, 5)[1]
        assert left == [], left
        return code


@contextmanager
def preview(
    root: Path, *options: str, templates: Path | None = None, lang: str = "id", ready: bool = True
) -> Iterator[Running]:
    """Serve a site until the block ends; `ready` waits for its first build, which must be good."""
    with reserved_port() as free:
        port = free
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--root", str(root), "--lang", lang]
    command += ["--port", str(port), "--templates", str(templates or ROOT / "templates"), *options]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LONTAR")}
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, cwd=root, env=environment
    )
    running = Running(process, port)

    def read() -> None:
        assert process.stderr is not None
        with process.stderr as lines:
            for line in lines:
                running.said.append(line)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    try:
        running.says("Pratinjau:" if lang == "id" else "Preview:")
        if ready:
            running.says("Situs siap" if lang == "id" else "The site is ready")
        yield running
    finally:
        running.stop()
        reader.join(5)
