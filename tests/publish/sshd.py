"""A real sshd on a free port of the loopback interface, for the user who runs the tests."""

from __future__ import annotations

import getpass
import os
import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.tools.servers import find

DEADLINE = 20.0


@dataclass(frozen=True)
class Sshd:
    """`shell` is the ssh command that knows its keys: what RSYNC_RSH shall hold."""

    port: int
    folder: Path

    @property
    def host(self) -> str:
        return f"{getpass.getuser()}@127.0.0.1"

    @property
    def shell(self) -> str:
        return f"ssh -F {self.folder}/config"


def _key(path: Path) -> str:
    """Make a key pair; its public half."""
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path.with_suffix(".pub").read_text("utf-8").strip()


@contextmanager
def running(folder: Path) -> Iterator[Sshd]:
    folder.mkdir(mode=0o700)
    host = _key(folder / "host")
    (folder / "allowed").write_text(_key(folder / "user") + "\n", "utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (folder / "known").write_text(f"[127.0.0.1]:{port} {' '.join(host.split()[:2])}\n", "utf-8")
    (folder / "config").write_text(
        f"IdentityFile {folder}/user\nIdentitiesOnly yes\nUserKnownHostsFile {folder}/known\n"
        "GlobalKnownHostsFile /dev/null\nStrictHostKeyChecking yes\n"
        f"ControlMaster auto\nControlPath {folder}/mux-%p\nControlPersist 60\n",
        "utf-8",
    )
    (folder / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nPidFile none\nUsePAM no\n"
        f"AuthorizedKeysFile {folder}/allowed\nStrictModes no\nPermitRootLogin prohibit-password\n"
        "PasswordAuthentication no\nKbdInteractiveAuthentication no\n",
        "utf-8",
    )
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # where sshd's unprivileged half lives
    command = [find("sshd"), "-D", "-e", "-f", str(folder / "sshd_config")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True) as process:
        assert process.stderr is not None
        said = ""
        while not re.search(r"Server listening on", said):
            line = process.stderr.readline()
            assert line, f"sshd does not start: {said}"
            said += line
        try:
            yield Sshd(port, folder)
        finally:
            leave = ["ssh", "-F", str(folder / "config"), "-p", str(port), "-O", "exit", "127.0.0.1"]
            subprocess.run(leave, check=False, capture_output=True)
            process.terminate()
            process.communicate(timeout=DEADLINE)
