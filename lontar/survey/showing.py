"""GET: results as a page and as JSON, the style sheet, the endpoint's health. None of them writes."""

from __future__ import annotations

import datetime as dt
import json
import time
from urllib.parse import parse_qsl

from starlette.types import Receive, Scope

from lontar.survey import reply
from lontar.survey.catalogue import Poll
from lontar.survey.endpoint import Endpoint
from lontar.survey.errors import RefusedError
from lontar.survey.gate import Headers
from lontar.survey.reply import Reply
from lontar.survey.results import Results, as_json, etag, results_of

FRESH_SECONDS = 1.0
"""How old the tallies of a database that others write to may be."""


class _Showing:
    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    async def results(self, poll: Poll) -> Results:
        writer = self._endpoint.writer
        if self._endpoint.is_shared and time.monotonic() - writer.counted_at > FRESH_SECONDS:
            await writer.refresh()
        return results_of(poll, writer.counts.get(poll.id, {}))


class ShowPage(_Showing):
    async def __call__(self, _headers: Headers, scope: Scope, _receive: Receive) -> Reply:
        endpoint = self._endpoint
        catalogue, edition, poll = endpoint.poll(scope)
        back = endpoint.gate.safe_back(query(scope).get("back", ""))
        page = endpoint.pages.results(
            edition,
            await self.results(poll),
            back=back or catalogue.site_url + poll.url,
            voted=query(scope).get("voted") == "1",
            is_open=poll.is_open(dt.datetime.fromtimestamp(endpoint.admission.now(), dt.UTC)),
        )
        return reply.html(200, page, "results")


class ShowJson(_Showing):
    async def __call__(self, headers: Headers, scope: Scope, _receive: Receive) -> Reply:
        _, _, poll = self._endpoint.poll(scope)
        body = as_json(await self.results(poll))
        tag = etag(body).encode()
        caching = ((b"etag", tag), (b"cache-control", b"public, max-age=5"))
        if headers.get(b"if-none-match") == tag:
            return reply.not_modified("results", *caching)
        return reply.json(200, body, "results", *caching)


class ShowStyle:
    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    async def __call__(self, _headers: Headers, _scope: Scope, _receive: Receive) -> Reply:
        return Reply(
            200,
            self._endpoint.pages.style,
            "style",
            (
                (b"content-type", b"text/css; charset=utf-8"),
                (b"cache-control", b"public, max-age=31536000, immutable"),
            ),
        )


class ShowHealth:
    """200 while votes are taken, 503 while they are not. For the supervisor; a proxy need not publish it."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    async def __call__(self, _headers: Headers, _scope: Scope, _receive: Receive) -> Reply:
        writer = self._endpoint.writer
        state = {
            "status": "refusing" if writer.trouble else "ok",
            "reason": writer.trouble,
            "queue": writer.queued,
            "last_commit_seconds": round(time.monotonic() - writer.last_commit, 1),
            "free_bytes": self._endpoint.free_bytes(),
        }
        body = json.dumps(state).encode()
        return reply.json(503 if writer.trouble else 200, body, "health", (b"cache-control", b"no-store"))


class Unrouted:
    """Any other address: 405 where the address exists with another method, else 404."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    async def __call__(self, _headers: Headers, scope: Scope, _receive: Receive) -> Reply:
        if scope["method"] not in ("GET", "HEAD") and scope["path"].startswith(self._endpoint.path + "/"):
            raise RefusedError(405, "method")
        raise RefusedError(404, "not_found")


def query(scope: Scope) -> dict[str, str]:
    try:
        return dict(parse_qsl(scope["query_string"].decode("ascii"), max_num_fields=8))
    except ValueError:
        raise RefusedError(400, "malformed") from None
