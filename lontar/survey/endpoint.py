"""What every request handler is given, and the frame around each: host check, refusals, headers, log line."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from starlette.types import Receive, Scope, Send

from lontar.survey import reply
from lontar.survey.ballots import Admission
from lontar.survey.catalogue import Catalogue, CatalogueFile, Edition, Poll
from lontar.survey.errors import RefusedError
from lontar.survey.gate import Gate, Headers, read_headers
from lontar.survey.log import Log
from lontar.survey.pages import Pages
from lontar.survey.reply import Header, Reply
from lontar.survey.words import words_of
from lontar.survey.writer import Writer

_LANG = re.compile(rb"(?:\A|&)lang=([A-Za-z-]{2,35})(?:&|\Z)")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`path`: base of all addresses. `language`: spoken where a page names none, "" for the site's.
    `is_shared`: other processes write to the same database."""

    path: str
    language: str
    catalogue_file: CatalogueFile
    gate: Gate
    admission: Admission
    writer: Writer
    pages: Pages
    log: Log
    is_shared: bool
    free_bytes: Callable[[], int]

    def poll(self, scope: Scope) -> tuple[Catalogue, Edition, Poll]:
        """The survey of an address, in the language of the edition that it is answered from."""
        catalogue = self.catalogue_file.current()
        poll = catalogue.polls.get(scope["path_params"]["id"])
        if poll is None:
            raise RefusedError(404, "unknown_survey")
        edition = self.edition(catalogue, scope)
        return catalogue, edition, poll.in_language(edition.language)

    def edition(self, catalogue: Catalogue, scope: Scope) -> Edition:
        """What the address asks for by `lang`, which chooses among the site's languages and no more.

        It stands in the address, not in the form, so that also what is refused unread is told in it.
        """
        return catalogue.edition(asked_language(scope), self.language)

    def cross_origin(self, headers: Headers) -> tuple[Header, ...]:
        """Lets the scripts of listed sites read the answer."""
        origin = headers.get(b"origin")
        if origin is None or not self.gate.is_listed(origin.decode("latin-1")):
            return ()
        return (
            (b"access-control-allow-origin", origin),
            (b"access-control-allow-credentials", b"true"),
            (b"vary", b"Origin"),
        )

    def refusal(self, refusal: RefusedError, headers: Headers, scope: Scope) -> Reply:
        """A page, or JSON for the widget, in the reader's language."""
        edition = self.edition(self.catalogue_file.current(), scope)
        if wants_json(headers):
            text = words_of(edition.language)[refusal.code]
            body = json.dumps({"error": refusal.code, "message": text}, ensure_ascii=False).encode()
            answer = reply.json(refusal.status, body, refusal.code, (b"cache-control", b"no-store"))
        else:
            page = self.pages.refusal(edition, refusal.code)
            answer = reply.html(refusal.status, page, refusal.code)
        return replace(answer, headers=answer.headers + _extra(refusal.status))


def _extra(status: int) -> tuple[Header, ...]:
    if status == 503:
        return ((b"retry-after", b"2"),)
    return ((b"connection", b"close"),) if status in (400, 408, 411, 413) else ()


def asked_language(scope: Scope) -> str:
    found = _LANG.search(scope.get("query_string", b""))
    return found[1].decode("ascii") if found else ""


def wants_json(headers: Headers) -> bool:
    return headers.get(b"accept", b"").startswith(b"application/json")


Work = Callable[[Headers, Scope, Receive], Awaitable[Reply]]


class Handler:
    """An ASGI application around one `work`. A fault of ours is answered with 500 and logged by its place."""

    def __init__(self, endpoint: Endpoint, work: Work, *, any_host: bool = False) -> None:
        self._endpoint = endpoint
        self._work = work
        self._any_host = any_host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        endpoint = self._endpoint
        headers: Headers = {}
        try:
            headers = read_headers(scope["headers"])
            if not self._any_host:
                endpoint.gate.check_host(headers)
            answer = await self._work(headers, scope, receive)
        except RefusedError as refusal:
            answer = endpoint.refusal(refusal, headers, scope)
        except Exception as fault:
            endpoint.log.event("fault", what=type(fault).__name__, where=_place(fault))
            answer = endpoint.refusal(RefusedError(500, "broken"), headers, scope)
        if b"origin" in headers:
            answer = replace(answer, headers=answer.headers + endpoint.cross_origin(headers))
        await answer.send(send, with_body=scope["method"] != "HEAD")
        milliseconds = (time.perf_counter() - started) * 1000
        endpoint.log.request(scope["method"], answer.status, milliseconds, answer.reason)


def _place(fault: BaseException) -> str:
    """File and line where it was raised: what a traceback says without the values it might quote."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
