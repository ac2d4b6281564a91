from __future__ import annotations

from typing import Any

from lontar.survey import reply
from tests.tools.apart import run_apart


def _sent(answer: reply.Reply, **more: bool) -> list[Any]:
    messages: list[Any] = []

    async def send(message: Any) -> None:
        messages.append(message)

    run_apart(answer.send(send, **more))
    return messages


def test_every_answer_carries_the_protecting_headers() -> None:
    answers = (
        reply.html(200, "ä", "r"),
        reply.json(200, b"{}", "r"),
        reply.see_other("/s/x", "r"),
        reply.not_modified("r"),
    )
    for answer in answers:
        start, body = _sent(answer)
        headers = dict(start["headers"])
        assert set(dict(reply.PROTECTION)) <= set(headers)
        assert headers[b"content-length"] == str(len(body["body"])).encode()


def test_a_head_answer_keeps_its_length() -> None:
    start, body = _sent(reply.html(200, "abc", "r"), with_body=False)
    assert dict(start["headers"])[b"content-length"] == b"3"
    assert body["body"] == b""
