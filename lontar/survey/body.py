"""Reading a form's body: exactly as long as declared, and within seconds.

One timer watches all bodies. A timer for each would leave thousands of cancelled ones in the event loop's
heap under load, where they cost more than the reading itself.
"""

from __future__ import annotations

import asyncio
import time

from starlette.types import Receive

from lontar.survey.errors import RefusedError

SECONDS = 4.5
TICK = 0.25


class BodyReader:
    """`watch` runs beside the requests and ends those whose body has not come after SECONDS + TICK."""

    def __init__(self, seconds: float = SECONDS, tick: float = TICK) -> None:
        self._seconds = seconds
        self._tick = tick
        self._since: dict[asyncio.Task[object], float] = {}
        self._late: set[asyncio.Task[object]] = set()

    async def read(self, receive: Receive, length: int) -> bytes:
        """The body, or a RefusedError: 408 too slow, 400 not of the declared length."""
        task = asyncio.current_task()
        assert task is not None
        self._since[task] = time.monotonic()
        try:
            return await _read(receive, length)
        except asyncio.CancelledError:
            if task not in self._late:
                raise
            self._late.discard(task)
            task.uncancel()
            raise RefusedError(408, "slow") from None
        finally:
            del self._since[task]

    async def watch(self) -> None:
        while True:
            await asyncio.sleep(self._tick)
            oldest = time.monotonic() - self._seconds
            for task, since in list(self._since.items()):  # in the order of their start
                if since > oldest:
                    break
                if task not in self._late:
                    self._late.add(task)
                    task.cancel()


async def _read(receive: Receive, length: int) -> bytes:
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise RefusedError(400, "malformed")
        body += bytes(message.get("body", b""))
        if len(body) > length:
            raise RefusedError(400, "malformed")
        if not message.get("more_body"):
            break
    if len(body) != length:
        raise RefusedError(400, "malformed")
    return body
