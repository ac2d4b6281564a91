"""One process: the application on granian's embedded server, from opening the database to the last answer.

Embedded, so that one process is really one: killing it leaves no worker behind that still holds the
database. granian closes slow clients itself (headers within 4 s).
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import os
import resource
import shutil
import signal
import socket
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TextIO

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

from lontar.survey.app import make_app
from lontar.survey.ballots import Admission
from lontar.survey.catalogue import CatalogueFile
from lontar.survey.database import open_engine, sole_process, sqlite_path
from lontar.survey.endpoint import Endpoint
from lontar.survey.errors import OperatorError
from lontar.survey.gate import Gate
from lontar.survey.keys import load_keys
from lontar.survey.limits import Quota
from lontar.survey.log import Log
from lontar.survey.pages import Pages
from lontar.survey.settings import Settings
from lontar.survey.store import Store
from lontar.survey.voter import CookiePolicy
from lontar.survey.writer import Writer

HEADER_MILLISECONDS = 4000
HEADER_BYTES = 16 * 1024
BACKLOG = 4096
CONNECTIONS = 16384
EXIT_FAULT = 70


def serve(settings: Settings, stream: TextIO) -> None:
    """Serve until SIGTERM or SIGINT, logging to `stream`. OperatorError when the set-up is wrong."""
    log = Log(stream, settings.log)
    with sole_process(settings.database):
        _check_port(settings.host, settings.port)
        endpoint = make_endpoint(settings, log)
        _raise_file_limit()
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)
        _run(_serve(settings, endpoint))


def make_endpoint(settings: Settings, log: Log) -> Endpoint:
    def end_process(fault: BaseException) -> None:
        log.event("ended", what=type(fault).__name__, detail=str(fault))
        os._exit(EXIT_FAULT)

    catalogue_file = CatalogueFile(
        settings.surveys, clock=time.monotonic, tell=lambda error: log.event("surveys", problem=str(error))
    )
    store = Store(open_engine(settings.database))
    return Endpoint(
        path=settings.path,
        language=settings.language,
        catalogue_file=catalogue_file,
        gate=Gate(
            hosts=frozenset(host.lower() for host in settings.hosts), origins=frozenset(settings.origins)
        ),
        admission=Admission(
            keys=load_keys(settings.secrets),
            cookies=CookiePolicy(https=settings.https, cross_site=bool(settings.origins)),
            quota=Quota(settings.quota, time.monotonic),
            proxies=settings.proxies,
            now=time.time,
        ),
        writer=Writer(store, end_process=end_process),
        pages=Pages(settings.path),
        log=log,
        is_shared=sqlite_path(settings.database) is None,
        free_bytes=_free_bytes(sqlite_path(settings.database)),
    )


def _free_bytes(database: Path | None) -> Callable[[], int]:
    folder = (database or Path("survey.db")).absolute().parent
    return lambda: shutil.disk_usage(folder).free


def _run(main: Coroutine[Any, Any, None]) -> None:
    """On uvloop where it is installed (a third more votes a second), else on asyncio's own loop."""
    try:
        uvloop = importlib.import_module("uvloop")
    except ImportError:
        asyncio.run(main)
    else:
        uvloop.run(main)


async def _serve(settings: Settings, endpoint: Endpoint) -> None:
    server = Server(
        make_app(endpoint),
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_MILLISECONDS, max_buffer_size=HEADER_BYTES),
        backlog=BACKLOG,
        backpressure=CONNECTIONS,
        websockets=False,
        log_enabled=False,
    )
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        # not loop.add_signal_handler: under load its pipe is full of other wake-ups and the signal is lost
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(server.stop))
    announcing = asyncio.create_task(_announce(settings, endpoint.log))
    await server.serve()
    announcing.cancel()


async def _announce(settings: Settings, log: Log) -> None:
    """Log "ready" when connections are taken, not when it is hoped that they soon will be."""
    while True:
        try:
            _, writer = await asyncio.open_connection(settings.host, settings.port)
        except OSError:
            await asyncio.sleep(0.01)
        else:
            writer.close()
            log.event("ready")
            return


def _check_port(host: str, port: int) -> None:
    """granian shares a port with whoever else listens on it, and half of the votes would go elsewhere."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        raise OperatorError(
            f"{host}:{port}: cannot listen here ({error.strerror}): choose another --port"
        ) from error


def _raise_file_limit() -> None:
    """A connection is a file; the usual soft limit of 1,024 would be reached by a slow-client attack."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(
        resource.RLIMIT_NOFILE, (min(hard, CONNECTIONS * 2) if hard > 0 else CONNECTIONS * 2, hard)
    )
