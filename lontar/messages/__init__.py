"""What people are told, in Indonesian and English: the only place with sentences.

Tables are imported when something is to be said, so a build with nothing to say does not pay for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from lontar.errors import Problem

LANGUAGES = ("id", "en")
_TOPICS = (
    *("words", "files", "yaml", "fields", "photos", "texts", "links", "settings", "reasons"),
    *("editing", "publish"),
)
Text = tuple[str, str]
"""What is wrong, and what to do."""


class Told(NamedTuple):
    message: str
    hint: str


def tell(problem: Problem, lang: str) -> Told:
    """The problem in words; the hint ends with the nearest known name where one was found."""
    texts = problem_texts(lang)
    message, hint = texts[problem.code]
    values = {name: _value(value, texts) for name, value in problem.values}
    if (nearest := values.get("nearest")) is not None and nearest != "":
        hint = f"{hint} {texts['nearest'][0]}"
    return Told(message.format_map(values), hint.format_map(values))


def line(problem: Problem, lang: str) -> str:
    """ "content/berita/x.md:7: what is wrong: what to do" """
    told = tell(problem, lang)
    return (
        f"{problem.place}: {told.message}: {told.hint}" if told.hint else f"{problem.place}: {told.message}"
    )


@cache
def problem_texts(lang: str) -> Mapping[str, Text]:
    """By code: what is wrong, and what to do."""
    return {code: text for topic in _TOPICS for code, text in _table(lang, topic).items()}


@cache
def cli_texts(lang: str) -> Mapping[str, str]:
    """What the command line says, by name."""
    return _table(lang, "commands")


@cache
def field_texts(lang: str) -> Mapping[str, str]:
    """What each field is for, by "Class.field"; "*.field" where several classes share the words."""
    return _table(lang, "descriptions")


@cache
def serve_texts(lang: str) -> Mapping[str, str]:
    """What the preview says, by name."""
    return _table(lang, "serve")


def _table(lang: str, topic: str) -> Mapping[str, Any]:
    known = lang if lang in LANGUAGES else LANGUAGES[0]
    table: Mapping[str, Any] = import_module(f"lontar.messages.{known}.{topic}").TEXTS
    return table


def _value(value: str, texts: Mapping[str, Text]) -> str:
    """Values that are words themselves ("@list") are told in the reader's language, too; others on one
    line, without what a terminal would act upon."""
    if value.startswith("@") and value in texts:
        return texts[value][0]
    return " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())
