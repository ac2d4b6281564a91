"""Shares of the answers, as values and as the JSON that the widget reads."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from lontar.model.shares import percentages
from lontar.survey.catalogue import Poll, Question
from lontar.survey.votes import Counts


@dataclass(frozen=True, slots=True)
class Share:
    value: str
    label: str
    icon: str
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class QuestionResult:
    question: Question
    shares: tuple[Share, ...]

    @property
    def n(self) -> int:
        return sum(share.count for share in self.shares)


@dataclass(frozen=True, slots=True)
class Results:
    """`n` is the number of visitors who answered; the percents of a question add up to 100, or all are 0."""

    poll: Poll
    questions: tuple[QuestionResult, ...]

    @property
    def n(self) -> int:
        return max(result.n for result in self.questions)


def results_of(poll: Poll, counts: Counts) -> Results:
    """Answers to choices that the survey no longer has are not shown and not in n."""
    return Results(poll, tuple(_question(poll, question, counts) for question in poll.questions))


def _question(poll: Poll, question: Question, counts: Counts) -> QuestionResult:
    numbers = [max(0, counts.get((question.id, choice.value), 0)) for choice in poll.choices]
    return QuestionResult(
        question,
        tuple(
            Share(choice.value, choice.label, choice.icon, count, percent)
            for choice, count, percent in zip(poll.choices, numbers, percentages(numbers), strict=True)
        ),
    )


def as_json(results: Results, **more: object) -> bytes:
    """`{"n", "choices": [{"value", "label", "count", "percent"}]}`, or with "questions" for several.

    A survey that keeps its results to itself gives n null and no choices.
    """
    data: dict[str, object] = {"n": results.n}
    if not results.poll.show_results:
        data = {"n": None, "choices": []}
    elif results.poll.is_single:
        data["choices"] = _choices(results.questions[0])
    else:
        data["questions"] = [
            {
                "id": result.question.id,
                "unsur": result.question.unsur,
                "text": result.question.text,
                "choices": _choices(result),
            }
            for result in results.questions
        ]
    return json.dumps({**data, **more}, ensure_ascii=False, separators=(",", ":")).encode()


def _choices(result: QuestionResult) -> list[dict[str, object]]:
    return [
        {"value": share.value, "label": share.label, "count": share.count, "percent": share.percent}
        for share in result.shares
    ]


def etag(body: bytes) -> str:
    return f'"{hashlib.sha256(body).hexdigest()[:20]}"'
