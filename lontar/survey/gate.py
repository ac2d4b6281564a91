"""What a request's head must look like before anything of its body is read. Pure: headers in, verdict out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from lontar.survey.errors import RefusedError

MOST_BYTES = 4096
LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})

_ONCE = frozenset(
    {b"host", b"content-length", b"content-type", b"transfer-encoding", b"origin", b"sec-fetch-site"}
)

Headers = dict[bytes, bytes]


def read_headers(raw: Iterable[tuple[bytes, bytes]]) -> Headers:
    """Headers by lower-case name; one that decides something and stands there twice is refused."""
    headers: Headers = {}
    for name, value in raw:
        if name not in headers:
            headers[name] = value
        elif name in _ONCE:
            raise RefusedError(400, "malformed")
        else:
            headers[name] += (b"; " if name == b"cookie" else b", ") + value
    return headers


@dataclass(frozen=True, slots=True)
class Gate:
    """Names this endpoint answers to, and the sites (origins) that may post to it.

    Loopback names are always answered: only programs on this machine can use them. Loopback origins are
    accepted only while no site is listed, which is the newcomer's set-up.
    """

    hosts: frozenset[str]
    origins: frozenset[str]

    def check_host(self, headers: Headers) -> None:
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if not host or (host not in self.hosts and not self._is_known(host)):
            raise RefusedError(400, "host")

    def _is_known(self, host: str) -> bool:
        name = host_name(host)
        return name in self.hosts or name in LOOPBACK_NAMES

    def is_listed(self, origin: str) -> bool:
        if self.origins:
            return origin in self.origins
        parts = urlsplit(origin)
        return parts.scheme == "http" and host_name(parts.netloc) in LOOPBACK_NAMES

    def safe_back(self, text: str, sender: str = "") -> str:
        """Where "back" leads: a path (on the sender's site), or a URL of a listed site; "" for all else."""
        if safe_path(text):
            return sender + text
        scheme, colon, rest = text.partition("://")
        host, slash, path = rest.partition("/")
        origin = scheme + colon + host
        return text if colon and safe_path(slash + path) and self.is_listed(origin) else ""

    def sender(self, headers: Headers) -> str | None:
        """Where a post comes from: "" for our own pages, a listed origin, None when the browser does not say.

        `Sec-Fetch-Site` cannot be written by a page, so it decides first; then `Origin`.
        """
        origin = headers.get(b"origin", b"").decode("latin-1")
        site = headers.get(b"sec-fetch-site")
        if site == b"same-origin":
            return ""
        if not origin:
            if site in (b"cross-site", b"same-site"):
                raise RefusedError(403, "origin")
            return None
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if site is None and origin in (f"http://{host}", f"https://{host}"):
            return ""
        if not self.is_listed(origin):
            raise RefusedError(403, "origin")
        return origin


def safe_path(text: str) -> str:
    """`text` when it is a path on the site, else "". `//host` and `/\\host` would lead to another site."""
    if not text.startswith("/") or text[1:2] == "/" or len(text) > 1024:
        return ""
    return text if text.isprintable() and "\\" not in text and " " not in text else ""


def host_name(host: str) -> str:
    """The name in a Host header or authority, without a well-formed port."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() and (":" not in name or name.endswith("]")) else host


def check_length(headers: Headers) -> int:
    """The declared length of a form's body. A browser's form always has one and never chunks: what else
    arrives is refused, which also leaves nothing for request smuggling to play with."""
    if b"transfer-encoding" in headers:
        raise RefusedError(400, "malformed")
    declared = headers.get(b"content-length")
    if declared is None:
        raise RefusedError(411, "malformed")
    if not declared.isdigit() or len(declared) > 12:
        raise RefusedError(400, "malformed")
    length = int(declared)
    if length > MOST_BYTES:
        raise RefusedError(413, "too_large")
    content_type = headers.get(b"content-type", b"").partition(b";")[0].strip().lower()
    if content_type != b"application/x-www-form-urlencoded":
        raise RefusedError(415, "malformed")
    return length
