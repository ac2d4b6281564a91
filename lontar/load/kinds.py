"""Which schema a kind of document has, and which of its parts is the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from lontar.load.documents import Document
from lontar.model.urls import FOLDERS


class ByKind(Mapping[str, Any]):
    """What every kind has in a module of its own, which is imported when the kind comes up: an edit of one
    article needs the schema of no product. `{}` stands for the kind, in `name` perhaps as `{Kind}`."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def __getitem__(self, kind: str) -> Any:
        if kind not in FOLDERS:
            raise KeyError(kind)
        name = self._name.replace("{Kind}", kind.capitalize()).replace("{}", kind)
        return getattr(import_module(self._module.replace("{}", kind)), name)

    def __iter__(self) -> Iterator[str]:
        return iter(FOLDERS)

    def __len__(self) -> int:
        return len(FOLDERS)


WRITTEN: Mapping[str, type[Any]] = ByKind("lontar.load.written.{}", "Written{Kind}")
TEXT_FIELD = {"product": "description", "maker": "story"}


def text_of(kind: str, document: Document) -> tuple[str, int]:
    """The Markdown of a document and the line it begins on."""
    field = TEXT_FIELD.get(kind)
    if field is None:
        return document.body, document.body_line
    text = document.data.get(field)
    line = document.lines.get((field,), 1)
    return (text, line + 1 if "\n" in text else line) if isinstance(text, str) else ("", 1)
