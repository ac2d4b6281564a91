"""A build in which something changed: what it tells when something is wrong."""

from __future__ import annotations

import pytest

from lontar.errors import ConfigErrors, ContentErrors
from tests.pipeline.conftest import CONFIG, Place


def test_config_mistakes_are_config_errors(place: Place) -> None:
    place.write("site_config.yaml", CONFIG + "surel: x\n")
    with pytest.raises(ConfigErrors) as told:
        place.build()
    assert [(p.code, p.place.line) for p in told.value.problems] == [("field-unknown", 9)]


def test_a_failed_file_does_not_make_links_to_it_wrong(place: Place) -> None:
    place.article(1, body="[Sarung](../produk/sarung.yaml)\n\n[[produk: sarung]]")
    place.product("sarung", price="-5")
    with pytest.raises(ContentErrors) as told:
        place.build()
    assert [problem.code for problem in told.value.problems] == ["range"]


def test_warnings_are_told_again_by_a_build_with_nothing_to_do(place: Place) -> None:
    place.article(1, summary="''")
    first, second = place.build(), place.build()
    assert [problem.code for problem in first.problems] == ["summary-missing"]
    assert second.problems == first.problems
    assert second.rendered == 0


def test_a_rule_can_be_an_error_or_off(place: Place) -> None:
    place.article(1, summary="''")
    place.write("site_config.yaml", CONFIG + "checks: {summary: error}\n")
    with pytest.raises(ContentErrors):
        place.build()
    place.write("site_config.yaml", CONFIG + "checks: {summary: off}\n")
    assert place.build().problems == ()


def test_check_writes_nothing(place: Place) -> None:
    report = place.build(publish=False)
    assert report.pages > 40
    assert not place.output.exists()


def test_check_finds_wrong_templates(place: Place) -> None:
    page = place.request.templates / "survey.html"
    page.write_text("{{ apa_ini }}")
    with pytest.raises(ContentErrors) as told:
        place.build(publish=False)
    assert [problem.code for problem in told.value.problems] == ["template-undefined"]


def test_a_style_sheet_that_refers_to_nothing_is_told(place: Place) -> None:
    (place.request.templates / "assets/css/99-uji.css").write_text("p { background: url(../img/tiada.svg) }")
    with pytest.raises(ContentErrors) as told:
        place.build()
    assert [problem.code for problem in told.value.problems] == ["asset-missing"]
