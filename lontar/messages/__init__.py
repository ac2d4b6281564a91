"""What people are told, in Indonesian and English: the only place with sentences.

Tables are imported when something is to be said, so a build with nothing to say does not pay for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lontar.errors import Problem

LANGUAGES = ("id", "en")
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


def problem_texts(lang: str) -> Mapping[str, Text]:
    if lang == "en":
        from lontar.messages import problems_en

        return problems_en.TEXTS
    from lontar.messages import problems_id

    return problems_id.TEXTS


def cli_texts(lang: str) -> Mapping[str, str]:
    if lang == "en":
        from lontar.messages import cli_en

        return cli_en.TEXTS
    from lontar.messages import cli_id

    return cli_id.TEXTS


def _value(value: str, texts: Mapping[str, Text]) -> str:
    """Values that are words themselves ("@list") are told in the reader's language, too; others on one
    line, without what a terminal would act upon."""
    if value.startswith("@") and value in texts:
        return texts[value][0]
    return " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())
