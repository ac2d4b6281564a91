"""From the bytes of a form to an answer, or a RefusedError. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from lontar.model.survey import FORM_FIELDS
from lontar.survey.catalogue import Poll
from lontar.survey.errors import RefusedError


@dataclass(frozen=True, slots=True)
class Form:
    """`answers` are (question id, choice value) pairs in the order of the survey's questions."""

    answers: tuple[tuple[str, str], ...]
    back: str = ""
    ticket: str = ""
    voter: str = ""
    is_trapped: bool = False


def parse_form(body: bytes, poll: Poll) -> Form:
    """Every question answered with one of its choices, nothing given twice; unknown fields are ignored."""
    most = 8 if poll.is_single else len(poll.questions) + len(FORM_FIELDS) + 3
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=most, errors="strict")
    except ValueError:
        raise RefusedError(400, "malformed") from None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise RefusedError(400, "malformed")
    allowed = {choice.value for choice in poll.choices}
    answers = []
    for question in poll.questions:
        value = fields.get(question.id, "")
        if value not in allowed:
            raise RefusedError(422, "unanswered" if not value else "unknown_choice")
        answers.append((question.id, value))
    return Form(
        answers=tuple(answers),
        back=fields.get("back", ""),
        ticket=fields.get("form", ""),
        voter=fields.get("voter", ""),
        is_trapped=bool(fields.get("website")),
    )
