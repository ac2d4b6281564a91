"""The page of each survey, and surveys.json, from which the form endpoint knows them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lontar.model import urls
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

Translated = tuple[str, str, str, tuple[Survey, ...]]
"""Of an edition in another language: its tag, the site's title, its home page and its surveys."""


def plan(site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    for survey in edition.surveys:
        text = card_text(frame.cards, "survey", survey.question, (frame.words["survey"],), None)
        yield Page(survey.url, TEMPLATE, view, (frame, survey_args(site, survey)), survey.source, card=text)


def plan_data(site: Site) -> Iterator[Page]:
    """Always written, even without a survey: the endpoint then knows that there is none."""
    identity = site.config.site
    editions = [
        (other.lang, site.config.in_language(other.lang).site.title, urls.home(other.prefix), other.surveys)
        for other in site.editions[1:]
    ]
    args = (identity.title, identity.url, identity.language, site.main.surveys, tuple(editions))
    yield Page(DATA, "", view_data, args, "", Rank.INDEX)


def view(_html: Html, frame: Frame, asked: Asked) -> dict[str, Any]:
    survey = asked[0]
    return context(
        frame,
        "survey",
        survey.question,
        survey.url,
        title_lang=survey.langs.question,
        description=survey.intro or survey.question,
        crumbs=[(frame.words["survey"], survey.url)],
        survey=survey_view(frame, *asked, back=survey.url),
    )


def view_data(
    _html: Html,
    title: str,
    url: str,
    language: str,
    surveys: tuple[Survey, ...],
    editions: tuple[Translated, ...],
) -> str:
    """The originals; what other languages say of the site and of a survey stands in its "translations"."""
    homes = {lang: {"title": name, "url": url.removesuffix("/") + home} for lang, name, home, _ in editions}
    translated: dict[str, dict[str, Any]] = {}
    for lang, _, _, others in editions:
        for survey in others:
            translated.setdefault(survey.slug, {})[lang] = _texts(survey)
    data = {
        "version": VERSION,
        "language": language,
        "site": {"title": title, "url": url, **({"translations": homes} if homes else {})},
        "surveys": [_entry(survey, translated.get(survey.slug)) for survey in surveys],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _texts(survey: Survey) -> dict[str, Any]:
    several = {question.id: question.text for question in survey.questions}
    return {
        "question": survey.question,
        **({"questions": several} if several else {}),
        "choices": {choice.value: choice.label for choice in survey.choices},
        "url": survey.url,
    }


def _entry(survey: Survey, translations: dict[str, Any] | None) -> dict[str, Any]:
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
        **({"translations": translations} if translations else {}),
    }
