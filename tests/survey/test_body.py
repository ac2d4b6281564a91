from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from lontar.survey.body import BodyReader
from lontar.survey.errors import RefusedError
from tests.tools.apart import run_apart

Receive = Callable[[], Awaitable[Any]]


def _of(*messages: dict[str, Any]) -> Receive:
    waiting = list(messages)

    async def receive() -> Any:
        return waiting.pop(0) if waiting else await asyncio.Event().wait()

    return receive


def _part(body: bytes, more: bool = False) -> dict[str, Any]:
    return {"type": "http.request", "body": body, "more_body": more}


def _read(receive: Receive, length: int = 4) -> bytes:
    async def main() -> bytes:
        reader = BodyReader(seconds=0.01, tick=0.005)
        watching = asyncio.create_task(reader.watch())
        try:
            return await reader.read(receive, length)
        finally:
            watching.cancel()

    return run_apart(main())


def test_a_body_in_parts() -> None:
    assert _read(_of(_part(b"ab", True), _part(b"cd"))) == b"abcd"


@pytest.mark.parametrize(
    ("receive", "status"),
    [
        (_of(), 408),
        (_of(_part(b"ab", True)), 408),
        (_of(_part(b"ab", True), {"type": "http.disconnect"}), 400),
        (_of(_part(b"ab")), 400),
        (_of(_part(b"abcdef", True)), 400),
    ],
)
def test_30_a_body_that_dawdles_breaks_off_or_lies_is_refused(receive: Receive, status: int) -> None:
    with pytest.raises(RefusedError) as refused:
        _read(receive)
    assert refused.value.status == status


def test_a_request_that_is_cancelled_for_another_reason_stays_cancelled() -> None:
    async def main() -> None:
        task = asyncio.create_task(BodyReader().read(_of(), 4))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run_apart(main())


def test_many_slow_bodies_end_at_once_and_leave_nothing_behind() -> None:
    async def main() -> None:
        reader = BodyReader(seconds=0.01, tick=0.005)
        watching = asyncio.create_task(reader.watch())
        ended = await asyncio.gather(*(reader.read(_of(), 4) for _ in range(100)), return_exceptions=True)
        watching.cancel()
        assert {getattr(end, "status", 0) for end in ended} == {408}
        assert not reader._since and not reader._late

    run_apart(main())
