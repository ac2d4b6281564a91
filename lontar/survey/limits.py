"""The quota of new visitors per address prefix. Nothing of it ever leaves memory.

Keys are hashes of the prefix under a random salt that is renewed every day, so not even a memory dump can be
read as yesterday's addresses. Own counter instead of the `limits` package: see
docs/decisions/0032-survey-quota.md.
"""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
from collections.abc import Callable, Sequence

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

WINDOW_SECONDS = 3600.0
SALT_SECONDS = 24 * 3600.0
MOST_PREFIXES = 200_000


def client_address(peer: str, forwarded: str, trusted: Sequence[Network]) -> str:
    """The nearest address that is not ours: X-Forwarded-For is read from the right, if the peer is trusted.

    What stands further left was written by the visitor and proves nothing.
    """
    nearest = peer
    hops = [part.strip() for part in forwarded.split(",")] if forwarded else []
    while hops and _is_trusted(nearest, trusted):
        hop = _parse(hops.pop())
        if hop is None:
            break
        nearest = str(hop)
    return nearest


def prefix_of(address: str) -> bytes:
    """The /24 or /56 the address lies in: a household or a carrier's gateway, not a person."""
    if ":" not in address:
        return b"4" + address.rpartition(".")[0].encode("utf-8", "replace")
    parsed = _parse(address)
    if parsed is None:
        return address.encode("utf-8", "replace")
    if parsed.version == 4:
        return prefix_of(str(parsed))
    return b"6" + parsed.packed[:7]


def _parse(address: str) -> Address | None:
    try:
        parsed = ipaddress.ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return None
    mapped = parsed.ipv4_mapped if isinstance(parsed, ipaddress.IPv6Address) else None
    return mapped or parsed


def _is_trusted(address: str, trusted: Sequence[Network]) -> bool:
    parsed = _parse(address)
    return parsed is not None and any(parsed in network for network in trusted)


class Quota:
    """At most `allowed` new visitors per prefix and hour; beyond it the confirm form is shown."""

    def __init__(self, allowed: int, clock: Callable[[], float]) -> None:
        self._allowed = allowed
        self._clock = clock
        self._salt = secrets.token_bytes(32)
        self._salted_at = self._window_from = clock()
        self._counts: dict[bytes, int] = {}

    def admits(self, address: str) -> bool:
        """Count one new visitor; False when the prefix is past its quota."""
        self._turn_over(self._clock())
        key = hashlib.blake2b(prefix_of(address), key=self._salt, digest_size=12).digest()
        count = self._counts.get(key, 0)
        if count >= self._allowed or (count == 0 and len(self._counts) >= MOST_PREFIXES):
            return False
        self._counts[key] = count + 1
        return True

    def _turn_over(self, now: float) -> None:
        if now - self._window_from >= WINDOW_SECONDS:
            self._window_from = now
            self._counts.clear()
        if now - self._salted_at >= SALT_SECONDS:
            self._salted_at = now
            self._salt = secrets.token_bytes(32)
