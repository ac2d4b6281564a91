"""Over a real ssh: what travels, what is refused, and that nothing there is half done."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from lontar.publish import rsync
from lontar.publish.release import NotPublished
from tests.building import ROOT
from tests.publish.conftest import NOW, SITE, There
from tests.publish.sshd import Sshd


def refused(there: There) -> str:
    with pytest.raises(NotPublished) as told:
        there.publish()
    (problem,) = told.value.problems
    assert problem.code == "publish-refused"
    return dict(problem.values)["reason"]


def test_unchanged_files_are_linked_there_and_keep_their_dates(to_rsync: There) -> None:
    to_rsync.publish()
    current = to_rsync.where / "current"
    before = (current / "feed.xml").stat()
    os.utime(to_rsync.desk.output.root / "feed.xml", (1, 1))  # built anew elsewhere: other date, same bytes
    to_rsync.publish({**SITE, "index.html": b"baru"})
    after = (current / "feed.xml").stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_nlink) == (before.st_ino, before.st_mtime_ns, 2)
    assert (current / "index.html").stat().st_nlink == 1


EAR = """
import os, subprocess, sys, threading
child = subprocess.Popen([*shell, *sys.argv[1:]], stdin=subprocess.PIPE)

def pass_on():
    with open(heard, "ab", buffering=0) as copy:
        while data := os.read(0, 65536):
            copy.write(data)
            child.stdin.write(data)
            child.stdin.flush()
    child.stdin.close()

threading.Thread(target=pass_on, daemon=True).start()
os._exit(child.wait())
"""


def test_only_bytes_that_changed_travel(to_rsync: There, tmp_path: Path) -> None:
    """Half a megabyte that is there already is not sent again: all that is sent passes by an ear."""
    heard, ear = tmp_path / "heard", tmp_path / "ear"
    shell = to_rsync.publisher.environment["RSYNC_RSH"].split()
    ear.write_text(f"#!{sys.executable}\nshell, heard = {shell}, {str(heard)!r}\n{EAR}")
    ear.chmod(0o755)
    to_rsync.publisher = replace(to_rsync.publisher, environment={**os.environ, "RSYNC_RSH": str(ear)})
    heavy = {**SITE, "berat.bin": os.urandom(500_000)}
    to_rsync.publish(heavy)
    assert heard.stat().st_size > 500_000
    heard.unlink()
    to_rsync.publish({**heavy, "index.html": b"baru"})
    assert 100 < heard.stat().st_size < 20_000
    assert to_rsync.shown() == {**heavy, "index.html": b"baru"}


def test_three_releases_are_kept(to_rsync: There) -> None:
    for step in range(4):
        to_rsync.publish({"index.html": str(step).encode()})
    names = sorted(path.name for path in (to_rsync.where / "releases").iterdir())
    assert len(names) == 3
    assert all(not name.startswith(".") for name in names)


def test_everybody_may_read_it(to_rsync: There) -> None:
    (to_rsync.desk.output.root / "feed.xml").chmod(0o600)
    to_rsync.publish()
    for path in (to_rsync.where / "current/").rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


def test_a_folder_named_current_is_left_alone(to_rsync: There) -> None:
    (to_rsync.where / "current").mkdir(parents=True)
    with pytest.raises(NotPublished) as told:
        to_rsync.publish()
    assert [one.code for one in told.value.problems] == ["publish-not-ours"]
    assert os.listdir(to_rsync.where) == ["current"]  # noqa: PTH208


def test_an_old_leftover_goes_and_a_young_one_stays(to_rsync: There) -> None:
    """The young one may be a publication that is under way from another machine."""
    to_rsync.publish()
    old, young = (to_rsync.where / f"releases/.incoming-{name}" for name in ("lama", "baru"))
    for folder in (old, young):
        folder.mkdir()
    os.utime(old, (1, 1))
    to_rsync.publish({"index.html": b"baru"})
    assert (old.exists(), young.exists()) == (False, True)


def test_nobody_answers(to_rsync: There) -> None:
    there = (
        replace(to_rsync.publisher.target, port=1) if False else to_rsync.publisher.target._replace(port=1)
    )
    to_rsync.publisher = replace(to_rsync.publisher, target=there)
    assert "refused" in refused(to_rsync)
    assert not to_rsync.where.exists()


def test_an_unknown_host_key_is_refused(to_rsync: There, ssh: Sshd, tmp_path: Path) -> None:
    """Nobody is asked and nothing is sent when the other machine is not the one that is known."""
    text = (ssh.folder / "config").read_text()
    (tmp_path / "config").write_text(
        re.sub(r"Control.*", "", text.replace(f"{ssh.folder}/known", "/dev/null"))
    )
    env = {**os.environ, "RSYNC_RSH": f"ssh -F {tmp_path}/config"}
    to_rsync.publisher = replace(to_rsync.publisher, environment=env)
    assert "Host key verification failed" in refused(to_rsync)
    assert not to_rsync.where.exists()


def test_a_folder_that_may_not_be_written(to_rsync: There) -> None:
    (to_rsync.where.parent).mkdir()
    to_rsync.where.write_text("a file where the folder shall be")
    assert refused(to_rsync)
    assert to_rsync.where.read_text() == "a file where the folder shall be"


def test_names_with_spaces_and_quotes_arrive(to_rsync: There) -> None:
    odd = {"a b/it's $(x) `y`.html": b"1", "aset/it's.0a1b2c3d.css": b"2"}
    to_rsync.publish(odd)
    assert to_rsync.shown() == odd
    to_rsync.publish({"index.html": b"3"})
    assert set(to_rsync.shown()) == {"index.html", "aset/it's.0a1b2c3d.css"}


def test_a_missing_program_is_told(to_rsync: There) -> None:
    machine = rsync.Machine(to_rsync.publisher.target, to_rsync.publisher.place, ["tiada-ssh"])
    with pytest.raises(NotPublished) as told:
        rsync.publish(machine, to_rsync.desk.output, to_rsync.desk.output.manifest(), NOW)
    assert [(one.code, dict(one.values)) for one in told.value.problems] == [
        ("publish-program", {"found": "tiada-ssh"})
    ]


PUBLISH = """
import datetime as dt, sys
from pathlib import Path
from lontar.errors import Place
from lontar.model.config import Target
from lontar.output import OutputDir
from lontar.publish.rsync import Machine, publish
path, host, port, shell = sys.argv[2:6]
machine = Machine(Target("uji", "rsync", path, host, int(port), "", ""), Place("x"), shell.split())
output = OutputDir(Path(sys.argv[1]))
print("begun", flush=True)
publish(machine, output, output.manifest(), dt.datetime.fromisoformat(sys.argv[6]))
"""


@pytest.mark.parametrize("after", [0.02, 0.15, 0.3, 0.5, 0.8])
def test_killed_at_any_moment_the_old_or_the_new_site_is_there(
    to_rsync: There, ssh: Sshd, after: float
) -> None:
    old = {f"{number}.html": f"lama {number}".encode() for number in range(60)}
    new = {f"{number}.html": f"baru {number}".encode() for number in range(60)}
    to_rsync.publish(old)
    to_rsync.desk.build(new)
    where = (str(to_rsync.where), ssh.host, str(ssh.port), ssh.shell)
    command = [sys.executable, "-c", PUBLISH, str(to_rsync.desk.output.root), *where, NOW.isoformat()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()
        process.wait()
    assert to_rsync.shown() in (old, new)
    try:
        to_rsync.publish()
    except NotPublished:  # the last command of the killed one was still at work on the other machine
        to_rsync.publish()
    assert to_rsync.shown() == new
