"""The kind `git`: a branch that holds the site and nothing else, such as GitHub's gh-pages.

Commits are made with plumbing from an index of their own: the working tree, its index and its branch are
not touched. The push is no forced one, so whoever published in between is not overwritten.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lontar.errors import Place, problem
from lontar.model.config import Target
from lontar.output import MANIFEST, OutputDir, parse_manifest
from lontar.publish.release import NotPublished, Outcome, carried, compare, name_of
from lontar.publish.running import run

_NO_JEKYLL = ".nojekyll"
"""Tells GitHub to publish the files as they are."""
_BACK_TO = "Lontar-Back-To: "
_NOBODY = {
    "GIT_AUTHOR_NAME": "Lontar",
    "GIT_AUTHOR_EMAIL": "lontar@localhost",
    "GIT_COMMITTER_NAME": "Lontar",
    "GIT_COMMITTER_EMAIL": "lontar@localhost",
}


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that the site lies in; `environment` is that of its git commands."""

    folder: Path
    target: Target
    place: Place
    environment: Mapping[str, str]

    def git(self, *words: str, given: bytes = b"", fine: tuple[int, ...] = (0,), index: str = "") -> str:
        env = {**self.environment, "GIT_TERMINAL_PROMPT": "0", **({"GIT_INDEX_FILE": index} if index else {})}
        done = run(["git", *words], self.place, given=given, env=env, cwd=self.folder, fine=fine)
        return done.stdout.decode("utf-8", "surrogateescape").strip("\n")

    @property
    def branch(self) -> str:
        return f"refs/heads/{self.target.branch}"

    @property
    def seen(self) -> str:
        """Where the published branch is kept here."""
        return f"refs/lontar/{self.target.name}"


def preview(repository: Repository, output: OutputDir, files: Mapping[str, str]) -> Outcome:
    return compare(output, files, _manifest(repository, _fetch(repository)), "")


def publish(repository: Repository, output: OutputDir, files: Mapping[str, str], now: dt.datetime) -> Outcome:
    tip = _fetch(repository)
    before = _manifest(repository, tip)
    name = name_of(files, now, ())
    if tip and before == files:
        return Outcome("")
    tree = _write_tree(repository, output, files, tip, before)
    _push(repository, tree, tip, f"Publish {name}")
    return compare(output, files, before, name)


def roll_back(repository: Repository, target: str) -> str:
    """A new commit with the tree of the release before the one that is shown now; that release's commit."""
    tip = _fetch(repository)
    shown = tip
    while shown and (back := _back_to(repository, shown)):
        shown = back
    earlier = repository.git("rev-parse", "--verify", "--quiet", f"{shown}^", fine=(0, 1)) if shown else ""
    if not earlier:
        raise NotPublished([problem(repository.place, "publish-no-earlier", target=target)])
    while back := _back_to(repository, earlier):
        earlier = back
    tree = repository.git("rev-parse", f"{earlier}^{{tree}}")
    _push(repository, tree, tip, f"Roll back\n\n{_BACK_TO}{earlier}")
    return earlier[:12]


def _back_to(repository: Repository, commit: str) -> str:
    """The commit that a rollback went back to; "" for any other commit."""
    last = repository.git("log", "-1", "--format=%B", commit).rstrip().rpartition("\n")[2]
    return last.removeprefix(_BACK_TO) if last.startswith(_BACK_TO) else ""


def _fetch(repository: Repository) -> str:
    """The commit that is published now, "" where there is none yet."""
    here = repository.git("rev-parse", "--git-dir", fine=(0, 128))
    if not here:
        raise NotPublished([problem(repository.place, "publish-no-repository")])
    if repository.git("symbolic-ref", "--quiet", "HEAD", fine=(0, 1)) == repository.branch:
        branch = repository.target.branch
        raise NotPublished([problem(repository.place, "publish-branch-here", found=branch)])
    remote = repository.target.remote
    if not repository.git("ls-remote", "--exit-code", "--", remote, repository.branch, fine=(0, 2)):
        return ""
    shallow = repository.git("rev-parse", "--is-shallow-repository") == "true"
    depth = ["--depth=10"] if shallow else []
    spec = f"+{repository.branch}:{repository.seen}"
    repository.git("fetch", "--quiet", "--no-tags", *depth, "--", remote, spec)
    return repository.git("rev-parse", repository.seen)


def _manifest(repository: Repository, commit: str) -> dict[str, str]:
    if not commit:
        return {}
    found = parse_manifest(repository.git("cat-file", "blob", f"{commit}:{MANIFEST}", fine=(0, 128)))
    if not found:
        branch = repository.target.branch
        raise NotPublished([problem(repository.place, "publish-not-ours", found=branch)])
    return found


def _write_tree(
    repository: Repository,
    output: OutputDir,
    files: Mapping[str, str],
    tip: str,
    before: Mapping[str, str],
) -> str:
    """The tree of all files, with those of the release before that stay a while."""
    paths = [*files, MANIFEST]
    listing = "\n".join(str(output.root / path) for path in paths)
    hashes = repository.git("hash-object", "-w", "--no-filters", "--stdin-paths", given=listing.encode())
    blobs = dict(zip(paths, hashes.splitlines(), strict=True))
    blobs[_NO_JEKYLL] = repository.git("hash-object", "-w", "--stdin")
    (more,) = carried(files, [before])
    if more:
        entries = repository.git("ls-tree", "-r", "-z", tip).split("\0")
        held = {path: facts.split()[2] for facts, _, path in (one.partition("\t") for one in entries if one)}
        blobs |= {path: held[path] for path in more if path in held}
    entries = [f"100644 {blob}\t{path}\0" for path, blob in blobs.items()]
    with tempfile.TemporaryDirectory(prefix="lontar-index-") as folder:
        index = str(Path(folder) / "index")
        text = "".join(entries).encode("utf-8", "surrogateescape")
        repository.git("update-index", "-z", "--index-info", given=text, index=index)
        return repository.git("write-tree", index=index)


def _push(repository: Repository, tree: str, parent: str, message: str) -> None:
    named = repository.git("var", "GIT_COMMITTER_IDENT", fine=(0, 128))
    author = repository if named else _as_nobody(repository)
    parents = ["-p", parent] if parent else []
    commit = author.git("commit-tree", *parents, tree, given=message.encode())
    remote = repository.target.remote
    repository.git("push", "--quiet", "--", remote, f"{commit}:{repository.branch}")
    repository.git("update-ref", repository.seen, commit)


def _as_nobody(repository: Repository) -> Repository:
    env = {**repository.environment, **_NOBODY}
    return Repository(repository.folder, repository.target, repository.place, env)
