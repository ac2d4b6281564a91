"""A small static server on a free port of the loopback interface, as strict as a careful host.

It answers like the hosts that serve a folder: index.html for a path with a slash, a redirect for a
folder without one, 404.html for what is not there; and it sends the headers that the site's own file
_headers names, as those hosts do (without that file, a strict Content-Security-Policy).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def headers_for(root: Path, path: str) -> Iterator[tuple[str, str]]:
    """What the file _headers of a site says for a URL path: a rule is a path that may end with "*"."""
    file = root / "_headers"
    applies = False
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        if not line.startswith(" "):
            applies = path.startswith(line[:-1]) if line.endswith("*") else path == line
        elif applies:
            name, _, value = line.strip().partition(": ")
            yield name, value


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        named = dict(headers_for(Path(self.directory), urlsplit(self.path).path))
        for name, value in (named or {"Content-Security-Policy": POLICY}).items():
            self.send_header(name, value)
        if "Cache-Control" not in named:
            self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def list_directory(self, path: object) -> None:  # noqa: ARG002
        """No page, no listing."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def guess_type(self, path: object) -> str:
        kind = super().guess_type(str(path))
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Silent."""


@contextmanager
def serve(root: Path) -> Iterator[str]:
    """Serve `root` while the block runs; gives the origin, such as "http://127.0.0.1:40123"."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(root))) as server:
        thread = Thread(target=partial(server.serve_forever, poll_interval=0.05), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
