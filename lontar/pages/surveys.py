"""A survey's widget as templates show it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from lontar.model.shares import percentages
from lontar.model.survey import Counts, Survey, Tally
from lontar.pages.formats import clock, long_date, number
from lontar.pages.frame import Frame
from lontar.site.site import Site

Counted = tuple[Counts, Sequence[tuple[str, Counts]], str] | None
"""The parts of a Tally: counts, those by question, and when they were counted; None before any snapshot."""
Asked = tuple[Survey, str, Counted]
"""A survey, whether it is "open", "closed" or "soon", and its last tally as plain values."""


def survey_args(site: Site, survey: Survey) -> Asked:
    """A survey as it stands now: what `survey_view` takes."""
    state = "open"
    if survey.closes is not None and survey.closes <= site.now:
        state = "closed"
    elif survey.opens is not None and survey.opens > site.now:
        state = "soon"
    tally: Tally | None = site.tallies.get(survey.slug)
    return survey, state, (tally.counts, tally.questions, tally.counted_at) if tally else None


def survey_view(frame: Frame, survey: Survey, state: str, counted: Counted, back: str) -> dict[str, Any]:
    """The *survey* of docs/templates.md; `back` is the URL path to return to."""
    counts, by_question, counted_at = counted or ((), (), "")
    choices = _shares(survey, counts)
    questions: list[dict[str, Any]] = [
        {
            "id": question.id,
            "unsur": frame.words[f"unsur_{question.unsur}"],
            "text": question.text,
            "choices": _shares(survey, dict(by_question).get(question.id, ())),
        }
        for question in survey.questions
    ]
    shares = [question["choices"] for question in questions] or [choices]
    total = max(sum(choice["count"] for choice in each) for each in shares)
    endpoint = frame.endpoint if frame.endpoint.endswith("/") else f"{frame.endpoint}/"
    words = frame.words
    return {
        "id": survey.slug,
        "question": survey.question,
        "question_lang": frame.other_lang(survey.langs.question),
        "intro": survey.intro,
        "intro_lang": frame.other_lang(survey.langs.intro),
        "questions_lang": frame.other_lang(survey.langs.questions),
        "choices_lang": frame.other_lang(survey.langs.choices),
        "url": frame.href(survey.url),
        "action": f"{endpoint}{survey.slug}" + (f"?lang={frame.lang}" if frame.prefix else ""),
        "results_url": f"{endpoint}{survey.slug}.json",
        "back": frame.href(back),
        "open": state == "open",
        "closed_text": _state_text(frame, survey, state),
        "choices": choices,
        "questions": questions,
        "total": total,
        "show_results": survey.show_results,
        "count_text": words["from_answers"].format(n=number(total, frame.lang))
        if total
        else words["no_answers"],
        "counted_at": words["counted_at"].format(date=_moment(counted_at, frame.lang)) if total else "",
    }


def _shares(survey: Survey, counts: Counts) -> list[dict[str, Any]]:
    """The choices with their shares; `start` is the sum of the shares before, where bars stand in a row."""
    known = dict(counts)
    numbers = [known.get(choice.value, 0) for choice in survey.choices]
    percents = percentages(numbers)
    starts = accumulate(percents, initial=0)
    return [
        {
            "value": choice.value,
            "label": choice.label,
            "icon": choice.icon,
            "score": choice.score,
            "count": count,
            "percent": percent,
            "start": start,
        }
        for choice, count, percent, start in zip(survey.choices, numbers, percents, starts, strict=False)
    ]


def _state_text(frame: Frame, survey: Survey, state: str) -> str:
    if state == "closed" and survey.closes is not None:
        return frame.words["survey_closed_on"].format(date=long_date(survey.closes, frame.lang))
    if state == "soon" and survey.opens is not None:
        return frame.words["survey_opens_on"].format(date=long_date(survey.opens, frame.lang))
    return ""


def _moment(iso: str, lang: str) -> str:
    moment = dt.datetime.fromisoformat(iso)
    return f"{long_date(moment, lang)}, {clock(moment, lang)}"
