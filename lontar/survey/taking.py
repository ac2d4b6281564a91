"""POST: take a vote, and answer only when it is stored."""

from __future__ import annotations

import json
from dataclasses import replace

from starlette.types import Receive, Scope

from lontar.survey import reply
from lontar.survey.ballots import Asked
from lontar.survey.body import BodyReader
from lontar.survey.catalogue import Edition, Poll
from lontar.survey.endpoint import Endpoint, wants_json
from lontar.survey.errors import RefusedError
from lontar.survey.form import Form, parse_form
from lontar.survey.gate import Headers, check_length
from lontar.survey.reply import Header, Reply
from lontar.survey.results import as_json, results_of
from lontar.survey.voter import seal_token
from lontar.survey.writer import BusyError


class TakeVote:
    def __init__(self, endpoint: Endpoint, reader: BodyReader) -> None:
        self._endpoint = endpoint
        self._reader = reader

    async def __call__(self, headers: Headers, scope: Scope, receive: Receive) -> Reply:
        endpoint = self._endpoint
        length = check_length(headers)
        sender = endpoint.gate.sender(headers)
        _, edition, poll = endpoint.poll(scope)
        form = parse_form(await self._reader.read(receive, length), poll)
        peer = scope["client"][0] if scope.get("client") else ""
        admitted = endpoint.admission.admit(poll, form, headers, sender=sender, peer=peer)
        if isinstance(admitted, Asked):
            return self._ask(edition, poll, form, admitted, headers, sender or "")
        visitor, ballot = admitted
        sealed = seal_token(endpoint.admission.keys, visitor.token)
        cookie = self._cookie(sealed) if visitor.renew else ()
        try:
            await endpoint.writer.submit(ballot)
        except BusyError as busy:
            refused = endpoint.refusal(RefusedError(503, "busy"), headers, scope)
            return replace(refused, reason=f"busy_{busy.reason}", headers=refused.headers + cookie)
        reason = "trapped" if form.is_trapped else "stored"
        if wants_json(headers):
            results = results_of(poll, endpoint.writer.counts.get(poll.id, {}))
            more = {"voter": sealed} if sender else {}
            return reply.json(200, as_json(results, **more), reason, (b"cache-control", b"no-store"), *cookie)
        back = endpoint.gate.safe_back(form.back, sender or "")
        address = endpoint.pages.address(poll.id, edition, voted="1", back=back)
        return reply.see_other(address, reason, *cookie)

    def _cookie(self, sealed: str) -> tuple[Header, ...]:
        """Sent with a 503 too: trying again is then the same voter, even if the first try was stored."""
        return ((b"set-cookie", self._endpoint.admission.cookies.header(sealed).encode()),)

    def _ask(
        self, edition: Edition, poll: Poll, form: Form, asked: Asked, headers: Headers, sender: str
    ) -> Reply:
        if wants_json(headers):
            body = json.dumps({"confirm": True}).encode()
            return reply.json(428, body, asked.reason, (b"cache-control", b"no-store"))
        page = self._endpoint.pages.confirm(
            edition,
            poll,
            form.answers,
            reason=asked.reason,
            ticket=asked.ticket,
            back=self._endpoint.gate.safe_back(form.back, sender),
        )
        return reply.html(428, page, asked.reason)
