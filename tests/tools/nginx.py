"""nginx on a free port of the loopback interface, with the configuration that docs/hosting recommends."""

from __future__ import annotations

import getpass
import os
import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.tools.servers import find

ROOT = Path(__file__).resolve().parents[2]
SNIPPET = ROOT / "docs/hosting/nginx.conf"
PROXY = ROOT / "deploy/nginx.conf"
DEADLINE = 20.0


def votes_to(endpoint: str) -> str:
    """The part of deploy/nginx.conf that passes votes on, here to this origin."""
    (found,) = re.findall(r"(?s)location /s/ \{.*?\n    \}", PROXY.read_text("utf-8"))
    text, placed = re.subn(r"proxy_pass \S+;", f"proxy_pass {endpoint};", found)
    assert placed == 1
    return text


def write_configuration(folder: Path, site: Path, port: int, more: str = "") -> Path:
    """The snippet as it stands but for port and folder, and `more`, with the least nginx needs around it."""
    text, changed = re.subn(r"listen 80;", f"listen 127.0.0.1:{port};", SNIPPET.read_text("utf-8"))
    text, placed = re.subn(r"root /srv/site/current;", lambda _: f'root "{site}"; {more}', text)
    assert (changed, placed) == (1, 1)
    folder.mkdir(exist_ok=True)
    temporary = " ".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = f"user {getpass.getuser()}; " if os.geteuid() == 0 else ""  # who may read the tests' folders
    configuration = folder / "nginx.conf"
    configuration.write_text(
        f"{user}daemon off; pid {folder}/pid; error_log stderr; worker_processes 1;\n"
        f"events {{ worker_connections 256; }}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {temporary}\n{text}}}\n",
        "utf-8",
    )
    return configuration


def is_valid(configuration: Path) -> subprocess.CompletedProcess[str]:
    command = [find("nginx"), "-t", "-e", "stderr", "-c", str(configuration)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@contextmanager
def serve(folder: Path, site: Path, more: str = "") -> Iterator[str]:
    """Serve `site` while the block runs; gives the origin. `folder` is nginx's own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    configuration = write_configuration(folder, site, port, more)
    command = [find("nginx"), "-e", "stderr", "-c", str(configuration)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            _await(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.communicate(timeout=DEADLINE)


def _await(port: int, process: subprocess.Popen[str]) -> None:
    while process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise RuntimeError(f"nginx does not start: {process.communicate()[1]}")
