"""The plain way, to compare with: the same duties, one SQLite transaction per vote, on the same server.

python -m benchmarks.survey.skeleton PORT FILE
"""

from __future__ import annotations

import asyncio
import secrets
import signal
import sqlite3
import sys
from urllib.parse import parse_qs

from granian.constants import HTTPModes, Interfaces
from granian.server.embed import Server
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route, Router


def make_app(file: str) -> Router:
    database = sqlite3.connect(file, isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE votes (voter BLOB PRIMARY KEY, survey TEXT, choice TEXT)")

    async def vote(request: Request) -> Response:
        choice = parse_qs((await request.body()).decode())["choice"][0]
        database.execute("INSERT INTO votes VALUES (?, ?, ?)", (secrets.token_bytes(16), "a", choice))
        return RedirectResponse("/s/a", 303)

    return Router([Route("/s/{id}", vote, methods=["POST"])])


async def main(port: int, file: str) -> None:
    server = Server(
        make_app(file),
        port=port,
        interface=Interfaces.ASGI,
        http=HTTPModes.http1,
        backlog=4096,
        websockets=False,
        log_enabled=False,
    )
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, server.stop)
    await server.serve()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
