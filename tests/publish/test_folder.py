"""Release folders and the link that is switched: what is shared, what is kept, and who else may be there."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from lontar.publish.release import NotPublished
from tests.building import ROOT, tree
from tests.publish.conftest import NOW, SITE, Desk, There


def releases(there: There) -> list[str]:
    return sorted(os.listdir(there.where / "releases"))  # noqa: PTH208


def number(path: Path) -> int:
    return path.stat().st_ino


def test_an_unchanged_file_is_on_the_disk_once(to_dir: There) -> None:
    to_dir.publish()
    to_dir.publish({**SITE, "index.html": b"baru"})
    first, second = (to_dir.where / "releases" / name for name in releases(to_dir))
    assert number(first / "feed.xml") == number(second / "feed.xml")
    assert number(first / "index.html") != number(second / "index.html")
    assert (first / "index.html").read_bytes() == SITE["index.html"]


def test_nothing_is_shared_with_the_output(to_dir: There) -> None:
    """So that a file edited in place there does not change what is published."""
    to_dir.publish()
    for path in SITE:
        assert (to_dir.desk.output.root / path).stat().st_nlink == 1
    with (to_dir.desk.output.root / "index.html").open("r+b") as file:
        file.write(b"RUSAK")
    assert to_dir.shown() == SITE


def test_a_damaged_release_does_not_pass_its_damage_on(to_dir: There) -> None:
    to_dir.publish()
    (to_dir.where / "current/feed.xml").write_bytes(b"rusak")
    to_dir.publish({**SITE, "index.html": b"baru"})
    assert to_dir.shown() == {**SITE, "index.html": b"baru"}


def test_three_releases_are_kept(to_dir: There) -> None:
    for step in range(6):
        to_dir.publish({"index.html": str(step).encode()})
    assert len(releases(to_dir)) == 3
    assert to_dir.shown()["index.html"] == b"5"


def test_a_release_carries_its_manifest(to_dir: There) -> None:
    to_dir.publish()
    run = subprocess.run(
        ["sha256sum", "--quiet", "-c", ".lontar-manifest"],
        cwd=to_dir.where / "current",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout) == (0, "")


def test_everybody_may_read_it_whatever_the_umask(to_dir: There) -> None:
    old = os.umask(0o077)
    try:
        to_dir.publish()
    finally:
        os.umask(old)
    for path in (to_dir.where / "current/").rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path
    assert to_dir.where.stat().st_mode & 0o777 == 0o755


def test_what_a_broken_publication_left_is_cleared_away(to_dir: There) -> None:
    to_dir.publish()
    half = to_dir.where / "releases/.incoming-20200101T000000Z-00000000/a"
    half.mkdir(parents=True)
    (to_dir.where / ".incoming-current").symlink_to("tiada")
    to_dir.publish({**SITE, "index.html": b"baru"})
    assert all(not name.startswith(".") for name in releases(to_dir))
    assert sorted(os.listdir(to_dir.where)) == ["current", "releases"]  # noqa: PTH208


def test_a_folder_named_current_is_left_alone(to_dir: There) -> None:
    (to_dir.where / "current").mkdir(parents=True)
    (to_dir.where / "current/index.html").write_text("milik orang")
    with pytest.raises(NotPublished) as told:
        to_dir.publish()
    assert [one.code for one in told.value.problems] == ["publish-not-ours"]
    assert (to_dir.where / "current/index.html").read_text() == "milik orang"


def test_other_things_beside_the_releases_are_left_alone(to_dir: There) -> None:
    for name in ("releases/cadangan/x", "log/access.log"):
        (to_dir.where / name).parent.mkdir(parents=True)
        (to_dir.where / name).write_text("x")
    for step in range(5):
        to_dir.publish({"index.html": str(step).encode()})
    assert (to_dir.where / "releases/cadangan/x").exists()
    assert (to_dir.where / "log/access.log").exists()


def test_two_publications_at_once_take_turns(to_dir: There) -> None:
    results: list[object] = []

    def publish() -> None:
        results.append(to_dir.publish().release)

    threads = [threading.Thread(target=publish) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(bool, results)) == [False, False, False, True]
    assert to_dir.shown() == SITE


PUBLISH = """
import datetime as dt, sys
from pathlib import Path
from lontar.output import OutputDir
from lontar.publish.folder import publish
output = OutputDir(Path(sys.argv[1]))
print("begun", flush=True)
publish(Path(sys.argv[2]), output, output.manifest(), dt.datetime.fromisoformat(sys.argv[3]))
"""


def test_a_full_disk_leaves_the_old_site(to_dir: There) -> None:
    """The kernel cuts every file of the publication at some kilobytes, as a full disk does."""
    to_dir.publish()
    big = {**SITE, "index.html": b"baru", "berat.bin": os.urandom(50_000)}
    to_dir.desk.build(big)
    command = [
        sys.executable,
        "-c",
        PUBLISH,
        str(to_dir.desk.output.root),
        str(to_dir.where),
        NOW.isoformat(),
    ]
    run = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY)),
    )
    assert "OSError: [Errno 27] File too large" in run.stderr
    assert to_dir.shown() == SITE
    to_dir.publish()
    assert to_dir.shown() == big


@pytest.mark.parametrize("after", [0.0, 0.002, 0.006, 0.015, 0.04])
def test_killed_at_any_moment_the_old_or_the_new_site_is_there(
    tmp_path: Path, to_dir: There, after: float
) -> None:
    old = {f"{number}.html": f"lama {number}".encode() for number in range(150)}
    new = {f"{number}.html": f"baru {number}".encode() for number in range(150)}
    to_dir.publish(old)
    desk: Desk = to_dir.desk
    desk.build(new)
    command = [sys.executable, "-c", PUBLISH, str(desk.output.root), str(to_dir.where), NOW.isoformat()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.wait()
    assert to_dir.shown() in (old, new)
    to_dir.publish()
    assert to_dir.shown() == new
    assert all(not name.startswith(".") for name in releases(to_dir))
    for release in releases(to_dir):
        found = {path for path in tree(to_dir.where / "releases" / release) if not path.startswith(".")}
        assert found == set(old)
