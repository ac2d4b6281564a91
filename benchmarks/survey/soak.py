"""The endpoint under load, killed (SIGKILL) at random moments: every acknowledged vote must still be there.

python -m benchmarks.survey.soak --kills 20 --database sqlite
python -m benchmarks.survey.soak --kills 10 --database postgresql
"""

from __future__ import annotations

import http.client
import random
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import click
import sqlalchemy as sa

from lontar.survey import schema
from lontar.survey.checking import find_faults
from lontar.survey.database import open_engine, parse_url
from lontar.survey.keys import load_keys
from lontar.survey.voter import open_token, voter_id
from tests.survey.running import CHOICES, SURVEY, Running, launch, reserved_port
from tests.tools.postgres import postgres

HEADERS = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}


@dataclass
class Memory:
    """What one client was told: sealed token -> acknowledged choice; and what was sent without an answer."""

    acknowledged: dict[str, str] = field(default_factory=dict)
    unanswered: dict[str, set[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Soaked:
    kills: int
    acknowledged: int
    missing: int
    faults: tuple[str, ...]
    slowest_start: float


class Client(threading.Thread):
    """Votes without pause, a third of the time changing an earlier vote, until told to stop."""

    def __init__(self, seed: int, port: int) -> None:
        super().__init__(daemon=True)
        self.memory = Memory()
        self._port = port
        self.is_over = threading.Event()
        self._chance = random.Random(seed)

    def run(self) -> None:
        while not self.is_over.is_set():
            connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
            with closing(connection), suppress(OSError, http.client.HTTPException):
                while not self.is_over.is_set():
                    self._vote(connection)
            time.sleep(0.01)

    def _vote(self, connection: http.client.HTTPConnection) -> None:
        known = self.memory.acknowledged
        token = self._chance.choice(list(known)[-50:]) if known and self._chance.random() < 0.33 else ""
        choice = self._chance.choice(CHOICES)
        headers = HEADERS | ({"Cookie": f"lontar_voter={token}"} if token else {})
        if token:
            self.memory.unanswered.setdefault(token, set()).add(choice)
        connection.request("POST", f"/s/{SURVEY}", f"choice={choice}", headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 303:
            return
        if not token:
            cookie = answer.headers["Set-Cookie"]
            token = cookie.partition("=")[2].partition(";")[0]
        known[token] = choice
        self.memory.unanswered.pop(token, None)


def soak(
    folder: Path, database: str, *, kills: int, seconds: float, clients: int = 6, seed: int = 1
) -> Soaked:
    """Kill `kills` times, each after up to `seconds` of load; then count what is there."""
    chance = random.Random(seed)
    slowest = 0.0
    with reserved_port() as port:
        voters = [Client(seed * 1000 + number, port) for number in range(clients)]
        for number in range(kills + 1):
            started = time.monotonic()
            running = _start(folder, database, port)
            slowest = max(slowest, time.monotonic() - started)
            if number == 0:
                for voter in voters:
                    voter.start()
            time.sleep(chance.uniform(seconds / 5, seconds))
            if number < kills:
                running.kill()
        for voter in voters:
            voter.is_over.set()
            voter.join()
        running.stop()
    missing, acknowledged, faults = _count(folder, database, [voter.memory for voter in voters])
    return Soaked(kills, acknowledged, missing, faults, slowest)


def _start(folder: Path, database: str, port: int) -> Running:
    """Ready means that a request is answered."""
    running = launch(folder, database, port, "--quota", "100000000", "--log", "problems")
    running.is_ready.wait()
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=10)
    with closing(connection):
        connection.request("GET", "/health")
        assert connection.getresponse().read(), "".join(running.log)
    return running


def _count(folder: Path, database: str, memories: list[Memory]) -> tuple[int, int, tuple[str, ...]]:
    keys = load_keys(folder / "secret.key")
    engine = open_engine(parse_url(database))
    with engine.connect() as connection:
        faults = find_faults(connection)
        v = schema.votes.c
        with connection.begin():
            stored = {
                bytes(voter): choice for voter, choice in connection.execute(sa.select(v.voter, v.choice))
            }
    engine.dispose()
    missing = acknowledged = 0
    for memory in memories:
        for sealed, choice in memory.acknowledged.items():
            visitor = open_token(keys, sealed)
            assert visitor is not None
            possible = {choice} | memory.unanswered.get(sealed, set())
            missing += stored.get(voter_id(keys, SURVEY, visitor.token)) not in possible
            acknowledged += 1
    return missing, acknowledged, tuple(faults)


@contextmanager
def database_of(kind: str, folder: Path) -> Iterator[str]:
    """A new SQLite file, or a PostgreSQL server of our own for the time being."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'survey.db'}"
        return
    with postgres() as url:
        yield url


@click.command()
@click.option("--database", type=click.Choice(["sqlite", "postgresql"]), default="sqlite", show_default=True)
@click.option("--kills", default=20, show_default=True)
@click.option("--seconds", default=2.0, show_default=True, help="The longest load before a kill.")
@click.option("--seed", default=1, show_default=True)
def main(database: str, kills: int, seconds: float, seed: int) -> None:
    """Kill the endpoint under load and count."""
    with tempfile.TemporaryDirectory() as name, database_of(database, Path(name)) as url:
        result = soak(Path(name), url, kills=kills, seconds=seconds, seed=seed)
    click.echo(
        f"{database}: killed {result.kills} times, {result.acknowledged:,} voters acknowledged,"
        f" {result.missing} missing, tally {'= COUNT' if not result.faults else result.faults},"
        f" slowest start {result.slowest_start:.2f} s"
    )
    raise SystemExit(1 if result.missing or result.faults else 0)


if __name__ == "__main__":
    main()
