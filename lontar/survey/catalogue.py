"""The surveys one can answer: read from the `surveys.json` that the build writes.

A site is rebuilt while the endpoint runs, so the file is looked at again (at most once a second);
a new file that is broken is told in the log and the last good one stays in force.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lontar.model.survey import FORM_FIELDS, Choice
from lontar.survey.errors import OperatorError

SINGLE_QUESTION = "choice"
"""A poll is a survey of one question whose form field has this name; an SKM survey names its own."""

_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9-]{0,99}\Z")


@dataclass(frozen=True, slots=True)
class Question:
    """`id` is its form field; `unsur` its name in the survey report."""

    id: str
    text: str
    unsur: str = ""


@dataclass(frozen=True, slots=True)
class Poll:
    """One survey as the endpoint sees it; every question takes the same choices. `language` is that of its
    texts; `translations` are the same survey, told in others."""

    id: str
    kind: str
    question: str
    questions: tuple[Question, ...]
    choices: tuple[Choice, ...]
    opens: dt.datetime | None = None
    closes: dt.datetime | None = None
    show_results: bool = True
    url: str = "/"
    language: str = ""
    translations: Mapping[str, Poll] = field(default_factory=dict)

    def in_language(self, language: str) -> Poll:
        """As it is told in `language`, or as it was written where it is not translated."""
        return self.translations.get(language, self)

    @property
    def is_single(self) -> bool:
        return len(self.questions) == 1 and self.questions[0].id == SINGLE_QUESTION

    def is_open(self, now: dt.datetime) -> bool:
        return (self.opens is None or self.opens <= now) and (self.closes is None or now < self.closes)


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language: its title, the URL of its home page, and what an address of the endpoint says
    to be answered in it, which is nothing for the site's own language."""

    language: str
    title: str
    home: str
    asked_by: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """`translations` are the site's editions in languages other than its own."""

    language: str
    site_title: str
    site_url: str
    polls: Mapping[str, Poll]
    translations: Mapping[str, Edition] = field(default_factory=dict)

    def edition(self, asked: str, otherwise: str) -> Edition:
        """The edition that was `asked` for if the site has it, else the site's own, which speaks the language
        `otherwise` where one is given."""
        speaking = asked if asked == self.language or asked in self.translations else otherwise
        main = Edition(speaking or self.language, self.site_title, f"{self.site_url}/")
        return self.translations.get(speaking, main)


def parse_catalogue(text: str, place: str) -> Catalogue:
    """The catalogue in `text`, or OperatorError naming `place` and the field that is wrong."""
    try:
        data = json.loads(text)
        if data["version"] != 1:
            raise ValueError(f"version is {data['version']!r}, this program reads 1")
        site = data["site"]
        language = str(data["language"])
        polls = [_poll(entry, language) for entry in data["surveys"]]
        if len({poll.id for poll in polls}) != len(polls):
            raise ValueError("two surveys share one id")
        return Catalogue(
            language=language,
            site_title=str(site["title"]),
            site_url=str(site["url"]).rstrip("/"),
            polls=MappingProxyType({poll.id: poll for poll in polls}),
            translations=MappingProxyType(
                {
                    lang: Edition(lang, str(texts["title"]), str(texts["url"]), asked_by=lang)
                    for lang, texts in site.get("translations", {}).items()
                }
            ),
        )
    except KeyError as error:
        raise OperatorError(f"{place}: the key {error} is missing: build the site again") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise OperatorError(f"{place}: {error}: build the site again") from error


def _poll(entry: Mapping[str, Any], language: str) -> Poll:
    name = _identifier(entry["id"], "a survey id")
    listed = entry.get("questions") or [{"id": SINGLE_QUESTION, "text": entry["question"]}]
    questions = tuple(
        Question(_identifier(q["id"], f"{name}: a question id"), str(q["text"]), str(q.get("unsur", "")))
        for q in listed
    )
    choices = tuple(
        Choice(str(c["value"]), str(c["label"]), int(c["score"]), str(c["icon"])) for c in entry["choices"]
    )
    if len({question.id for question in questions} - FORM_FIELDS) != len(questions):
        raise ValueError(f"{name}: question ids must differ and not be one of {sorted(FORM_FIELDS)}")
    if not choices or len({choice.value for choice in choices}) != len(choices):
        raise ValueError(f"{name}: choices must exist and have different values")
    poll = Poll(
        id=name,
        kind=str(entry["kind"]),
        question=str(entry["question"]),
        questions=questions,
        choices=choices,
        opens=_moment(entry.get("opens"), name),
        closes=_moment(entry.get("closes"), name),
        show_results=bool(entry["show_results"]),
        url=str(entry["url"]),
        language=language,
    )
    translated = {
        lang: _translated(poll, lang, texts) for lang, texts in entry.get("translations", {}).items()
    }
    return replace(poll, translations=MappingProxyType(translated))


def _translated(poll: Poll, language: str, texts: Mapping[str, Any]) -> Poll:
    """The survey in the words of `texts`: question, url, labels by value and questions by id."""
    labels, asked = texts["choices"], texts.get("questions", {})
    return replace(
        poll,
        language=language,
        question=str(texts["question"]),
        url=str(texts["url"]),
        choices=tuple(choice._replace(label=str(labels[choice.value])) for choice in poll.choices),
        questions=(
            (replace(poll.questions[0], text=str(texts["question"])),)
            if poll.is_single
            else tuple(replace(question, text=str(asked[question.id])) for question in poll.questions)
        ),
    )


def _identifier(value: object, what: str) -> str:
    if not isinstance(value, str) or not _IDENTIFIER.match(value):
        raise ValueError(f"{what} is {value!r}, allowed are a-z, 0-9 and -")
    return value


def _moment(value: object, name: str) -> dt.datetime | None:
    if value is None:
        return None
    moment = dt.datetime.fromisoformat(str(value))
    if moment.tzinfo is None:
        raise ValueError(f"{name}: {value} has no time zone")
    return moment


def read_catalogue(path: Path) -> Catalogue:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise OperatorError(
            f"{path}: cannot be read ({reason}): build the site first (python build.py) or name the file"
            " with --surveys"
        ) from error
    return parse_catalogue(text, str(path))


class CatalogueFile:
    """The file and the last good catalogue read from it."""

    def __init__(
        self, path: Path, *, clock: Callable[[], float], tell: Callable[[OperatorError], None]
    ) -> None:
        self._path = path
        self._clock = clock
        self._tell = tell
        self._stamp = self._fingerprint()
        self._looked_at = clock()
        self._catalogue = read_catalogue(path)

    def current(self) -> Catalogue:
        now = self._clock()
        if now - self._looked_at >= 1.0:
            self._looked_at = now
            self._look_again()
        return self._catalogue

    def _look_again(self) -> None:
        stamp = self._fingerprint()
        if stamp == self._stamp or stamp is None:
            return
        self._stamp = stamp
        try:
            self._catalogue = read_catalogue(self._path)
        except OperatorError as error:
            self._tell(error)

    def _fingerprint(self) -> tuple[int, int, int] | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino
