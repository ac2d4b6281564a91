"""Votes a second, with wrk beside the endpoint on the same machine, and the plain ways in the same run.

python -m benchmarks.survey.bench --seconds 10
python -m benchmarks.survey.bench --isso      (Isso in a virtual environment under benchmarks/work)
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks.survey.soak import database_of
from tests.survey.running import SURVEY, endpoint, reserved_port

HERE = Path(__file__).parent
WORK = HERE.parent / "work"


@dataclass(frozen=True, slots=True)
class Load:
    """What wrk saw: votes/s that were taken, latencies in ms, answers of 400 and up, and socket errors."""

    rate: float
    p50: float
    p99: float
    refused: int
    broken: int


def load(url: str, *, connections: int, seconds: int, script: str = "vote.lua") -> Load:
    wrk = shutil.which("wrk")
    if wrk is None:
        raise click.ClickException("wrk is not installed: install the package wrk")
    command = [
        wrk,
        "-t1",
        f"-c{connections}",
        f"-d{seconds}s",
        "--timeout",
        "10s",
        "-s",
        str(HERE / script),
        url,
    ]
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE)
    seen = json.loads(done.stdout.strip().splitlines()[-1])
    taken = seen["requests"] - seen["status"]
    return Load(taken / seen["seconds"], seen["p50"], seen["p99"], seen["status"], seen["socket"])


def memory_of(pid: int) -> float:
    """The most memory the process has used so far, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def ours(kind: str, seconds: int) -> Iterator[tuple[str, Load, float]]:
    for connections in (64, 256, 1000):
        with tempfile.TemporaryDirectory() as name, database_of(kind, Path(name)) as url:
            with endpoint(Path(name), url, "--quota", "1000000000", "--log", "problems") as running:
                seen = load(running.survey_url, connections=connections, seconds=seconds)
                memory = memory_of(running.process.pid)
            refused = {entry["status"] for entry in running.entries() if "status" in entry}
            assert refused <= {503}, f"answers other than 303 and 503: {refused}"
        yield f"Lontar, {kind}, {connections} connections", seen, memory


@contextmanager
def process(command: list[str], port: int, **more: object) -> Iterator[int]:
    """A server that is up when its port answers."""
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, **more)  # type: ignore[call-overload]
    try:
        for _ in range(200):
            with suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
                break
            if running.poll() is not None:
                raise click.ClickException(f"{command[0]} does not start")
            time.sleep(0.05)
        yield running.pid
    finally:
        running.terminate()
        running.wait()


def plain(seconds: int) -> Iterator[tuple[str, Load, float]]:
    with tempfile.TemporaryDirectory() as name, reserved_port() as port:
        command = [sys.executable, "-m", "benchmarks.survey.skeleton", str(port), f"{name}/plain.db"]
        with process(command, port) as pid:
            seen = load(f"http://127.0.0.1:{port}/s/{SURVEY}", connections=64, seconds=seconds)
            yield "one transaction per vote, sqlite, 64 connections", seen, memory_of(pid)


def isso(seconds: int) -> Iterator[tuple[str, Load, float]]:
    """As shipped, moderation and the limits on guests off, its own server."""
    folder = WORK / "isso"
    program = folder / "bin" / "isso"
    if not program.exists():
        venv.create(folder, with_pip=True)
        subprocess.run(
            [folder / "bin" / "pip", "install", "--quiet", "isso==0.14.0", "setuptools<81"],
            check=True,
            stderr=subprocess.DEVNULL,
        )
    with tempfile.TemporaryDirectory() as name, reserved_port() as port:
        settings = Path(name) / "isso.cfg"
        settings.write_text(
            f"[general]\ndbpath = {name}/isso.db\nhost = http://localhost:8000/\n"
            f"[server]\nlisten = http://127.0.0.1:{port}\n[guard]\nenabled = false\n"
        )
        environment = os.environ | {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
        with process([str(program), "-c", str(settings), "run"], port, env=environment) as pid:
            seen = load(f"http://127.0.0.1:{port}/", connections=64, seconds=seconds, script="comment.lua")
            yield "Isso 0.14, sqlite, 64 connections", seen, memory_of(pid)


@click.command()
@click.option("--seconds", default=8, show_default=True, help="Load per line.")
@click.option("--postgresql/--no-postgresql", default=True, show_default=True)
@click.option("--isso", "with_isso", is_flag=True, help="Compare with Isso too (installs it on first use).")
def main(seconds: int, postgresql: bool, with_isso: bool) -> None:
    """Load everything in turn and print one line each."""
    subjects: list[Callable[[], Iterator[tuple[str, Load, float]]]] = [
        lambda: plain(seconds),
        lambda: ours("sqlite", seconds),
    ]
    if postgresql:
        subjects.append(lambda: ours("postgresql", seconds))
    if with_isso:
        subjects.append(lambda: isso(seconds))
    click.echo(f"{'':52} {'votes/s':>8} {'p50 ms':>7} {'p99 ms':>7} {'refused':>8} {'broken':>7} {'MB':>5}")
    for subject in subjects:
        for name, seen, memory in subject():
            click.echo(
                f"{name:52} {seen.rate:8,.0f} {seen.p50:7.1f} {seen.p99:7.1f} {seen.refused:8}"
                f" {seen.broken:7} {memory:5.0f}"
            )


if __name__ == "__main__":
    main()
