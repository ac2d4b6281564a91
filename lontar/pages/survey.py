"""The page of each survey, and surveys.json, from which the form endpoint knows them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lontar.model.survey import UNSUR, Survey
from lontar.pages.frame import Frame
from lontar.pages.meta import context
from lontar.pages.planned import Html, Page, Rank
from lontar.pages.share_cards import card_text
from lontar.pages.surveys import Asked, survey_args, survey_view
from lontar.site.site import Edition, Site

TEMPLATE = "survey.html"
DATA = "/surveys.json"
VERSION = 1


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    for survey in edition.surveys:
        text = card_text(frame.cards, "survey", survey.question, (frame.words["survey"],), None)
        yield Page(survey.url, TEMPLATE, view, (frame, survey_args(site, survey)), survey.source, card=text)


def plan_data(site: Site) -> Iterator[Page]:
    """Always written, even without a survey: the endpoint then knows that there is none."""
    identity = site.config.site
    args = (identity.title, identity.url, identity.language, site.main.surveys)
    yield Page(DATA, "", view_data, args, "", Rank.INDEX)


def view(_html: Html, frame: Frame, asked: Asked) -> dict[str, Any]:
    survey = asked[0]
    return context(
        frame,
        "survey",
        survey.question,
        survey.url,
        description=survey.intro or survey.question,
        crumbs=[(frame.words["survey"], survey.url)],
        survey=survey_view(frame, *asked, back=survey.url),
    )


def view_data(_html: Html, title: str, url: str, language: str, surveys: tuple[Survey, ...]) -> str:
    data = {
        "version": VERSION,
        "language": language,
        "site": {"title": title, "url": url},
        "surveys": [_entry(survey) for survey in surveys],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _entry(survey: Survey) -> dict[str, Any]:
    several = [{"id": q.id, "unsur": UNSUR[q.unsur], "text": q.text} for q in survey.questions]
    return {
        "id": survey.slug,
        "question": survey.question,
        "kind": survey.kind,
        **({"questions": several} if several else {}),
        "choices": [
            {"value": c.value, "label": c.label, "score": c.score, "icon": c.icon} for c in survey.choices
        ],
        "opens": survey.opens.isoformat() if survey.opens else None,
        "closes": survey.closes.isoformat() if survey.closes else None,
        "show_results": survey.show_results,
        "url": survey.url,
    }
