"""The search index of the finished site, made by Pagefind (pagefind.app) from the pages in the output.

It lies in output/pagefind/ and is listed in the manifest like all that Lontar made there, so it is published
and verified with the rest. Builds leave it alone: indexing all pages takes longer than an edit may.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from lontar.cache.store import Store
from lontar.digest import digest
from lontar.errors import ContentErrors, Place, problem
from lontar.model.urls import SEARCH_INDEX
from lontar.output import MANIFEST, OutputDir, sha256_of
from lontar.pipeline import memory
from lontar.pipeline.memory import FileRow, Files

_ENTRY = f"{SEARCH_INDEX}pagefind-entry.json"
_MARK = "search"
_LONGEST = 600
"""Seconds; Pagefind reads about a thousand pages a second."""


class Index(NamedTuple):
    """`files` there are now, `written` and `deleted` by this run; all 0 where no page may be found."""

    files: int
    written: int
    deleted: int


def make_index(output: OutputDir, store: Store) -> Index:
    """Bring the index up to date with the pages; the output must be locked. Nothing is done when they are
    the same as last time. ContentErrors when Pagefind is not installed or fails."""
    before = output.manifest()
    files = memory.load_files(store, output.root)
    own = {path for path in before if path.startswith(SEARCH_INDEX)}
    pages = digest(sorted((path, sha) for path, sha in before.items() if path.endswith(".html")))
    last = files.rows.get(_ENTRY)
    if (
        last is not None
        and last[0] == f"{_MARK}:{pages}"
        and all(_stands(output, files, path) for path in own)
    ):
        return Index(len(own), 0, 0)
    made = _run(output)
    moves = [path for path, sha in made.items() if before.get(path) != sha or output.sha256(path) != sha]
    output.write_manifest({**before, **made})
    for path in sorted(moves, key=lambda path: path == _ENTRY):  # the entry names the others: last
        output.publish(output.staging / path, path)
    gone = own - made.keys()
    deleted = output.remove(gone)
    rows = {path: row for path, row in files.rows.items() if path not in gone}
    for path, sha in made.items():
        rows[path] = (f"{_MARK}:{pages}", "", "", sha, output.stamp(path) or (0, 0))
    output.write_manifest({path: sha for path, sha in {**before, **made}.items() if path not in gone})
    memory.save_files(store, output.root, Files(rows, output.stamp(MANIFEST), files.saved))
    return Index(len(made), len(moves), deleted)


def _stands(output: OutputDir, files: Files, path: str) -> bool:
    row: FileRow | None = files.rows.get(path)
    return row is not None and output.stamp(path) == row[4]


def _run(output: OutputDir) -> Mapping[str, str]:
    """SHA-256 by path of the index that Pagefind made in the staging folder."""
    staging = output.open_staging()
    target = staging / SEARCH_INDEX
    command = [sys.executable, "-m", "pagefind", "--site", str(output.root), "--output-path", str(target)]
    environment = {**os.environ, "PAGEFIND_VERBOSE": "false"}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_LONGEST, check=False, env=environment
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed(str(error)) from None
    if done.returncode:
        if "No module named" in done.stderr:
            raise ContentErrors([problem(Place("lontar[search]"), "search-missing")])
        raise _failed((done.stderr or done.stdout).strip())
    return {f"{SEARCH_INDEX}{path}": sha256_of((target / path).read_bytes()) for path in _files(target)}


def _failed(reason: str) -> ContentErrors:
    return ContentErrors([problem(Place("output/"), "search-failed", reason=reason[-300:])])


_UNUSED = (
    "pagefind-ui.",
    "pagefind-modular-ui.",
    "pagefind-component-ui.",
    "pagefind-highlight.",
    "playground",
)
"""Pagefind's own looks: the site has one of its own."""


def _files(folder: Path) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not path.startswith(_UNUSED))
