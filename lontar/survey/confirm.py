"""The confirm form's ticket: shown instead of a refusal when too many new visitors share one address prefix.

A ticket carries the voter token that its vote will be stored under. Used twice it changes that one vote,
so it is single-use by the primary key, over restarts and several processes, with nothing to remember.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass

from lontar.survey.keys import Keys
from lontar.survey.voter import TOKEN_BYTES, decode, encode, signature

YOUNGEST = 2
OLDEST = 3600


@dataclass(frozen=True, slots=True)
class Ticket:
    token: bytes
    age: int

    @property
    def is_too_young(self) -> bool:
        return self.age < YOUNGEST


def issue(keys: Keys, survey: str, now: float, token: bytes | None = None) -> str:
    """A ticket for `survey`, for the given voter token or a new one. `now` is Unix time."""
    payload = (token or secrets.token_bytes(TOKEN_BYTES)) + int(now).to_bytes(8, "big")
    return encode(payload + signature(keys.signing[0], b"confirm\0" + survey.encode(), payload))


def accept(keys: Keys, survey: str, text: str, now: float) -> Ticket | None:
    """The ticket; None when it is forged, of another survey, too old, or from the future (clock set back)."""
    data = decode(text)
    if data is None or len(data) != TOKEN_BYTES + 24:
        return None
    payload, proof = data[:-16], data[-16:]
    purpose = b"confirm\0" + survey.encode()
    if not any(hmac.compare_digest(signature(key, purpose, payload), proof) for key in keys.signing):
        return None
    age = int(now) - int.from_bytes(payload[TOKEN_BYTES:], "big")
    return Ticket(payload[:TOKEN_BYTES], age) if 0 <= age <= OLDEST else None
