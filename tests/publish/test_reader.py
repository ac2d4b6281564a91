"""Readers behind nginx while one release after another is published: every page whole, every asset there.

Short in the tests; `make soak-publish` asks for more by LONTAR_PUBLICATIONS and LONTAR_READS.
"""

from __future__ import annotations

import http.client
import os
import re
import threading
from collections import Counter
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from tests.publish.conftest import There
from tests.tools import nginx

PUBLICATIONS = int(os.environ.get("LONTAR_PUBLICATIONS", "6"))
READS = int(os.environ.get("LONTAR_READS", "1500"))
READERS = 3
PAGES = 40


def sealed(body: str) -> bytes:
    """A body with its own checksum before it: whoever reads it can tell whether it is whole."""
    return f"{sha256(body.encode()).hexdigest()}\n{body}".encode()


def is_whole(data: bytes) -> bool:
    head, _, body = data.partition(b"\n")
    return sha256(body).hexdigest().encode() == head


def edition(number: int) -> dict[str, bytes]:
    """Pages that all change, each with a style sheet and a photo that only this edition has."""
    style = f"aset/css/site.{number:08x}.css"
    photo = f"media/foto-960-{number:010x}.webp"
    files = {
        f"{name}/index.html": sealed(f"edisi {number} /{style} /{photo} {'kata ' * (50 * name)}")
        for name in range(PAGES)
    }
    return {
        **files,
        "tetap.html": sealed("sama"),
        style: sealed(f"gaya {number} " * 500),
        photo: sealed(f"foto {number} " * 5000),
    }


class Reader(threading.Thread):
    """Gets pages in turn, and with each what it shows."""

    def __init__(self, origin: str, first: int, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.host = urlsplit(origin).netloc
        self.first, self.stop = first, stop
        self.counts: Counter[str] = Counter()
        self.editions: set[bytes] = set()

    def run(self) -> None:
        connection = http.client.HTTPConnection(self.host, timeout=20)
        number = self.first
        while not self.stop.is_set():
            number += 1
            page = self.get(connection, f"/{number % PAGES}/")
            self.editions.update(re.findall(rb"edisi \d+", page))
            for path in re.findall(rb"(/(?:aset|media)/\S+)", page):
                self.get(connection, path.decode())
            self.get(connection, "/tetap.html")
        connection.close()

    def get(self, connection: http.client.HTTPConnection, path: str) -> bytes:
        connection.request("GET", path)
        answer = connection.getresponse()
        data = answer.read()
        self.counts["reads"] += 1
        self.counts["missing"] += answer.status != 200
        self.counts["torn"] += answer.status == 200 and not is_whole(data)
        return data if answer.status == 200 else b""


def test_no_reader_ever_misses_anything(to_dir: There, tmp_path: Path) -> None:
    to_dir.publish(edition(0))
    stop = threading.Event()
    with nginx.serve(tmp_path / "nginx", to_dir.where / "current") as origin:
        readers = [Reader(origin, number * 7, stop) for number in range(READERS)]
        for reader in readers:
            reader.start()

        for number in range(1, PUBLICATIONS + 1):
            # The slowest counts, from the last publication on: nobody reads one page for the time of many.
            goals = [reader.counts["reads"] + READS // PUBLICATIONS // READERS for reader in readers]
            while any(
                reader.counts["reads"] < goal and reader.is_alive()
                for reader, goal in zip(readers, goals, strict=True)
            ):
                os.sched_yield()
            to_dir.publish(edition(number))
        stop.set()
        for reader in readers:
            reader.join(20)
    total = sum((reader.counts for reader in readers), Counter[str]())
    seen = set[bytes]().union(*(reader.editions for reader in readers))
    print(
        f"{PUBLICATIONS} publications, {total['reads']} reads of {len(seen)} editions: "
        f"{total['torn']} torn, {total['missing']} missing"
    )
    assert total["reads"] >= READS
    assert (total["torn"], total["missing"]) == (0, 0)
    assert len(seen) > PUBLICATIONS // 2


def test_a_torn_file_would_be_seen() -> None:
    assert is_whole(sealed("isi"))
    assert not is_whole(sealed("isi")[:-1])
    assert not is_whole(b"")
