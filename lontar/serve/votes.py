"""The form endpoint beside the preview: a process of its own, whose votes are a plaything.

The server passes on what the pages send to it, so a browser sees one host, as with a proxy before both:
no page needs to be made otherwise, and no other site is let in. Votes go into the preview's own database.
"""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterable
from http.client import HTTPConnection, HTTPException
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

_NEEDS = ("starlette", "granian", "sqlalchemy", "limits")
_ENDPOINT = """
import runpy, sys
from lontar.parallel import end_with
end_with(int(sys.argv.pop(1)))
runpy.run_module("lontar.survey", run_name="__main__", alter_sys=True)
"""
"""`python -m lontar.survey` that does not outlive a preview which was killed."""
_NOT_PASSED = frozenset(
    ("connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade", "content-length")
)
_TIMEOUT = 10.0
_PATIENCE = 5.0


def missing_parts() -> list[str]:
    """Which packages of the endpoint are not installed."""
    return [name for name in _NEEDS if find_spec(name) is None]


class Votes:
    """The process and the way to it. `endpoint` is the site's setting: a path or a URL of another host."""

    LARGEST = 8192
    """Bytes of a body; the endpoint itself takes less."""

    def __init__(self, folder: Path, surveys: Path, endpoint: str) -> None:
        self._endpoint = endpoint.rstrip("/")
        self._path = urlsplit(self._endpoint).path or "/s"
        self._port = _free_port()
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-c", _ENDPOINT, str(os.getpid()), "serve", "--host", "127.0.0.1"]
        command += ["--port", str(self._port), "--path", self._path, "--surveys", str(surveys)]
        command += ["--database", f"sqlite:///{folder / 'survey.db'}", "--log", "problems"]
        command += ["--secrets", str(folder / "survey-secret.key")]
        self._log = (folder / "survey.log").open("wb")
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            env=_environment(),
            start_new_session=True,  # Ctrl-C is for the preview, which ends it
        )

    @property
    def runs(self) -> bool:
        return self._process.poll() is None

    def takes(self, path: str) -> bool:
        return path.startswith(f"{self._path}/")

    def rewrite(self, page: bytes) -> bytes:
        """The page with its votes sent here, where the site's go to another host."""
        if self._endpoint == self._path:
            return page
        return re.sub(rb'(?<=")' + re.escape(self._endpoint.encode()) + rb"(?=/)", self._path.encode(), page)

    def forward(
        self, method: str, path: str, headers: Iterable[tuple[str, str]], body: bytes
    ) -> tuple[int, list[tuple[str, str]], bytes] | None:
        """Status, headers and body of the endpoint's answer; None when it does not answer."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=_TIMEOUT)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in headers:
                if name.lower() not in _NOT_PASSED:
                    connection.putheader(name, value)
            if method == "POST":
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body if method == "POST" else None)
            answer = connection.getresponse()
            data = answer.read()
            passed = [one for one in answer.getheaders() if one[0].lower() not in _NOT_PASSED]
            return answer.status, passed, data
        except (OSError, HTTPException):
            return None
        finally:
            connection.close()

    def close(self) -> None:
        """End the process, politely and then not."""
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_PATIENCE)
        self._process.kill()
        self._process.wait()
        self._log.close()


def _environment() -> dict[str, str]:
    """Ours, without settings of a real endpoint; modules are found where this process finds them."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("LONTAR_SURVEY_") and name != "DATABASE_URL"
    }
    return {**kept, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
