"""An output folder to publish, and a place of each kind to publish it to."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from lontar.errors import Place
from lontar.model.config import Target
from lontar.output import OutputDir, sha256_of
from lontar.publish.release import Outcome
from lontar.publish.targets import Publisher
from tests.building import tree
from tests.publish import sshd

NOW = dt.datetime(2026, 11, 24, 9, 15, tzinfo=dt.UTC)
STYLE, NEW_STYLE = "aset/css/site.0a1b2c3d.css", "aset/css/site.ffffffff.css"
PHOTO = "media/kain-960-0123456789.webp"
SITE = {
    "index.html": b"beranda",
    "berita/kabar/index.html": b"kabar",
    "feed.xml": b"<feed/>",
    STYLE: b"p {}",
    PHOTO: b"foto",
}
KINDS = ("dir", "rsync", "git")


@dataclass
class Desk:
    """The output of a site. `build` makes it hold just these files, as a build would."""

    root: Path
    output: OutputDir = field(init=False)

    def __post_init__(self) -> None:
        self.output = OutputDir(self.root / "output")

    def build(self, files: Mapping[str, bytes]) -> None:
        with self.output.locked(lambda: None):
            before = self.output.manifest()
            staging = self.output.open_staging()
            for number, (path, data) in enumerate(files.items()):
                if before.get(path) != sha256_of(data):
                    (staging / str(number)).write_bytes(data)
                    self.output.publish(staging / str(number), path)
            self.output.remove(set(before) - set(files))
            self.output.write_manifest({path: sha256_of(data) for path, data in files.items()})


@dataclass
class There:
    """A place to publish to, and a reader's eyes on it."""

    desk: Desk
    publisher: Publisher
    where: Path

    def publish(self, files: Mapping[str, bytes] | None = None, only_look: bool = False) -> Outcome:
        if files is not None:
            self.desk.build(files)
        return self.publisher.publish(self.desk.output, NOW, only_look)

    def shown(self) -> dict[str, bytes]:
        """What readers get, without files whose names begin with a dot."""
        if self.publisher.target.kind != "git":
            current = self.where / "current"
            found = tree(current.resolve()) if current.exists() else {}
        else:
            found = branch_files(self.where, self.publisher.target.branch)
        return {path: data for path, data in found.items() if not path.startswith(".")}


def git(folder: Path, *words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


def branch_files(repository: Path, branch: str) -> dict[str, bytes]:
    if not git(repository, "for-each-ref", f"refs/heads/{branch}"):
        return {}
    names = git(repository, "ls-tree", "-r", "--name-only", "-z", branch).split("\0")
    command = ["git", "cat-file", "blob"]
    return {
        name: subprocess.run(
            [*command, f"{branch}:{name}"], cwd=repository, check=True, capture_output=True
        ).stdout
        for name in names
        if name
    }


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    root = tmp_path / "situs"
    root.mkdir()
    made = Desk(root)
    made.build(SITE)
    return made


@pytest.fixture(scope="session")
def ssh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sshd.Sshd]:
    with sshd.running(tmp_path_factory.mktemp("ssh") / "sshd") as server:
        yield server


def target(
    kind: str, path: str = "", host: str = "", port: int = 22, remote: str = "", branch: str = ""
) -> Target:
    return Target("uji", kind, path, host, port, remote, branch)  # type: ignore[arg-type]


@pytest.fixture
def to_dir(desk: Desk, tmp_path: Path) -> There:
    where = tmp_path / "www"
    return There(desk, Publisher(desk.root, target("dir", str(where)), Place("x"), os.environ), where)


@pytest.fixture
def to_rsync(desk: Desk, tmp_path: Path, ssh: sshd.Sshd) -> There:
    where = tmp_path / "jauh/www"
    env = {**os.environ, "RSYNC_RSH": ssh.shell}
    there = target("rsync", str(where), ssh.host, ssh.port)
    return There(desk, Publisher(desk.root, there, Place("x"), env), where)


@pytest.fixture
def to_git(desk: Desk, tmp_path: Path) -> There:
    where = tmp_path / "pusat.git"
    git(tmp_path, "init", "-q", "--bare", str(where))
    git(desk.root, "init", "-q", "-b", "main")
    git(desk.root, "remote", "add", "origin", str(where))
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(tmp_path)}
    there = target("git", remote="origin", branch="gh-pages")
    return There(desk, Publisher(desk.root, there, Place("x"), env), where)


@pytest.fixture(params=KINDS)
def there(request: pytest.FixtureRequest) -> There:
    found: There = request.getfixturevalue(f"to_{request.param}")
    return found
