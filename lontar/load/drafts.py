"""A document read and checked by itself, before photos and other records are looked at.

read_draft is what workers run: a pure function of a file's name and bytes and the few settings that
change its meaning.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from lontar.digest import digest
from lontar.errors import Problem, problem
from lontar.load.contents import content_digest
from lontar.load.documents import Document, parse_document
from lontar.load.rules import find_contradictions
from lontar.load.text_body import Draft as BodyDraft
from lontar.load.text_body import PhotoUse, draft_body, use_of
from lontar.load.translations import LANGUAGES, complete


class Settings(NamedTuple):
    """What of the configuration changes how a document is read. `base` is the path under which the
    site lies on its host, "" at the root."""

    language: str
    timezone: str
    base: str = ""

    @property
    def digest(self) -> str:
        return _digest_of(self)

    def prefix(self, lang: str) -> str:
        return "" if lang == self.language else f"/{lang}"


@lru_cache(maxsize=8)
def _digest_of(settings: Settings) -> str:
    return digest(*settings)


class Draft(NamedTuple):
    """`written` is one of lontar.load.written's classes; `uses` are all photos it refers to; `original_lang`
    is the language of what is translated."""

    document: Document
    lang: str
    original_lang: str
    written: Any
    body: BodyDraft
    uses: tuple[PhotoUse, ...]
    content: str

    def lang_of(self, field: str) -> str:
        """The language in which a field is written."""
        return self.original_lang if field in self.document.inherited else self.lang


def read_draft(
    path: str, kind: str, data: bytes, settings: Settings, original: tuple[str, bytes] | None = None
) -> Draft | tuple[Problem, ...]:
    """The draft of one source file, or everything wrong with it; `original` is the file it translates."""
    from lontar.load.kinds import WRITTEN, text_of
    from lontar.load.schema import validate

    document = parse_document(path, kind, data)
    if isinstance(document, Problem):
        return (document,)
    own = document
    if original is not None:
        source = parse_document(original[0], kind, original[1])
        if isinstance(source, Problem):
            return (source,)
        document = complete(document, source)
    written = validate(WRITTEN[kind], document)
    problems: list[Problem] = written if isinstance(written, list) else []
    lang = document.lang or (getattr(written, "lang", None) or settings.language)
    if lang not in LANGUAGES:
        problems.append(problem(document.place("lang"), "language", found=lang, allowed=", ".join(LANGUAGES)))
        lang = settings.language
    written_in, text_lang = document, lang
    original_lang = (document.original.lang if document.original else "") or settings.language
    text, line = text_of(kind, document)
    if document.original is not None and text_of(kind, own)[0].strip() == "":
        written_in, text_lang = document.original, original_lang
        text, line = text_of(kind, written_in)
    if not isinstance(written, list):
        problems.extend(find_contradictions(kind, document, written, settings))
    uses = () if isinstance(written, list) else tuple(photo_uses(document, written, problems))
    body = draft_body(written_in, text, line, uses, text_lang, settings.language, settings.base, problems)
    if problems:
        return tuple(problems)
    every = (*uses, *body.uses)
    return Draft(document, lang, original_lang, written, body, every, content_digest(data, original))


def photo_uses(document: Document, written: Any, problems: list[Problem]) -> Iterable[PhotoUse]:
    """The photos named in fields: `cover`, `photo` and each of `photos`."""
    for name in ("cover", "photo"):
        if (one := getattr(written, name, None)) is not None:
            yield from use_of(document, one, (name,), problems)
    for number, one in enumerate(getattr(written, "photos", ())):
        yield from use_of(document, one, ("photos", number), problems)


def moment(value: tuple[dt.datetime, bool], settings: Settings) -> dt.datetime:
    """A point in time in the site's zone (where the editor gave no other, it is meant there), with the
    offset from UTC that holds there then: plain to compare, to print and to store."""
    when, _ = value
    zone = ZoneInfo(settings.timezone)
    there = when.replace(tzinfo=zone) if when.tzinfo is None else when.astimezone(zone)
    return there.replace(tzinfo=dt.timezone(there.utcoffset() or dt.timedelta()))


def optional_moment(value: tuple[dt.datetime, bool] | None, settings: Settings) -> dt.datetime | None:
    return None if value is None else moment(value, settings)
