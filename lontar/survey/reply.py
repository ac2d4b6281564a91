"""One shape for every answer, so that headers which protect the visitor are never forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.types import Send

_POLICY = (
    b"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
    b" frame-ancestors 'none'"
)
PROTECTION = (
    (b"content-security-policy", _POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)
"""`same-origin`, not `no-referrer`: with the latter browsers send `Origin: null` from our own forms."""

Header = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Reply:
    """`reason` goes to the log. `headers` come on top of the protecting ones."""

    status: int
    body: bytes
    reason: str
    headers: tuple[Header, ...]

    async def send(self, send: Send, *, with_body: bool = True) -> None:
        await send(
            {
                "type": "http.response.start",
                "status": self.status,
                "headers": [
                    *self.headers,
                    *PROTECTION,
                    (b"content-length", str(len(self.body)).encode()),
                ],
            }
        )
        await send({"type": "http.response.body", "body": self.body if with_body else b""})


def html(status: int, text: str, reason: str, *headers: Header) -> Reply:
    return Reply(
        status,
        text.encode(),
        reason,
        ((b"content-type", b"text/html; charset=utf-8"), (b"cache-control", b"no-store"), *headers),
    )


def json(status: int, body: bytes, reason: str, *headers: Header) -> Reply:
    return Reply(status, body, reason, ((b"content-type", b"application/json"), *headers))


def see_other(location: str, reason: str, *headers: Header) -> Reply:
    return Reply(
        303, b"", reason, ((b"location", location.encode("ascii")), (b"cache-control", b"no-store"), *headers)
    )


def not_modified(reason: str, *headers: Header) -> Reply:
    return Reply(304, b"", reason, headers)
