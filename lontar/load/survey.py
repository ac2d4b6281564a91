"""Draft of a survey to the record."""

from __future__ import annotations

from lontar.load.assemble import Parts
from lontar.load.drafts import optional_moment
from lontar.load.written.survey import WrittenSurvey
from lontar.model.survey import Choice, Question, Survey, SurveyLangs


def make_survey(parts: Parts) -> Survey:
    draft, settings = parts.draft, parts.settings
    written: WrittenSurvey = draft.written
    return Survey(
        source=draft.document.path,
        slug=draft.document.slug,
        lang=draft.lang,
        url=parts.url,
        question=written.question,
        intro=written.intro or "",
        kind=written.kind,
        questions=tuple(
            Question(question.id or question.unsur, question.unsur, question.text)
            for question in written.questions
        ),
        choices=tuple(
            Choice(choice.value, choice.label, choice.score, choice.icon or choice.value)
            for choice in written.choices
        ),
        opens=optional_moment(written.opens, settings),
        closes=optional_moment(written.closes, settings),
        show_results=written.show_results,
        langs=SurveyLangs(*map(draft.lang_of, SurveyLangs._fields)),
        lines=parts.lines,
        notes=parts.notes,
        digest=parts.digest,
    )
