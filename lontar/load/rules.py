"""Rules between the fields of one document, which no schema of single fields can tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lontar.errors import Problem, problem
from lontar.load.documents import Document
from lontar.model.urls import slugify

if TYPE_CHECKING:
    from lontar.load.drafts import Settings


def find_contradictions(kind: str, document: Document, written: Any, settings: Settings) -> Iterator[Problem]:
    """Everything that contradicts itself in one document."""
    if kind == "article":
        yield from _order(document, written, "publish_at", "expires_at", settings)
    if kind == "survey":
        yield from _order(document, written, "opens", "closes", settings)
        if written.id is not None and written.id != document.slug:
            yield problem(document.place("id"), "survey-id", found=written.id, expected=document.slug)
        seen: set[str] = set()
        for number, choice in enumerate(written.choices):
            if choice.value in seen:
                yield problem(document.place("choices", number, "value"), "choice-twice", found=choice.value)
            seen.add(choice.value)
    for field in ("tags", "materials"):
        for number, name in enumerate(getattr(written, field, ())):
            if not slugify(name):
                yield problem(document.place(field, number), "tag-nameless", found=name)


def _order(
    document: Document, written: Any, first: str, second: str, settings: Settings
) -> Iterator[Problem]:
    from lontar.load.drafts import optional_moment

    begin = optional_moment(getattr(written, first), settings)
    end = optional_moment(getattr(written, second), settings)
    if begin is not None and end is not None and end <= begin:
        yield problem(document.place(second), "times-reversed", field=second, other=first)
