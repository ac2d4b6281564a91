"""Rules between the fields of one document, which no schema of single fields can tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lontar.errors import Problem, problem
from lontar.load.documents import Document
from lontar.model.survey import FORM_FIELDS, UNSUR
from lontar.model.urls import slugify

if TYPE_CHECKING:
    from lontar.load.drafts import Settings


def find_contradictions(kind: str, document: Document, written: Any, settings: Settings) -> Iterator[Problem]:
    """Everything that contradicts itself in one document."""
    if kind == "article":
        yield from _order(document, written, "publish_at", "expires_at", settings)
    if kind == "event":
        yield from _event(document, written, settings)
    if kind == "survey":
        yield from _order(document, written, "opens", "closes", settings)
        if written.id is not None and written.id != document.slug:
            yield problem(document.place("id"), "survey-id", found=written.id, expected=document.slug)
        values = [choice.value for choice in written.choices]
        for number in _again(values):
            yield problem(document.place("choices", number, "value"), "choice-twice", found=values[number])
        yield from _questions(document, written)
    for field in ("tags", "materials"):
        for number, name in enumerate(getattr(written, field, ())):
            if not slugify(name):
                yield problem(document.place(field, number), "tag-nameless", found=name)


def _event(document: Document, event: Any, settings: Settings) -> Iterator[Problem]:
    from lontar.load.drafts import moment
    from lontar.load.event import article_named, past_from

    begin = moment(event.start, settings)
    if past_from(event, settings) <= begin:
        yield problem(document.place("end"), "times-reversed", field="end", other="start")
    for number, name in enumerate(event.related):
        if article_named(document.path, name) is None:
            yield problem(document.place("related", number), "article-unknown", found=name, nearest="")


def _questions(document: Document, survey: Any) -> Iterator[Problem]:
    """An SKM asks for each unsur once, on the scale 1-4: only then has it an index (Permenpan RB 14/2017)."""
    if survey.kind != "skm":
        if survey.questions:
            yield problem(document.place("questions"), "questions-kind", found=survey.kind)
        return
    if not survey.questions:
        yield problem(document.place("kind"), "questions-missing")
        return
    unsur = [question.unsur for question in survey.questions]
    for number in _again(unsur):
        yield problem(document.place("questions", number, "unsur"), "unsur-twice", found=unsur[number])
    if missing := [name for name in UNSUR if name not in unsur]:
        yield problem(document.place("questions"), "unsur-missing", missing=", ".join(missing))
    ids = [question.id or question.unsur for question in survey.questions]
    for number, name in enumerate(ids):
        if name in FORM_FIELDS:
            yield problem(document.place("questions", number, "id"), "question-field", found=name)
    for number in _again(ids):
        if unsur[number] not in unsur[:number]:
            yield problem(document.place("questions", number, "id"), "question-twice", found=ids[number])
    if sorted(choice.score for choice in survey.choices) != [1, 2, 3, 4]:
        yield problem(document.place("choices"), "skm-scores")


def _again(names: Sequence[str]) -> Iterator[int]:
    """The places where a name stands that stood before."""
    return (number for number, name in enumerate(names) if name in names[:number])


def _order(
    document: Document, written: Any, first: str, second: str, settings: Settings
) -> Iterator[Problem]:
    from lontar.load.drafts import optional_moment

    begin = optional_moment(getattr(written, first), settings)
    end = optional_moment(getattr(written, second), settings)
    if begin is not None and end is not None and end <= begin:
        yield problem(document.place(second), "times-reversed", field=second, other=first)
