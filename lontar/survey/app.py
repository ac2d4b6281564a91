"""The endpoint as an ASGI application: which address is answered by what, and its life from start to stop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.routing import Route, Router

from lontar.survey.body import BodyReader
from lontar.survey.endpoint import Endpoint, Handler
from lontar.survey.log import Log
from lontar.survey.showing import ShowHealth, ShowJson, ShowPage, ShowStyle, Unrouted
from lontar.survey.taking import TakeVote


def make_app(endpoint: Endpoint) -> Router:
    """Starts the writer's thread when served, and stops it after the last answer.

    A bare Router: its handlers answer every fault themselves, so no middleware has to.
    """

    reader = BodyReader()

    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        endpoint.writer.start(asyncio.get_running_loop())
        beside = (asyncio.create_task(_flush_log(endpoint.log)), asyncio.create_task(reader.watch()))
        yield
        for task in beside:
            task.cancel()
        await endpoint.writer.stop()
        endpoint.log.event("stopped")

    path = endpoint.path
    return Router(
        routes=[
            Route(f"{path}/{{id}}", Handler(endpoint, TakeVote(endpoint, reader)), methods=["POST"]),
            Route(f"{path}/{{id}}.json", Handler(endpoint, ShowJson(endpoint)), methods=["GET"]),
            Route(f"{path}/{{id}}", Handler(endpoint, ShowPage(endpoint)), methods=["GET"]),
            Route(endpoint.pages.style_url, Handler(endpoint, ShowStyle(endpoint)), methods=["GET"]),
            Route("/health", Handler(endpoint, ShowHealth(endpoint), any_host=True), methods=["GET"]),
            Route("/{rest:path}", Handler(endpoint, Unrouted(endpoint))),
        ],
        lifespan=lifespan,
    )


async def _flush_log(log: Log) -> None:
    while True:
        await asyncio.sleep(1)
        log.flush()
