"""A POST on its way in: the checks in their order, and the ballot that comes out of them.

The order is the design: head before body, the sender before the form, the trap before the quota, and a
visitor beyond the quota is asked once more instead of being refused.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from lontar.survey import confirm
from lontar.survey.catalogue import Poll
from lontar.survey.errors import RefusedError
from lontar.survey.form import Form
from lontar.survey.gate import Headers
from lontar.survey.keys import Keys
from lontar.survey.limits import Network, Quota, client_address
from lontar.survey.voter import CookiePolicy, Tokens, Visitor, open_token, voter_id
from lontar.survey.votes import Ballot


@dataclass(frozen=True, slots=True)
class Asked:
    """The vote needs the confirm form: why (a key of `words`), and the ticket that goes into it."""

    reason: str
    ticket: str


@dataclass(frozen=True, slots=True)
class Admission:
    """Decides which voter a well-formed form belongs to. `now` gives Unix time."""

    keys: Keys
    cookies: CookiePolicy
    quota: Quota
    proxies: tuple[Network, ...]
    now: Callable[[], float]
    tokens: Tokens = field(default_factory=Tokens)

    def visitor_of(self, headers: Headers, form: Form) -> Visitor | None:
        """Known by the cookie, or by the token that the widget kept where such cookies are blocked."""
        sent = headers.get(b"cookie")
        cookie = self.cookies.find(sent.decode("latin-1")) if sent else None
        known = open_token(self.keys, cookie) if cookie else None
        if known is None and form.voter:
            known = open_token(self.keys, form.voter)
        return known

    def admit(
        self, poll: Poll, form: Form, headers: Headers, *, sender: str | None, peer: str
    ) -> tuple[Visitor, Ballot] | Asked:
        now = self.now()
        if (poll.opens or poll.closes) and not poll.is_open(dt.datetime.fromtimestamp(now, dt.UTC)):
            raise RefusedError(403, "closed")
        visitor = self.visitor_of(headers, form)
        if form.ticket:
            ticket = confirm.accept(self.keys, poll.id, form.ticket, now)
            if ticket is None:
                return Asked("confirm_again", confirm.issue(self.keys, poll.id, now))
            if ticket.is_too_young:
                return Asked("confirm_young", form.ticket)
            visitor = visitor or Visitor(ticket.token, is_known=True, renew=True)
        elif sender is None:
            return Asked("confirm_unknown", confirm.issue(self.keys, poll.id, now))
        elif visitor is None:
            if not self._within_quota(headers, peer):
                return Asked("confirm_text", confirm.issue(self.keys, poll.id, now))
            visitor = Visitor(self.tokens.new(), is_known=False, renew=True)
        return visitor, Ballot(
            survey=poll.id,
            voter=voter_id(self.keys, poll.id, visitor.token),
            answers=form.answers,
            hour=int(now) // 3600 * 3600,
            is_new=not visitor.is_known,
            is_trapped=form.is_trapped,
        )

    def _within_quota(self, headers: Headers, peer: str) -> bool:
        forwarded = headers.get(b"x-forwarded-for", b"").decode("latin-1")
        return self.quota.admits(client_address(peer, forwarded, self.proxies))
