from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lontar.survey.catalogue import Catalogue
from lontar.survey.errors import RefusedError
from lontar.survey.form import parse_form
from tests.survey.running import SURVEY


def test_a_vote_with_all_its_fields(catalogue: Catalogue) -> None:
    body = b"choice=puas&back=%2Fberita%2F&website=&voter=abc&form=def&tracking=1"
    form = parse_form(body, catalogue.polls[SURVEY])
    assert form.answers == (("choice", "puas"),)
    assert (form.back, form.voter, form.ticket, form.is_trapped) == ("/berita/", "abc", "def", False)


def test_37_a_filled_trap_is_noticed(catalogue: Catalogue) -> None:
    assert parse_form(b"choice=puas&website=http://spam", catalogue.polls[SURVEY]).is_trapped


def test_several_questions_are_answered_in_their_order(catalogue: Catalogue) -> None:
    fields = {f"u{n}": "puas" for n in range(9, 0, -1)}
    form = parse_form(urlencode(fields).encode(), catalogue.polls["skm-2026"])
    assert form.answers == tuple((f"u{n}", "puas") for n in range(1, 10))
    del fields["u4"]
    with pytest.raises(RefusedError) as refused:
        parse_form(urlencode(fields).encode(), catalogue.polls["skm-2026"])
    assert (refused.value.status, refused.value.code) == (422, "unanswered")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"choice=", 422),
        (b"choice=bagus", 422),
        (b"choice=PUAS", 422),
        (b"choice=puas%00", 422),
        (b"choice=puas ", 422),
        (b"choice=puas&choice=puas", 400),
        (b"choice=puas&back=/&back=/x", 400),
        (b"choice=%ff", 400),
        (b"choice=puas&back=\xff", 400),
        (b"a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&choice=puas", 400),
        (b"&" * 4000, 400),
        (b'{"choice": "puas"}', 422),
        (b"choice[]=puas", 422),
    ],
)
def test_32_bad_fields_and_types_are_refused(catalogue: Catalogue, body: bytes, status: int) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_form(body, catalogue.polls[SURVEY])
    assert refused.value.status == status


@given(st.binary(max_size=300))
def test_32_any_bytes_give_a_form_or_a_refusal(body: bytes) -> None:
    from tests.survey.test_results import POLL

    try:
        form = parse_form(body, POLL)
    except RefusedError as refused:
        assert refused.status in (400, 422)
    else:
        assert form.answers[0][1] in {choice.value for choice in POLL.choices}
