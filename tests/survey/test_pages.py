from __future__ import annotations

import re

import pytest

from lontar.survey.catalogue import Catalogue
from lontar.survey.pages import Pages
from lontar.survey.results import results_of
from lontar.survey.words import WORDS
from tests.survey.running import SURVEY


def _all(catalogue: Catalogue, language: str) -> list[str]:
    pages = Pages("/s", language)
    poll = catalogue.polls[SURVEY]
    results = results_of(poll, {("choice", "puas"): 3})
    return [
        pages.results(catalogue, results, back="/x/", voted=True, is_open=True),
        pages.results(catalogue, results_of(poll, {}), back="", voted=False, is_open=False),
        pages.results(
            catalogue, results_of(catalogue.polls["skm-2026"], {}), back="", voted=False, is_open=True
        ),
        pages.confirm(catalogue, poll, (("choice", "puas"),), reason="confirm_text", ticket="t", back="/x/"),
        pages.refusal(catalogue, "closed"),
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_pages_speak_the_language_and_need_no_script_or_inline_style(
    catalogue: Catalogue, language: str
) -> None:
    for page in _all(catalogue, language):
        assert f'<html lang="{language}">' in page
        assert not re.search(r"<script|<style|\bstyle=|\son\w+=|javascript:", page)


def test_texts_of_the_site_are_escaped(catalogue: Catalogue) -> None:
    page = Pages("/s").results(
        catalogue, results_of(catalogue.polls[SURVEY], {}), back='/"><script>', voted=False, is_open=True
    )
    assert "<script>" not in page


def test_before_any_answer_it_says_so_and_shows_no_nan(catalogue: Catalogue) -> None:
    page = _all(catalogue, "id")[1]
    assert "belum ada jawaban" in page
    assert "nan" not in page.lower()
    assert 'href="https://dekranasda.example/survei/kepuasan-situs/"' in page


def test_the_site_decides_the_language_unless_told(catalogue: Catalogue) -> None:
    assert WORDS["id"]["closed"] in Pages("/s").refusal(catalogue, "closed")
    assert WORDS["en"]["closed"] in Pages("/s", "en").refusal(catalogue, "closed")


def test_after_a_long_form_the_way_back_is_beside_the_thanks(catalogue: Catalogue) -> None:
    results = results_of(catalogue.polls["skm-2026"], {("u1", "puas"): 1})
    for voted in (True, False):
        page = Pages("/s").results(catalogue, results, back="/x/", voted=voted, is_open=True)
        assert page.count('class="back"') == 1
        assert (page.index('class="back"') < page.index('class="bars"')) is voted
