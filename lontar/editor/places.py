"""The exact line of a field within another one, found by reading its file once more.

Records remember the lines of their outermost fields only; advice on `photos.3.alt` is rare, so its line
is looked up when there is something to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lontar.errors import Problem
from lontar.load.documents import Document, parse_document
from lontar.model.urls import KINDS


def with_lines(root: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, those of inner fields on the line of that field."""
    read: dict[str, Document | None] = {}
    for one in problems:
        path, field = one.place.path, one.place.field
        if "." not in field:
            yield one
            continue
        if path not in read:
            read[path] = _document(root, path)
        document = read[path]
        keys = tuple(int(part) - 1 if part.isdigit() else part for part in field.split("."))
        yield one._replace(place=document.place(*keys)) if document else one


def _document(root: Path, path: str) -> Document | None:
    try:
        found = parse_document(path, KINDS[path.split("/")[1]], (root / path).read_bytes())
    except OSError:
        return None
    return found if isinstance(found, Document) else None
