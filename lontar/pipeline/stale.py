"""Which files must be made anew, and what stands in their places now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from lontar.model.urls import SEARCH_INDEX
from lontar.output import MANIFEST, OutputDir
from lontar.pages.planned import Page, Rendition
from lontar.pipeline.memory import FileRow, Files
from lontar.pipeline.reasons import changed_sources, frame_of, why
from lontar.pipeline.report import Reason

if TYPE_CHECKING:
    from lontar.pages.plan import Plan

PageKey = tuple[str, str, str]
"""Key of the page, digest of its template, digest of its frame. A new page gets its key when it is made."""


class Stale(NamedTuple):
    """`keys` are those of `pages` in their order; `paths` are all files that shall exist; `before` is the
    SHA-256 by path of all that Lontar made here, `standing` of those stale ones that are still as they were
    made. `laid_out` is how the files of `pages` lie in the staging folder (lontar.output.staged_name)."""

    pages: tuple[Page, ...]
    keys: tuple[PageKey, ...]
    photos: tuple[Rendition, ...]
    paths: frozenset[str]
    before: Mapping[str, str]
    standing: Mapping[str, str]
    reasons: tuple[Reason, ...]
    laid_out: bool = False


def find_stale(
    output: OutputDir,
    planned: Plan,
    closures: Mapping[str, str],
    files: Files,
    read: Mapping[str, str],
    explain: bool,
) -> Stale:
    """`read` maps the URL of each record read anew to its source, for the reasons."""
    rows = files.rows
    pages: list[Page] = []
    keys: list[PageKey] = []
    reasons: list[Reason] = []
    paths: set[str] = set()
    of_new: dict[tuple[str, str], PageKey] = {}
    for page in planned.pages:
        path = page.path
        paths.add(path)
        row = rows.get(path)
        template, frame = closures[page.template] if page.template else "", frame_of(page)
        if row is None:
            key = of_new.setdefault((template, frame), ("", template, frame))
        else:
            key = (page.key, template, frame)
        reason = why(row, *key, output.stamp(path) if row is not None else None)
        if reason is not None:
            pages.append(page)
            keys.append(key)
            if explain:
                detail = changed_sources(page, read) if reason in ("content", "new") else ""
                reasons.append(Reason(path, f"why-{reason}", detail))
    paths.update(one.path for one in planned.renditions)
    photos = tuple(one for one in planned.renditions if _photo_is_stale(output, rows.get(one.path), one.path))
    before = _before(output, files)
    paths.update(path for path in before if path.startswith(SEARCH_INDEX))
    wanted = [page.path for page in pages] + [one.path for one in photos]
    standing = {path: digest for path in wanted if (digest := _standing(output, rows, before, path))}
    return Stale(
        tuple(pages),
        tuple(keys),
        photos,
        frozenset(paths),
        before,
        standing,
        tuple(reasons),
        not before and output.is_empty(),
    )


def _photo_is_stale(output: OutputDir, row: FileRow | None, path: str) -> bool:
    return row is None or output.stamp(path) != row[4]


def _before(output: OutputDir, files: Files) -> Mapping[str, str]:
    """The manifest; not read when it is the one that was written with the rows."""
    if files.manifest is not None and output.stamp(MANIFEST) == files.manifest:
        return {path: row[3] for path, row in files.rows.items()}
    return output.manifest()


def _standing(
    output: OutputDir, rows: Mapping[str, FileRow], before: Mapping[str, str], path: str
) -> str | None:
    """SHA-256 of a file that is as it was made. Its stamp tells; where no row holds one, it is read."""
    row = rows.get(path)
    if row is not None and output.stamp(path) == row[4]:
        return row[3]
    digest = before.get(path)
    return digest if digest is not None and output.sha256(path) == digest else None
