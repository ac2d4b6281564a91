"""The server over the wire: what is answered how, and what gets no byte."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from threading import Thread

import httpx
import pytest

from lontar.messages import serve_texts
from lontar.serve.live import Live
from lontar.serve.server import EVENTS, Server, Shown
from tests.serve.hostile import spellings
from tests.survey.running import reserved_port

SECRET = b"RAHASIA"


class Served:
    """A server over a small output folder, in this process."""

    def __init__(self, root: Path) -> None:
        self.output = root / "a/keluaran"
        (self.output / "berita").mkdir(parents=True)
        for name in ("rahasia.txt", "luar/rahasia.txt", "a/keluaran/.lontar-manifest"):
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_bytes(SECRET)
        (self.output / "tautan.txt").symlink_to(root / "rahasia.txt")
        (self.output / "tautan").symlink_to(root / "luar")
        os.mkfifo(self.output / "pipa")
        self.write("index.html", "<html><head><title>x</title></head><body>Beranda</body></html>")
        self.write("berita/index.html", "Berita")
        self.write("404.html", "<body>Tidak ada</body>")
        self.live = Live()
        self.live.change(building=False)
        self.shown = Shown(self.output, self.live, "lari", "id", dict(serve_texts("id")))
        with reserved_port() as port:
            self.server = Server(port, self.shown)
        self.thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()

    @property
    def port(self) -> int:
        return self.server.server_port

    def write(self, name: str, text: str) -> None:
        (self.output / name).write_text(text)

    def get(self, path: str, method: str = "GET", **headers: str) -> httpx.Response:
        return httpx.request(method, f"http://127.0.0.1:{self.port}{path}", headers=headers, timeout=10)

    def raw(self, head: str) -> bytes:
        """What comes back for a request written by hand, to the end of the connection."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as wire:
            wire.sendall(head.encode("latin-1"))
            wire.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: wire.recv(65536), b""))

    def close(self) -> None:
        self.live.close()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    one = Served(tmp_path)
    yield one
    one.close()


def test_a_page_comes_with_the_script_and_is_not_kept(served: Served) -> None:
    answer = served.get("/")
    tag = '<script src="/.lontar/live.js" defer data-run="lari" data-version="0"></script>'
    assert answer.text == f"<html><head><title>x</title>{tag}</head><body>Beranda</body></html>"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert served.get("/.lontar/live.js").headers["content-type"] == "text/javascript; charset=utf-8"
    head = served.get("/", "HEAD")
    assert (head.status_code, head.content) == (200, b"")
    assert int(head.headers["content-length"]) == len(answer.content)


def test_folders_are_redirected_and_what_is_not_there_is_told(served: Served) -> None:
    answer = served.get("/berita?x=1")
    assert (answer.status_code, answer.headers["location"]) == (302, "/berita/?x=1")
    assert served.get("/berita/").status_code == 200
    missing = served.get("/berita/apa/")
    assert missing.status_code == 404
    assert "Tidak ada" in missing.text
    assert "/.lontar/live.js" in missing.text


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.woff2", "font/woff2"),
        ("a.webp", "image/webp"),
        ("a.svg", "image/svg+xml"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("a.jpg", "image/jpeg"),
        ("a.mp4", "video/mp4"),
        ("tanpa-akhiran", "application/octet-stream"),
    ],
)
def test_types(served: Served, name: str, kind: str) -> None:
    served.write(name, "isi")
    answer = served.get(f"/{name}")
    assert (answer.headers["content-type"], answer.text) == (kind, "isi")


FILM = bytes(range(256)) * 400


def test_a_film_can_be_sought(served: Served) -> None:
    (served.output / "film.mp4").write_bytes(FILM)
    whole = served.get("/film.mp4")
    assert (whole.status_code, whole.content) == (200, FILM)
    assert (whole.headers["accept-ranges"], whole.headers["content-type"]) == ("bytes", "video/mp4")
    for asked, told, data in (
        ("bytes=0-", "0-102399", FILM),
        ("bytes=1000-1999", "1000-1999", FILM[1000:2000]),
        ("bytes=102000-999999", "102000-102399", FILM[102000:]),
        ("bytes=-10", "102390-102399", FILM[-10:]),
    ):
        part = served.get("/film.mp4", Range=asked)
        assert (part.status_code, part.headers["content-range"]) == (206, f"bytes {told}/102400")
        assert part.content == data
        assert part.headers["content-type"] == "video/mp4"
        assert part.headers["cache-control"] == "no-store"


def test_a_part_that_is_not_there_is_refused(served: Served) -> None:
    (served.output / "film.mp4").write_bytes(FILM)
    for asked in ("bytes=102400-", "bytes=-0"):
        refused = served.get("/film.mp4", Range=asked)
        assert (refused.status_code, refused.content) == (416, b"")
        assert refused.headers["content-range"] == "bytes */102400"


def test_other_wishes_get_the_whole_file(served: Served) -> None:
    (served.output / "film.mp4").write_bytes(FILM)
    for headers in (
        {"Range": "bytes=0-1,5-6"},
        {"Range": "bytes=x"},
        {"Range": "bytes=0-1", "If-Range": '"apa"'},  # nothing was said that it could name
    ):
        answer = served.get("/film.mp4", **headers)
        assert (answer.status_code, answer.content) == (200, FILM)
    head = served.get("/film.mp4", "HEAD", Range="bytes=0-1")
    assert (head.status_code, head.headers["content-length"]) == (200, "102400")
    page = served.get("/", Range="bytes=0-1")
    assert (page.status_code, "accept-ranges" in page.headers) == (200, False)
    assert served.get("/film", Range="bytes=0-1").status_code == 404


def test_a_site_below_a_folder_of_its_host(served: Served) -> None:
    served.shown.base = "/galeri"
    assert served.get("/").headers["location"] == "/galeri/"
    assert served.get("/galeri").headers["location"] == "/galeri/"
    assert "Beranda" in served.get("/galeri/").text
    assert served.get("/galeri/berita").headers["location"] == "/galeri/berita/"
    assert served.get("/galeria/").status_code == 404
    assert served.get("/berita/").status_code == 404


def test_what_is_missing_is_told_in_the_language_of_its_address(served: Served) -> None:
    (served.output / "en").mkdir()
    served.write("en/404.html", "<body>No such page</body>")
    assert "No such page" in served.get("/en/apa/").text
    assert "Tidak ada" in served.get("/apa/").text


def test_before_there_is_a_site_a_page_says_so(served: Served) -> None:
    served.live.change(building=True)
    answer = served.get("/berita/apa/")
    assert answer.status_code == 503
    assert "Situs sedang dibuat" in answer.text
    assert 'data-version="-1"' in answer.text
    served.live.change(failure="rusak", building=False)
    (served.output / "404.html").unlink()
    assert "Situs belum dapat dibuat" in served.get("/berita/apa/").text


def test_the_stream_tells_the_state_and_each_change(served: Served) -> None:
    with httpx.stream("GET", f"http://127.0.0.1:{served.port}{EVENTS}", timeout=10) as stream:
        lines = (json.loads(line[6:]) for line in stream.iter_lines() if line.startswith("data: "))
        assert stream.headers["content-type"] == "text/event-stream; charset=utf-8"
        assert next(lines)["version"] == 0
        served.live.change(version=1)
        assert next(lines)["version"] == 1
        served.live.close()
        assert list(lines) == []


def test_no_spelling_of_a_path_gets_a_foreign_byte(served: Served) -> None:
    paths = list(spellings())
    assert len(paths) >= 60
    for path in paths:
        answer = served.raw(
            f"GET {path} HTTP/1.1\r\nHost: localhost:{served.port}\r\nConnection: close\r\n\r\n"
        )
        assert SECRET not in answer, path
        assert b"root:" not in answer, path
        assert answer.split(b" ", 2)[1] in (b"400", b"404", b"302"), path
        if answer.split(b" ", 2)[1] == b"302":
            assert b"\r\nLocation: /berita/\r\n" in answer, path


FOREIGN = [
    {"Host": "evil.example"},
    {"Host": "evil.example:{port}"},
    {"Host": "localhost.evil.example:{port}"},
    {"Host": "127.0.0.1:1"},
    {"Host": "localhost:{port}", "Origin": "http://evil.example"},
    {"Host": "localhost:{port}", "Origin": "null"},
    {"Host": "localhost:{port}", "Origin": "http://localhost:1"},
    {"Host": "localhost:{port}", "Origin": "https://localhost:{port}"},
    {"Host": "localhost:{port}", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
    {"Host": "localhost:{port}", "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"},
]


def test_foreign_hosts_and_origins_get_no_byte(served: Served) -> None:
    for headers, path, method in product(
        FOREIGN, ("/", "/index.html", EVENTS, "/.lontar/live.js", "/tidak-ada"), ("GET", "POST")
    ):
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items()).format(port=served.port)
        answer = served.raw(f"{method} {path} HTTP/1.1\r\n{lines}Content-Length: 0\r\n\r\n")
        head, _, body = answer.partition(b"\r\n\r\n")
        assert head.split(b" ")[1] in (b"403", b"421"), (headers, path, method)
        assert body == b"", (headers, path, method)


def test_other_methods_and_nonsense_get_no_byte(served: Served) -> None:
    for method, status in (("POST", b"405"), ("PUT", b"501"), ("TRACE", b"501"), ("CONNECT", b"501")):
        answer = served.raw(f"{method} / HTTP/1.1\r\nHost: localhost:{served.port}\r\n\r\n")
        assert answer.split(b" ")[1] == status
        assert answer.endswith(b"\r\n\r\n")
    for nonsense in ("\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\x16\x03\x01\r\n\r\n"):
        assert SECRET not in served.raw(nonsense)


def test_it_listens_on_this_machine_only_and_takes_the_next_free_port(served: Served) -> None:
    assert served.server.server_address[0] == "127.0.0.1"
    other = Server(served.port, served.shown)
    try:
        assert served.port < other.server_port < served.port + 100
    finally:
        other.server_close()
