"""One source file to one record: read, draft, assemble."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from lontar.errors import Place, problem
from lontar.load.assemble import Parts, make_parts
from lontar.load.contents import content_digest
from lontar.load.drafts import Draft, Settings, read_draft
from lontar.load.kinds import ByKind
from lontar.load.told import Told
from lontar.load.translations import originals_of
from lontar.model.outline import outline
from lontar.model.photo import PhotoFile
from lontar.model.record import Record
from lontar.model.urls import record_url

MAKE: Mapping[str, Callable[[Parts], Record]] = ByKind("lontar.load.{}", "make_{}")


def read_record(
    root: str, settings: Settings, photos: Mapping[str, PhotoFile], path: str, kind: str, known: str
) -> Told:
    """`known` is the content digest of the record already held: when it still holds, nothing is parsed."""
    try:
        with open(f"{root}/{path}", "rb", buffering=0) as file:  # noqa: PTH123  (thousands of times)
            data = file.read()
        original = _read_original(root, path)
    except OSError as error:
        wrong = problem(Place(path), "file-unreadable", reason=error.strerror or str(error))
        return Told(path, "", (), None, "", {}, (wrong,))
    if known and content_digest(data, original) == known:
        return Told(path, known, (), None, "", {}, ())
    draft = read_draft(path, kind, data, settings, original)
    if not isinstance(draft, Draft):
        return Told(path, "", (), None, "", {}, draft)
    url = record_url(kind, draft.document.slug, settings.prefix(draft.lang))
    parts = make_parts(draft, settings, url, photos)
    uses = tuple(dict.fromkeys(use.path for use in draft.uses))
    bodies = {parts.body.html: draft.body.pieces}
    record = MAKE[kind](parts)
    return Told(path, draft.content, uses, record, outline(record), bodies, ())


def _read_original(root: str, path: str) -> tuple[str, bytes] | None:
    for original in originals_of(path):
        try:
            return original, (Path(root) / original).read_bytes()
        except FileNotFoundError:
            continue
    return None
