"""What is wrong between records, and how severe that is."""

from __future__ import annotations

from lontar.errors import Place, problem
from lontar.load.written.config import WrittenChecks
from lontar.site.checks import RULES, find_problems, weigh
from tests.building import (
    EVENT,
    MAKER,
    NEWS,
    PRODUCT,
    SURVEY,
    article,
    event,
    maker,
    product,
    site_of,
    survey,
    values_of,
)

WHOLE = {PRODUCT: product(), MAKER: maker(), SURVEY: survey()}


def codes(files: dict[str, str], failed: tuple[str, ...] = ()) -> list[tuple[str, str, int]]:
    found = find_problems(site_of(files).site, failed)
    return sorted((one.code, one.place.path, one.place.line) for one in found)


def test_a_whole_site_has_no_problems() -> None:
    text = "[[produk: kain]]\n\n[[survei: puas]]\n"
    assert codes({**WHOLE, NEWS: article(text, survey="puas")}) == []


def test_a_category_is_known() -> None:
    found = list(find_problems(site_of({**WHOLE, NEWS: article(category="kunjungn")}).site))
    assert [(one.code, one.place.line, values_of(one)["nearest"]) for one in found] == [
        ("category-unknown", 4, "kunjungan")
    ]
    assert codes({**WHOLE, PRODUCT: product(category="sepatu")}) == [("category-unknown", PRODUCT, 2)]


def test_an_event_is_of_a_known_kind_and_about_news_that_exists() -> None:
    files = {NEWS: article(), EVENT: event(category="pesta", related="[kabar, kaabar]")}
    assert codes(files) == [("article-unknown", EVENT, 7), ("category-unknown", EVENT, 5)]
    assert codes({EVENT: event(related="[kabar]")}, (NEWS,)) == []


def test_a_maker_exists() -> None:
    assert codes({PRODUCT: product(maker="jonno"), MAKER: maker()}) == [("maker-unknown", PRODUCT, 3)]


def test_a_survey_exists() -> None:
    assert codes({**WHOLE, NEWS: article(survey="pua")}) == [("survey-unknown", NEWS, 6)]


def test_what_is_embedded_exists() -> None:
    text = "Satu\n\n[[produk: kaen]]\n\n[[survei: lain]]\n"
    assert codes({**WHOLE, NEWS: article(text)}) == [
        ("product-unknown", NEWS, 9),
        ("survey-unknown", NEWS, 11),
    ]


def test_a_survey_is_embedded_once() -> None:
    text = "[[survei: puas]]\n\n[[survei: puas]]\n"
    assert codes({**WHOLE, NEWS: article(text)}) == [("survey-twice", NEWS, 9)]


def test_what_failed_to_load_is_not_missed() -> None:
    files = {PRODUCT: product(maker="bambu"), NEWS: article("[[produk: kap]]", survey="baru"), MAKER: maker()}
    failed = ("content/perajin/bambu/index.yaml", "content/produk/kap.yaml", "content/survei/baru.yml")
    assert codes(files, failed) == []
    assert len(codes(files)) == 3


def test_a_draft_is_not_there() -> None:
    assert codes({**WHOLE, MAKER: maker(draft="true")}) == [("maker-unknown", PRODUCT, 3)]


def test_notes_of_files_are_told() -> None:
    assert codes({**WHOLE, NEWS: article(summary=None, cover="{file: a.jpg}")}) == [
        ("photo-missing", NEWS, 5),
        ("summary-missing", NEWS, 1),
    ]


def test_the_configuration_decides_how_severe() -> None:
    found = [problem(Place("a"), code) for code in ("alt-missing", "link-missing", "maker-unknown")]
    severities = {one.code: one.severity for one in weigh(found, {"alt": "warning", "links": "error"})}
    assert severities == {"alt-missing": "warning", "link-missing": "error", "maker-unknown": "error"}
    off = weigh(found, {"alt": "off", "links": "off"})
    assert [one.code for one in off] == ["maker-unknown"]


def test_problems_are_told_once_and_in_order() -> None:
    one, two = problem(Place("b", 1), "slug"), problem(Place("a", 2), "slug")
    assert weigh([one, two, one], {}) == (two, one)


def test_every_rule_can_be_set() -> None:
    assert set(RULES.values()) == set(WrittenChecks.__dataclass_fields__)


def test_a_translated_survey_asks_for_the_same_answers() -> None:
    english = SURVEY.replace(".yaml", ".en.yaml")
    choices = "[{value: tidak, label: No, score: 1}, {value: puas, label: Yes, score: 4}]"
    same = survey(question="Satisfied?", choices=choices)
    assert codes({**WHOLE, english: same}) == []
    for found, other in (("puas", "baik"), ("score: 4", "score: 3")):
        differs = same.replace(found, other)
        assert codes({**WHOLE, english: differs}) == [("answers-differ", english, 2)]
    lonely = "content/survei/lain.en.yaml"
    assert codes({**WHOLE, lonely: same}) == [("answers-differ", lonely, 2)]
