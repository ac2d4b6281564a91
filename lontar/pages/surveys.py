"""A survey's widget as templates show it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from lontar.model.shares import percentages
from lontar.model.survey import Survey, Tally
from lontar.pages.formats import clock, long_date, number
from lontar.pages.frame import Frame
from lontar.site.site import Site

Counted = tuple[Sequence[tuple[str, int]], str] | None
"""Counts by choice and when they were counted; None before any snapshot."""
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
    return survey, state, (tally.counts, tally.counted_at) if tally else None


def survey_view(frame: Frame, survey: Survey, state: str, counted: Counted, back: str) -> dict[str, Any]:
    """The *survey* of docs/templates.md; `back` is the URL path to return to."""
    known = dict(counted[0]) if counted else {}
    counts = [known.get(choice.value, 0) for choice in survey.choices]
    total = sum(counts)
    shares = percentages(counts)
    endpoint = frame.endpoint if frame.endpoint.endswith("/") else f"{frame.endpoint}/"
    words = frame.words
    return {
        "id": survey.slug,
        "question": survey.question,
        "url": frame.href(survey.url),
        "action": f"{endpoint}{survey.slug}",
        "results_url": f"{endpoint}{survey.slug}.json",
        "back": frame.href(back),
        "open": state == "open",
        "closed_text": _state_text(frame, survey, state),
        "choices": [
            {
                "value": choice.value,
                "label": choice.label,
                "icon": choice.icon,
                "count": count,
                "percent": share,
            }
            for choice, count, share in zip(survey.choices, counts, shares, strict=True)
        ],
        "total": total,
        "show_results": survey.show_results,
        "count_text": words["from_answers"].format(n=number(total, frame.lang))
        if total
        else words["no_answers"],
        "counted_at": words["counted_at"].format(date=_moment(counted[1], frame.lang))
        if counted and total
        else "",
    }


def _state_text(frame: Frame, survey: Survey, state: str) -> str:
    if state == "closed" and survey.closes is not None:
        return frame.words["survey_closed_on"].format(date=long_date(survey.closes, frame.lang))
    if state == "soon" and survey.opens is not None:
        return frame.words["survey_opens_on"].format(date=long_date(survey.opens, frame.lang))
    return ""


def _moment(iso: str, lang: str) -> str:
    moment = dt.datetime.fromisoformat(iso)
    return f"{long_date(moment, lang)}, {clock(moment, lang)}"
