from __future__ import annotations

import re

import pytest

from lontar.survey.catalogue import Catalogue, Edition
from lontar.survey.pages import Pages
from lontar.survey.results import results_of
from tests.survey.running import SURVEY

PLACES = (("id", 0), ("en", 0), ("en", 2), ("en", 3))


def _all(catalogue: Catalogue, language: str) -> list[str]:
    pages = Pages("/s")
    edition = catalogue.edition("", language)
    poll = catalogue.polls[SURVEY]
    results = results_of(poll, {("choice", "puas"): 3})
    return [
        pages.results(edition, results, back="/x/", voted=True, is_open=True),
        pages.results(edition, results_of(poll, {}), back="/x/", voted=False, is_open=False),
        pages.results(
            edition, results_of(catalogue.polls["skm-2026"], {}), back="/x/", voted=False, is_open=True
        ),
        pages.confirm(edition, poll, (("choice", "puas"),), reason="confirm_text", ticket="t", back="/x/"),
        pages.refusal(edition, "closed"),
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_pages_speak_the_language_and_need_no_script_or_inline_style(
    catalogue: Catalogue, language: str
) -> None:
    for page in _all(catalogue, language):
        assert f'<html lang="{language}">' in page
        assert not re.search(r"<script|<style|\bstyle=|\son\w+=|javascript:", page)


def test_texts_of_the_site_are_escaped(catalogue: Catalogue) -> None:
    results = results_of(catalogue.polls[SURVEY], {})
    page = Pages("/s").results(
        catalogue.edition("", ""), results, back='/"><script>', voted=False, is_open=True
    )
    assert "<script>" not in page


def test_before_any_answer_it_says_so_and_shows_no_nan(catalogue: Catalogue) -> None:
    page = _all(catalogue, "id")[1]
    assert "belum ada jawaban" in page
    assert "nan" not in page.lower()


def test_the_address_says_a_language_that_is_not_the_sites() -> None:
    pages = Pages("/s")
    main, english = Edition("id", "Situs", "https://contoh.id/"), Edition("en", "Site", "/en/", asked_by="en")
    assert pages.address("puas", main) == "/s/puas"
    assert pages.address("puas", main, voted="1", back="/a/?b=c") == "/s/puas?voted=1&back=/a/%3Fb%3Dc"
    assert pages.address("puas", english, voted="1", back="") == "/s/puas?lang=en&voted=1"


def test_a_survey_that_is_not_translated_says_its_language(catalogue: Catalogue) -> None:
    """WCAG 2.2, 3.1.2."""
    own, other, several, confirm = (_all(catalogue, language)[n] for language, n in PLACES)
    assert "lang=" not in own.replace('<html lang="id">', "")
    assert '<h1 lang="id">Seberapa puas' in other
    assert '<span class="bar-label" lang="id">Puas</span>' in other
    assert '<fieldset lang="id">' in several
    assert 'Your answer: <span lang="id">Puas</span>' in confirm


def test_after_a_long_form_the_way_back_is_beside_the_thanks(catalogue: Catalogue) -> None:
    results = results_of(catalogue.polls["skm-2026"], {("u1", "puas"): 1})
    for voted in (True, False):
        page = Pages("/s").results(catalogue.edition("", ""), results, back="/x/", voted=voted, is_open=True)
        assert page.count('class="back"') == 1
        assert (page.index('class="back"') < page.index('class="bars"')) is voted
