"""Who votes, without knowing who: a signed random token in a cookie, and ids that cannot be joined.

What is stored is HMAC(key of the survey, token), so two surveys' rows of one visitor have nothing in
common, and neither names a person, an address or a browser.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from functools import lru_cache

from lontar.survey.keys import Keys

TOKEN_BYTES = 16
COOKIE_SECONDS = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Visitor:
    """`is_known`: the token came back from an earlier answer; `renew`: the browser should be handed it."""

    token: bytes
    is_known: bool
    renew: bool


class Tokens:
    """Random tokens, drawn from the system 256 at a time: each draw gives up Python's lock as well."""

    def __init__(self) -> None:
        self._pool: list[bytes] = []

    def new(self) -> bytes:
        if not self._pool:
            drawn = secrets.token_bytes(TOKEN_BYTES * 256)
            self._pool = [drawn[i : i + TOKEN_BYTES] for i in range(0, len(drawn), TOKEN_BYTES)]
        return self._pool.pop()


@lru_cache(maxsize=1024)
def _keyed(key: bytes) -> hmac.HMAC:
    return hmac.new(key, digestmod="sha256")


def mac(key: bytes, message: bytes) -> bytes:
    """HMAC-SHA256. From a copy of the keyed state: `hmac.digest` would give up Python's lock for each of the
    few hundred bytes and then wait for the writer's thread (measured: 100 µs instead of 2)."""
    state = _keyed(key).copy()
    state.update(message)
    return state.digest()


def signature(key: bytes, purpose: bytes, payload: bytes) -> bytes:
    """128 bits; the purpose keeps a token of one kind from passing as another."""
    return mac(key, purpose + b"\0" + payload)[:16]


def encode(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decode(text: str) -> bytes | None:
    """The bytes, or None. Only the one canonical spelling is accepted."""
    try:
        data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return None
    return data if encode(data) == text else None


def seal_token(keys: Keys, token: bytes) -> str:
    """What the browser keeps: token and signature."""
    return encode(token + signature(keys.signing[0], b"voter", token))


def open_token(keys: Keys, text: str) -> Visitor | None:
    """The visitor whose sealed token this is; None when it was not made here."""
    data = decode(text)
    if data is None or len(data) != TOKEN_BYTES + 16:
        return None
    token, proof = data[:TOKEN_BYTES], data[TOKEN_BYTES:]
    for age, key in enumerate(keys.signing):
        if hmac.compare_digest(signature(key, b"voter", token), proof):
            return Visitor(token, is_known=True, renew=age > 0)
    return None


def voter_id(keys: Keys, survey: str, token: bytes) -> bytes:
    return mac(_survey_key(keys.voter, survey), token)[:16]


@lru_cache(maxsize=1024)
def _survey_key(voter_key: bytes, survey: str) -> bytes:
    return mac(voter_key, b"survey\0" + survey.encode())


@dataclass(frozen=True, slots=True)
class CookiePolicy:
    """How the cookie is set. Over https it is `__Host-` and Secure; from a site on another host it must
    also be sent with cross-site requests (SameSite=None), in a jar of that site (Partitioned)."""

    https: bool
    cross_site: bool

    @property
    def name(self) -> str:
        return "__Host-lontar_voter" if self.https else "lontar_voter"

    def header(self, value: str) -> str:
        fixed = f"{self.name}={value}; Max-Age={COOKIE_SECONDS}; Path=/; HttpOnly"
        if not self.https:
            return f"{fixed}; SameSite=Lax"
        if self.cross_site:
            return f"{fixed}; Secure; SameSite=None; Partitioned"
        return f"{fixed}; Secure; SameSite=Lax"

    def find(self, cookies: str) -> str | None:
        """The value in a Cookie header. A browser sends ours once; anything else is not ours."""
        prefix = self.name + "="
        found = [part.strip() for part in cookies.split(";") if part.strip().startswith(prefix)]
        return found[0][len(prefix) :] if len(found) == 1 else None
