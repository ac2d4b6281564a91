"""The output folder: only our files change, whole or not at all, and nothing outside it."""

from __future__ import annotations

import fcntl
import os
import posixpath
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lontar.output import MANIFEST, STAGING, OutputDir, is_inside, sha256_of, staged_name, write_staged
from tests.building import tree, write


def never() -> None:
    raise AssertionError("waited for a lock that nobody holds")


def put(output: OutputDir, files: dict[str, bytes]) -> None:
    """Publish files as a build does, its manifest last."""
    staging = output.open_staging()
    for number, (path, data) in enumerate(files.items()):
        (staging / str(number)).write_bytes(data)
        output.publish(staging / str(number), path)
    output.write_manifest({**output.manifest(), **{path: sha256_of(data) for path, data in files.items()}})


@pytest.fixture
def output(tmp_path: Path) -> OutputDir:
    return OutputDir(tmp_path / "output")


def test_what_is_laid_out_is_put_in_place_by_folders(output: OutputDir) -> None:
    output.root.mkdir()
    assert output.is_empty()
    write(output.root, {"media/foto.jpg": "foto", "a/index.html": "orang lain"})
    assert not output.is_empty()
    output.open_staging()
    pages = {path: path.encode() for path in ("index.html", "a/b/c.html", "a/index.html", "media/x/y.html")}
    for path, data in pages.items():
        stamp = write_staged(f"{output.staging}/{staged_name(0, path, True)}", data)
        assert stamp[0] == len(data)
    inode = (output.staging / staged_name(0, "media/x", True)).stat().st_ino
    (output.staging / "foto-0").write_bytes(b"lain")
    steps: list[tuple[int, int]] = []
    output.publish_all([("media/z.jpg", "foto-0")], lambda *step: steps.append(step))
    assert {path: (output.root / path).read_bytes() for path in pages} == pages
    assert (output.root / "media/foto.jpg").read_text() == "foto"
    assert (output.root / "media/z.jpg").read_text() == "lain"
    assert (output.root / "media/x").stat().st_ino == inode
    assert len(steps) <= 1


def test_what_is_laid_out_replaces_no_file_of_others_by_a_folder(output: OutputDir) -> None:
    write(output.root, {"a": "orang lain"})
    output.open_staging()
    write_staged(f"{output.staging}/{staged_name(0, 'a/b.html', True)}", b"b")
    with pytest.raises(OSError, match="a"):
        output.publish_all([], lambda *_: None)
    assert (output.root / "a").read_text() == "orang lain"


@pytest.mark.parametrize("path", ["", "/", "../x", "a/../../x", "a//b", "a/"])
def test_nothing_is_laid_out_outside(path: str) -> None:
    with pytest.raises(ValueError, match="not a path"):
        staged_name(0, path, True)


PARTS = st.lists(
    st.sampled_from(["a", ".", "..", "", "/", "//", "\\", "~", "a b", "..a", "...", "é"]), max_size=8
)


@given(PARTS, st.sampled_from(["/", ""]))
@settings(max_examples=400)
def test_what_is_inside_stays_inside(parts: list[str], glue: str) -> None:
    path = glue.join(parts)
    if is_inside(path):
        whole = posixpath.normpath(posixpath.join("root", path))
        assert whole.startswith("root/")
        assert whole == f"root/{path}"


@pytest.mark.parametrize(
    "path", ["", "/", "/etc/passwd", "..", "../x", "a/../../x", "a//b", "a/", "./a", "a/."]
)
def test_what_is_not_inside(path: str, output: OutputDir) -> None:
    assert not is_inside(path)
    with pytest.raises(ValueError):
        output.target(path)


def test_a_file_is_renamed_to_its_place(output: OutputDir) -> None:
    with output.locked(never):
        put(output, {"berita/x/index.html": b"satu"})
        stamp = output.stamp("berita/x/index.html")
        assert stamp is not None and stamp[0] == 4
    assert tree(output.root) == {
        "berita/x/index.html": b"satu",
        MANIFEST: f"{sha256(b'satu').hexdigest()}  berita/x/index.html\n".encode(),
    }


def test_the_manifest_is_what_sha256sum_checks(output: OutputDir) -> None:
    with output.locked(never):
        put(output, {"a.html": b"satu", "foto é.jpg": b"dua"})
    run = subprocess.run(
        ["sha256sum", "-c", MANIFEST], cwd=output.root, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_staging_is_gone_after_success_and_failure(output: OutputDir) -> None:
    with output.locked(never):
        write(output.open_staging(), {"1": "x"})
    assert not output.staging.exists()
    with pytest.raises(RuntimeError), output.locked(never):
        write(output.open_staging(), {"1": "x"})
        raise RuntimeError
    assert not output.staging.exists()


def test_old_staging_is_emptied(output: OutputDir) -> None:
    write(output.root, {f"{STAGING}/old": "x"})
    with output.locked(never):
        assert list(output.open_staging().iterdir()) == []


def test_a_second_build_waits_for_the_first(output: OutputDir) -> None:
    output.root.mkdir()
    holder = os.open(output.root, os.O_RDONLY)
    fcntl.flock(holder, fcntl.LOCK_EX)
    waited: list[int] = []

    def waiting() -> None:
        waited.append(1)
        os.close(holder)

    with output.locked(waiting):
        assert waited == [1]
    with output.locked(never):
        pass


def test_only_files_that_are_ours_are_removed(output: OutputDir) -> None:
    write(output.root, {"milik-orang/x.txt": "x", ".gitkeep": ""})
    with output.locked(never):
        put(output, {"a/b/c/index.html": b"1", "a/index.html": b"2"})
        assert output.remove(["a/b/c/index.html"]) == 1
        assert not (output.root / "a/b").exists()
        assert output.remove(["a/index.html", "tiada.html", "milik-orang"]) == 1
    assert set(tree(output.root)) == {"milik-orang/x.txt", ".gitkeep", MANIFEST}


def test_a_folder_with_somebodys_files_stays(output: OutputDir) -> None:
    with output.locked(never):
        put(output, {"a/b/index.html": b"1"})
        write(output.root, {"a/catatan.txt": "x"})
        output.remove(["a/b/index.html"])
    assert set(tree(output.root)) == {"a/catatan.txt", MANIFEST}


def test_a_file_of_ours_gives_way_to_a_folder(output: OutputDir) -> None:
    with output.locked(never):
        put(output, {"a": b"1"})
        put(output, {"a/index.html": b"2"})
    assert tree(output.root)["a/index.html"] == b"2"


def test_a_file_of_somebody_does_not(output: OutputDir) -> None:
    write(output.root, {"a": "x"})
    with output.locked(never), pytest.raises(OSError):
        put(output, {"a/index.html": b"2"})
    assert tree(output.root)["a"] == b"x"


def test_a_folder_of_ours_gives_way_to_a_file(output: OutputDir) -> None:
    with output.locked(never):
        put(output, {"a/index.html": b"1", "a/b/index.html": b"1"})
        put(output, {"a": b"2"})
    assert tree(output.root)["a"] == b"2"


def test_a_folder_with_somebodys_files_does_not(output: OutputDir) -> None:
    with output.locked(never):
        put(output, {"a/index.html": b"1"})
        write(output.root, {"a/catatan.txt": "x"})
        with pytest.raises(OSError):
            put(output, {"a": b"2"})
    assert tree(output.root)["a/catatan.txt"] == b"x"


def test_a_link_is_replaced_and_never_followed(output: OutputDir, tmp_path: Path) -> None:
    outside = write(tmp_path, {"luar.html": "asli"}) / "luar.html"
    output.root.mkdir()
    (output.root / "a.html").symlink_to(outside)
    with output.locked(never):
        assert output.stamp("a.html") is None
        put(output, {"a.html": b"baru"})
        assert output.stamp("a.html") is not None
    assert outside.read_text() == "asli"


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe",
        b"junk\n",
        f"{'a' * 64}  ../luar.html\n{'a' * 64}  /etc/passwd\n".encode(),
        f"{'a' * 64}  a/../../x\n{'a' * 63}  x.html\n".encode(),
    ],
)
def test_a_strange_manifest_names_nothing(output: OutputDir, text: bytes) -> None:
    write(output.root, {MANIFEST: text})
    assert output.manifest() == {}


def test_an_unchanged_manifest_is_not_written(output: OutputDir) -> None:
    with output.locked(never):
        output.write_manifest({"a": "0" * 64})
        os.utime(output.root / MANIFEST, ns=(1, 1))
        output.write_manifest({"a": "0" * 64})
        assert (output.root / MANIFEST).stat().st_mtime_ns == 1
        output.write_manifest({"b": "0" * 64})
        assert (output.root / MANIFEST).stat().st_mtime_ns != 1
    assert output.stamp(MANIFEST) is not None


def test_nothing_there_has_no_stamp(output: OutputDir) -> None:
    write(output.root, {"a/b": "x"})
    assert output.stamp("tiada") is None
    assert output.stamp("a") is None


def test_files_hold_while_none_differs(output: OutputDir, tmp_path: Path) -> None:
    (output.root / "a").mkdir(parents=True)
    for name in ("index.html", "a/index.html"):
        (output.root / name).write_text(name)
    stamps = {name: output.stamp(name) or (0, 0) for name in ("index.html", "a/index.html")}
    assert output.holds(stamps.items())
    assert not output.holds([("index.html", (1, 1))])
    assert not output.holds([("tidak-ada.html", (1, 1))])
    (tmp_path / "lain.html").write_text("a/index.html")
    (output.root / "a/index.html").unlink()
    (output.root / "a/index.html").symlink_to(tmp_path / "lain.html")
    assert not output.holds(stamps.items())
    assert not OutputDir(tmp_path / "tidak-ada").holds([])


def test_a_staged_file_is_whole_and_may_be_read_as_any_other(output: OutputDir) -> None:
    data = bytes(range(256)) * 40_000
    staged, plain = output.open_staging() / "0", output.staging / "plain"
    write_staged(str(staged), b"longer than what takes its place")
    stamp = write_staged(str(staged), data)
    plain.write_bytes(b"")
    facts = staged.stat()
    assert staged.read_bytes() == data
    assert stamp == (len(data), facts.st_mtime_ns)
    assert facts.st_mode == plain.stat().st_mode


def test_what_the_system_takes_in_pieces_is_written_whole(
    output: OutputDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_some = os.write
    monkeypatch.setattr("os.write", lambda file, data: write_some(file, data[:7]))
    staged = output.open_staging() / "0"
    assert write_staged(str(staged), b"0123456789" * 3)[0] == 30
    assert staged.read_bytes() == b"0123456789" * 3
