"""The local web server: files of the preview, the stream of changes, and votes passed on.

Every request passes lontar.serve.guard first; a refusal has no body.
"""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lontar.serve.client import live_script
from lontar.serve.files import INDEX, Missing, parts_of, read_file, url_of
from lontar.serve.guard import refusal
from lontar.serve.inject import SCRIPT, UNBUILT, bare_page, with_script
from lontar.serve.live import Live
from lontar.serve.ranges import range_of
from lontar.serve.votes import Votes

EVENTS = "/.lontar/events"
ADDRESS = "127.0.0.1"
_HEARTBEAT = 15.0
_IDLE = 60.0
_PORTS = 100
_HTML = "text/html; charset=utf-8"
_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".html": _HTML,
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}


@dataclass
class Shown:
    """What is served: the preview's output below `base`, and to whom its votes are passed on, if to anyone.
    `base` is set when the first build has told it, `sheet` is a style sheet ahead of its build."""

    output: Path
    live: Live
    run: str
    lang: str
    texts: dict[str, str]
    base: str = ""
    votes: Votes | None = None
    sheet: tuple[str, bytes] = ("", b"")
    script: bytes = field(init=False)

    def __post_init__(self) -> None:
        self.script = live_script(self.texts)


class Server(ThreadingHTTPServer):
    """Listens on this machine alone, at `port` or the next one that is free."""

    daemon_threads = True

    def __init__(self, port: int, shown: Shown) -> None:
        self.shown = shown
        for number in range(port, min(port + _PORTS, 65536)):
            try:
                super().__init__((ADDRESS, number), _Handler)
                return
            except OSError as error:
                refused = error
        raise refused

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up in the middle is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Lontar"
    sys_version = ""
    timeout = _IDLE
    disable_nagle_algorithm = True
    server: Server

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        port = self.server.server_port
        refused = refusal(self.command, lambda name: self.headers.get_all(name) or [], port)
        if refused is not None:
            self._refuse(refused)
            return
        path, mark, query = self.path.partition("?")
        votes = self._shown.votes
        if votes is not None and votes.takes(path):
            self._pass_on(votes)
        elif self.command == "POST":
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED)
        elif path == EVENTS:
            self._stream()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, _TYPES[".js"], self._shown.script)
        else:
            self._file(path, mark + query)

    @cached_property
    def _shown(self) -> Shown:
        return self.server.shown

    def _file(self, path: str, query: str) -> None:
        shown = self._shown
        version = shown.live.state.version  # before the file is read: at worst the page is loaded once more
        if shown.base and path in ("/", shown.base):
            self._redirect(f"{shown.base}/")
            return
        parts = parts_of(path.removeprefix(shown.base)) if path.startswith(f"{shown.base}/") else None
        found = read_file(shown.output, parts) if parts is not None else Missing.NOTHING
        if isinstance(found, bytes) and parts is not None:
            kind = _type_of(parts[-1] or INDEX)
            if kind == _HTML:
                self._send(HTTPStatus.OK, kind, self._page(found, version))
            else:
                self._send_part(kind, found)
        elif path == shown.sheet[0]:
            self._send(HTTPStatus.OK, _TYPES[".css"], shown.sheet[1])
        elif found is Missing.SLASH and parts is not None:
            self._redirect(shown.base + url_of((*parts, "")) + query)
        else:
            self._not_found(version, parts or ())

    def _not_found(self, version: int, parts: tuple[str, ...]) -> None:
        """The site's own page for it, in the language of the address; before there is a site, one that says
        so."""
        shown = self._shown
        pages = (read_file(shown.output, (*folder, "404.html")) for folder in (parts[:1], ()))
        page = next((one for one in pages if isinstance(one, bytes)), None)
        if page is not None and not shown.live.state.building:
            self._send(HTTPStatus.NOT_FOUND, _HTML, self._page(page, version))
            return
        kind = "broken" if shown.live.state.is_broken else "building"
        bare = bare_page(shown.lang, shown.texts[f"{kind}_title"], shown.texts[f"{kind}_text"])
        self._send(HTTPStatus.SERVICE_UNAVAILABLE, _HTML, self._page(bare, UNBUILT))

    def _page(self, page: bytes, version: int) -> bytes:
        if self._shown.votes is not None:
            page = self._shown.votes.rewrite(page)
        return with_script(page, self._shown.run, version)

    def _stream(self) -> None:
        """Server-sent events: the state now, and again whenever it changes."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self._headers("text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()
        live, seen = self._shown.live, None
        try:
            while (state := live.wait(seen, _HEARTBEAT)) is not None:
                told = f"data: {state.as_json(self._shown.run)}\n\n" if state is not seen else ":\n\n"
                self.wfile.write(told.encode())
                seen = state
        except OSError:
            return  # the page is gone

    def _pass_on(self, votes: Votes) -> None:
        length = self.headers.get("content-length", "0")
        if self.headers.get("transfer-encoding") or not length.isdigit() or int(length) > votes.LARGEST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        body = self.rfile.read(int(length))
        told = votes.forward(self.command, self.path, self.headers.items(), body)
        if told is None:
            self._send(HTTPStatus.BAD_GATEWAY, _TYPES[".txt"], self._shown.texts["votes_away"].encode())
            return
        status, headers, data = told
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _send_part(self, kind: str, data: bytes) -> None:
        """The part that is asked for, else the whole. No answer has a validator, so no If-Range can hold."""
        asked = (
            self.headers.get("range", "") if self.command == "GET" and "if-range" not in self.headers else ""
        )
        part, size = range_of(asked, len(data)), len(data)
        if part is None:
            self._send(HTTPStatus.OK, kind, data, ("Accept-Ranges", "bytes"))
        elif part:
            told = ("Content-Range", f"bytes {part[0]}-{part[-1]}/{size}")
            self._send(HTTPStatus.PARTIAL_CONTENT, kind, data[part.start : part.stop], told)
        else:
            told = ("Content-Range", f"bytes */{size}")
            self._send(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, kind, b"", told)

    def _send(self, status: HTTPStatus, kind: str, data: bytes, *more: tuple[str, str]) -> None:
        self.send_response(status)
        self._headers(kind)
        for name, value in more:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _headers(self, kind: str) -> None:
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _redirect(self, url: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(url, safe="/%?&=+~:;,@!$'()*"))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _refuse(self, status: HTTPStatus) -> None:
        """No body, and no more on this connection: what was sent with the request is not read."""
        self.close_connection = True
        self.send_response(status)
        self.send_header("Connection", "close")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """What http.server itself refuses (a malformed line, another method): likewise without a body."""
        self._refuse(HTTPStatus(code))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Silent: the terminal is for builds."""


def _type_of(name: str) -> str:
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
