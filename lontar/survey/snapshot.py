"""`survey-results.json`: the shares of this moment, which the build bakes into the pages.

Read from the database, or from a running endpoint over HTTP with a time limit; whatever fails leaves the
last snapshot in its place, because a build must never fail for an endpoint that is down.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import time
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException
from pathlib import Path
from typing import Any

from lontar.survey.catalogue import SINGLE_QUESTION, Catalogue, Poll
from lontar.survey.errors import OperatorError
from lontar.survey.results import results_of
from lontar.survey.votes import Counts

SECONDS = 10.0
MOST_BYTES = 1_000_000


def snapshot_of(catalogue: Catalogue, counts: Mapping[str, Counts], now: dt.datetime) -> bytes:
    """Surveys that keep their results to themselves are left out."""
    surveys = {
        poll.id: _entry(poll, counts.get(poll.id, {}))
        for poll in catalogue.polls.values()
        if poll.show_results
    }
    moment = now.isoformat(timespec="seconds")
    data = {"version": 1, "counted_at": moment, "surveys": surveys}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(poll: Poll, counts: Counts) -> dict[str, object]:
    results = results_of(poll, counts)
    by_question = {
        result.question.id: {share.value: share.count for share in result.shares}
        for result in results.questions
    }
    if poll.is_single:
        return {"n": results.n, "counts": by_question[SINGLE_QUESTION]}
    return {"n": results.n, "questions": by_question}


def fetch_counts(url: str, catalogue: Catalogue) -> dict[str, Counts]:
    """The tallies that the endpoint at `url` gives (its base, as https://example.org/s), or OperatorError."""
    deadline = time.monotonic() + SECONDS
    return {
        poll.id: _counts(_get(f"{url.rstrip('/')}/{poll.id}.json", deadline), url)
        for poll in catalogue.polls.values()
        if poll.show_results
    }


def _get(url: str, deadline: float) -> Any:
    if not url.startswith(("http://", "https://")):
        raise OperatorError(f"--url: {url!r} is not an http address")
    left = deadline - time.monotonic()
    try:
        if left <= 0:
            raise TimeoutError
        with urllib.request.urlopen(url, timeout=left) as answer:
            return json.loads(answer.read(MOST_BYTES))
    except (OSError, HTTPException, ValueError) as error:
        raise OperatorError(f"{url}: no answer ({type(error).__name__}): the last snapshot stays") from error


def _counts(data: Any, url: str) -> Counts:
    try:
        questions = data.get("questions") or [{"id": SINGLE_QUESTION, "choices": data["choices"]}]
        return {
            (str(question["id"]), str(choice["value"])): int(choice["count"])
            for question in questions
            for choice in question["choices"]
        }
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise OperatorError(f"{url}: the answer is not a survey's: the last snapshot stays") from error


def write(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    temporary = path.with_name(f".{path.name}.part")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.rename(path)
