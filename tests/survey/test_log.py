from __future__ import annotations

import io
import json

import pytest

from lontar.survey.log import Log


@pytest.mark.parametrize(("level", "lines"), [("all", 3), ("problems", 2), ("off", 0)])
def test_levels(level: str, lines: int) -> None:
    stream = io.StringIO()
    log = Log(stream, level)
    log.request("GET", 200, 1.0, "results")
    log.request("POST", 503, 1.0, "busy_queue")
    log.event("ready")
    assert len(stream.getvalue().splitlines()) == lines


def test_every_line_is_json_with_no_word_of_the_visitors() -> None:
    stream = io.StringIO()
    log = Log(stream)
    log.request('"}X', 404, 1.25, "not_found")
    log.event("surveys", problem='a "quoted" fault')
    log.flush()
    request, event = (json.loads(line) for line in stream.getvalue().splitlines())
    assert request.keys() == {"at", "method", "status", "ms", "reason"}
    assert (request["method"], request["status"], request["ms"]) == ("?", 404, 1.2)
    assert event["problem"] == 'a "quoted" fault'
