from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lontar.survey.catalogue import Catalogue, parse_catalogue
from lontar.survey.results import as_json, etag, results_of
from tests.survey.running import CHOICES, survey_entry


def _catalogue(**changes: Any) -> Catalogue:
    site = {"title": "Situs", "url": "https://contoh.id"}
    entry = survey_entry(**changes)
    return parse_catalogue(
        json.dumps({"version": 1, "language": "id", "site": site, "surveys": [entry]}), "s"
    )


POLL = _catalogue().polls["kepuasan-situs"]


def test_before_any_answer_all_is_zero() -> None:
    data = json.loads(as_json(results_of(POLL, {})))
    assert data["n"] == 0
    assert [(c["count"], c["percent"]) for c in data["choices"]] == [(0, 0)] * 4


def test_counts_of_choices_that_no_longer_exist_are_left_out() -> None:
    results = results_of(POLL, {("choice", "puas"): 2, ("choice", "entah"): 5})
    assert results.n == 2


@given(st.lists(st.integers(0, 10**6), min_size=4, max_size=4))
def test_percents_add_up_to_100(counts: list[int]) -> None:
    results = results_of(POLL, {("choice", value): n for value, n in zip(CHOICES, counts, strict=True)})
    assert results.n == sum(counts)
    assert sum(share.percent for share in results.questions[0].shares) == (100 if sum(counts) else 0)


def test_hidden_results_say_nothing() -> None:
    poll = _catalogue(show_results=False).polls["kepuasan-situs"]
    assert json.loads(as_json(results_of(poll, {("choice", "puas"): 3}))) == {"n": None, "choices": []}


def test_a_survey_of_several_questions_gives_each(catalogue: Catalogue) -> None:
    poll = catalogue.polls["skm-2026"]
    data = json.loads(as_json(results_of(poll, {(f"u{n}", "puas"): 2 for n in range(1, 10)})))
    assert data["n"] == 2
    assert len(data["questions"]) == 9
    assert data["questions"][0]["unsur"] == "Persyaratan"
    assert data["questions"][8]["choices"][1] == {
        "value": "puas",
        "label": "Puas",
        "count": 2,
        "percent": 100,
    }


def test_the_etag_follows_the_body() -> None:
    one, other = as_json(results_of(POLL, {})), as_json(results_of(POLL, {("choice", "puas"): 1}))
    assert etag(one) == etag(one) != etag(other)
