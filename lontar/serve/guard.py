"""Which requests are answered at all. Pure: a request's head in, a refusal out.

A page of any web site can make the editor's browser ask this server, under a name of its own (DNS
rebinding) or as a foreign origin. Neither gets a byte: the Host must be this machine's own name with our
port, and another site may do no more than what a link does, open a page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from http import HTTPStatus

_NAMES = ("localhost", "127.0.0.1", "[::1]")
Headers = Callable[[str], Sequence[str]]
"""All values of a header by its lower-case name."""


def refusal(method: str, headers: Headers, port: int) -> HTTPStatus | None:
    """The status that refuses the request; None when it may be answered."""
    hosts = {f"{name}:{port}" for name in _NAMES} | (set(_NAMES) if port == 80 else set())
    told = headers("host")
    if len(told) != 1 or told[0].lower() not in hosts:
        return HTTPStatus.MISDIRECTED_REQUEST
    if any(origin.lower() not in {f"http://{host}" for host in hosts} for origin in headers("origin")):
        return HTTPStatus.FORBIDDEN
    if all(site in ("same-origin", "none") for site in headers("sec-fetch-site")):
        return None
    opens_a_page = (
        method in ("GET", "HEAD")
        and headers("sec-fetch-mode") == ["navigate"]
        and headers("sec-fetch-dest") == ["document"]
    )
    return None if opens_a_page else HTTPStatus.FORBIDDEN
