"""The endpoint inside the test's own process, where the test holds the clock."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import httpx

from lontar.survey.app import make_app
from lontar.survey.database import parse_url
from lontar.survey.endpoint import Endpoint
from lontar.survey.log import Log
from lontar.survey.server import make_endpoint
from lontar.survey.settings import Settings
from tests.survey.running import write_surveys
from tests.tools.apart import run_apart

Answer = TypeVar("Answer")


@dataclass
class Clock:
    now: float = 1_795_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Local:
    endpoint: Endpoint
    clock: Clock
    stream: io.StringIO

    def talk(self, conversation: Callable[[httpx.AsyncClient], Awaitable[Answer]]) -> Answer:
        """Run a conversation of requests; the writer lives as long as it."""

        async def main() -> Answer:
            self.endpoint.writer.start(asyncio.get_running_loop())
            transport = httpx.ASGITransport(make_app(self.endpoint), client=("203.0.113.9", 1))
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8800") as client:
                answer = await conversation(client)
            await self.endpoint.writer.stop()
            return answer

        return run_apart(main())


def local(folder: Path, database: str, **changes: object) -> Local:
    surveys = folder / "surveys.json"
    if not surveys.exists():
        write_surveys(surveys)
    stream = io.StringIO()
    settings = Settings(surveys, parse_url(database), folder / "secret.key", **changes)  # type: ignore[arg-type]
    endpoint = make_endpoint(settings, Log(stream))
    clock = Clock()
    return Local(replace(endpoint, admission=replace(endpoint.admission, now=clock)), clock, stream)
