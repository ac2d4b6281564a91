"""A branch of a real repository on disk: what it holds, and what it never touches."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from lontar.publish.release import NotPublished
from tests.publish.conftest import SITE, There, branch_files, git


def codes(there: There) -> list[str]:
    with pytest.raises(NotPublished) as told:
        there.publish()
    return [one.code for one in told.value.problems]


def test_the_working_tree_and_its_index_are_not_touched(to_git: There) -> None:
    root = to_git.desk.root
    (root / "catatan.md").write_text("satu")
    git(root, "add", "catatan.md")
    git(root, "-c", "user.name=A", "-c", "user.email=a@a.example", "commit", "-qm", "Satu")
    (root / "catatan.md").write_text("dua")
    (root / "lain.md").write_text("x")
    git(root, "add", "lain.md")
    before = git(root, "status", "--porcelain"), git(root, "rev-parse", "HEAD"), git(root, "branch")
    to_git.publish()
    to_git.publish({**SITE, "index.html": b"baru"})
    assert before == (
        git(root, "status", "--porcelain"),
        git(root, "rev-parse", "HEAD"),
        git(root, "branch"),
    )


def test_the_branch_holds_the_site_the_manifest_and_a_word_to_jekyll(to_git: There) -> None:
    to_git.publish()
    assert set(branch_files(to_git.where, "gh-pages")) == {*SITE, ".nojekyll", ".lontar-manifest"}


def test_every_publication_is_one_commit_on_the_one_before(to_git: There) -> None:
    to_git.publish()
    to_git.publish({**SITE, "index.html": b"baru"})
    to_git.publisher.roll_back()
    subjects = git(to_git.where, "log", "--format=%s", "gh-pages").splitlines()
    assert subjects[0] == "Roll back"
    assert [line.partition(" ")[0] for line in subjects[1:]] == ["Publish", "Publish"]


def test_who_published_in_between_is_not_overwritten(to_git: There, tmp_path: Path) -> None:
    """Another machine publishes after this one looked: the hook of the repository lets it in just then."""
    to_git.publish()
    hook = to_git.where / "hooks/update"
    hook.write_text(
        "#!/bin/sh\n"
        'other=$(git commit-tree -p "$2" -m "Orang lain" "$2^{tree}") || exit 1\n'
        'rm -f hooks/update; git update-ref "$1" "$other" "$2"\n'
    )
    hook.chmod(0o755)
    env = {"GIT_AUTHOR_NAME": "B", "GIT_AUTHOR_EMAIL": "b@b.example"}
    env |= {"GIT_COMMITTER_NAME": "B", "GIT_COMMITTER_EMAIL": "b@b.example"}
    publisher = replace(to_git.publisher, environment={**to_git.publisher.environment, **env})
    to_git.publisher = publisher
    to_git.desk.build({**SITE, "index.html": b"baru"})
    assert codes(to_git) == ["publish-refused"]
    assert git(to_git.where, "log", "-1", "--format=%s", "gh-pages") == "Orang lain"
    to_git.publish()
    assert to_git.shown() == {**SITE, "index.html": b"baru"}


def test_a_branch_with_something_else_is_left_alone(to_git: There) -> None:
    root = to_git.desk.root
    (root / "isi.md").write_text("isi")
    git(root, "add", "isi.md")
    git(root, "-c", "user.name=A", "-c", "user.email=a@a.example", "commit", "-qm", "Satu")
    git(root, "push", "-q", "origin", "HEAD:gh-pages")
    assert codes(to_git) == ["publish-not-ours"]
    assert set(branch_files(to_git.where, "gh-pages")) == {"isi.md"}


def test_the_branch_one_works_on_is_refused(to_git: There) -> None:
    git(to_git.desk.root, "symbolic-ref", "HEAD", "refs/heads/gh-pages")
    assert codes(to_git) == ["publish-branch-here"]


def test_a_folder_without_a_repository(to_git: There, tmp_path: Path) -> None:
    env = {**to_git.publisher.environment, "GIT_CEILING_DIRECTORIES": str(tmp_path)}
    (to_git.desk.root / ".git").rename(tmp_path / "git")
    to_git.publisher = replace(to_git.publisher, environment=env)
    assert codes(to_git) == ["publish-no-repository"]


def test_a_remote_that_is_not_there(to_git: There) -> None:
    git(to_git.desk.root, "remote", "set-url", "origin", str(to_git.where) + "-tiada")
    assert codes(to_git) == ["publish-refused"]


def test_who_published_is_told_where_git_knows(to_git: There) -> None:
    git(to_git.desk.root, "config", "user.name", "Ani")
    git(to_git.desk.root, "config", "user.email", "ani@a.example")
    to_git.publish()
    assert git(to_git.where, "log", "-1", "--format=%an <%ae>", "gh-pages") == "Ani <ani@a.example>"


def test_a_shallow_clone_as_in_ci_publishes_too(to_git: There, tmp_path: Path) -> None:
    root = to_git.desk.root
    for number in range(3):
        (root / "isi.md").write_text(str(number))
        git(root, "add", "isi.md")
        git(root, "-c", "user.name=A", "-c", "user.email=a@a.example", "commit", "-qm", str(number))
    git(root, "push", "-q", "origin", "main")
    to_git.publish()
    clone = tmp_path / "klon"
    git(tmp_path, "clone", "-q", "--depth=1", "--branch=main", f"file://{to_git.where}", str(clone))
    to_git.desk.build({**SITE, "index.html": b"baru"})
    os.rename(root / "output", clone / "output")  # noqa: PTH104
    to_git.desk.output.root = clone / "output"
    to_git.publisher = replace(to_git.publisher, root=clone)
    to_git.publish()
    assert to_git.shown() == {**SITE, "index.html": b"baru"}
    assert git(to_git.where, "rev-list", "--count", "gh-pages") == "2"
