"""A build that is killed, has no space left or may not write: the old site or the new, never half a file."""

from __future__ import annotations

import os
import random
import resource
import shlex
import shutil
import subprocess
import time

import psutil
import pytest

from lontar.output import MANIFEST, STAGING
from tests.pipeline.conftest import Place, make_place
from tests.pipeline.killing import (
    DEADLINE,
    assert_old_or_new,
    command,
    digests,
    first_edition,
    kill_a_build,
    second_edition,
)

KILLS = int(os.environ.get("LONTAR_KILLS", "6"))


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """What clean builds make of both editions."""
    place = make_place(tmp_path_factory.mktemp("bersih"))
    made = []
    for edition in (first_edition, second_edition):
        edition(place)
        made.append({path: digest for path, digest in place.clean_tree().items() if path != MANIFEST})
    return made


@pytest.fixture
def editions(place: Place, clean: list[dict[str, str]]) -> tuple[Place, list[dict[str, str]]]:
    """A place with the first edition built."""
    first_edition(place)
    place.build(jobs=2)
    return place, clean


def test_killed_at_random_moments(editions: tuple[Place, list[dict[str, str]]]) -> None:
    place, clean = editions
    chance = random.Random(20261124)
    started = time.monotonic()
    subprocess.run(command(place, "--clean"), check=True, capture_output=True)
    usual = time.monotonic() - started
    shown = killed = builds = 0
    while killed < KILLS:
        (first_edition if shown else second_edition)(place)
        wanted = 1 - shown
        was_killed = kill_a_build(place, chance, usual)
        killed += was_killed
        assert_old_or_new(place, clean[shown], clean[wanted])
        subprocess.run(command(place), check=True, capture_output=True)  # no cleaning in between
        assert digests(place.output) == clean[wanted]
        assert not (place.output / STAGING).exists()
        shown = wanted
        builds += 1
    print(f"{killed} of {builds} builds killed: old or new each time, the next build right without cleaning")


def test_no_worker_outlives_a_killed_build(place: Place) -> None:
    first_edition(place)
    with subprocess.Popen(command(place), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        watched = psutil.Process(process.pid)
        children: list[psutil.Process] = []
        while process.poll() is None and not children:
            children = watched.children(recursive=True)
        process.kill()
        process.wait(DEADLINE)
    assert children
    _, alive = psutil.wait_procs(children, timeout=DEADLINE)
    assert not alive


@pytest.mark.parametrize("limit", [600, 2_500, 9_000])
def test_a_file_that_cannot_be_written_whole_leaves_the_old_site(
    editions: tuple[Place, list[dict[str, str]]], limit: int
) -> None:
    """The kernel cuts every file at `limit` bytes, as a full disk does: somewhere in the cache, a page, …"""
    place, clean = editions
    second_edition(place)
    shutil.rmtree(place.request.cache)
    run = subprocess.run(
        command(place, "--lang", "en"),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY)),
    )
    assert run.returncode == 2, run.stderr
    assert run.stderr.startswith("The system refused to write or read: ")
    assert digests(place.output) == clean[0]
    place.build(jobs=2)
    assert digests(place.output) == clean[1]


def in_own_mounts(script: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script that may mount: with mounts that nobody else sees and that end with it."""
    how = "-m" if os.geteuid() == 0 else "-rm"
    may = subprocess.run(
        ["unshare", how, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
    )
    if may.returncode:
        pytest.skip("this machine lets nobody mount, so there is no small disk and no read-only one")
    return subprocess.run(["unshare", how, "sh", "-c", script], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("free", [0, 40, 200])
def test_a_full_disk_leaves_the_old_site(editions: tuple[Place, list[dict[str, str]]], free: int) -> None:
    """The output lies on a disk of its own, with so many kilobytes left."""
    place, clean = editions
    second_edition(place)
    disk = place.output.with_name("cakram")
    place.output.rename(disk)
    place.output.mkdir()
    after = place.output.with_name("sesudah")
    build = shlex.join(command(place, "--lang", "en"))
    run = in_own_mounts(
        f"mount -t tmpfs -o size=16m none {place.output} && cp -a {disk}/. {place.output} && "
        f"left=$(df --output=avail -k {place.output} | tail -1) && "
        f"fallocate -l $((left - {free}))K {place.output}/.penuh\n"
        f"{build}; code=$?\nrm {place.output}/.penuh; cp -a {place.output} {after}\n"
        f"{build} >&2 && cp -a {place.output} {after}-lagi\nexit $code"
    )
    assert run.returncode == 2, run.stderr
    assert run.stderr.startswith("The system refused to write or read: No space left on device")
    assert digests(after) == clean[0]
    assert digests(after.with_name("sesudah-lagi")) == clean[1]


def test_an_output_that_may_not_be_written_is_left_alone(
    editions: tuple[Place, list[dict[str, str]]],
) -> None:
    place, clean = editions
    second_edition(place)
    build = shlex.join(command(place, "--lang", "en"))
    run = in_own_mounts(
        f"mount --bind {place.output} {place.output} && mount -o remount,ro,bind {place.output} && {build}"
    )
    assert run.returncode == 2, run.stderr
    assert run.stderr.startswith("The system refused to write or read: Read-only file system")
    assert digests(place.output) == clean[0]
    place.build(jobs=2)
    assert digests(place.output) == clean[1]
