"""Problems as values: how they are made, told apart, sorted and gathered."""

from __future__ import annotations

import pytest

from lontar.errors import ConfigErrors, ContentErrors, Place, nearest, problem


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("content/berita/x.md", 7), "content/berita/x.md:7"),
        (Place("content/berita/x.md", 7, 3, "title"), "content/berita/x.md:7"),
        (Place("content/brita/"), "content/brita/"),
    ],
)
def test_a_place_reads_as_path_and_line(place: Place, text: str) -> None:
    assert str(place) == text


def test_values_are_kept_as_text_in_their_order() -> None:
    found = problem(Place("x.yaml", 2), "range", field="price", found=-5, limit="> 0")
    assert found.values == (("field", "price"), ("found", "-5"), ("limit", "> 0"))
    assert found.severity == "error"


def test_a_warning_is_the_same_problem_less_severe() -> None:
    found = problem(Place("x.md", 1), "summary-missing")
    warning = found.as_warning()
    assert (warning.place, warning.code, warning.severity) == (found.place, found.code, "warning")
    assert found.severity == "error"


def test_equal_problems_are_one() -> None:
    one, other = (problem(Place("x.md", 1), "slug", found="X") for _ in range(2))
    assert one == other
    assert ContentErrors([one, other]).problems == (one,)


def test_problems_are_told_by_file_then_line() -> None:
    places = [Place("b.md", 1), Place("a.md", 10), Place("a.md", 9), Place("a.md")]
    errors = ContentErrors(problem(place, "slug") for place in places)
    assert [str(one.place) for one in errors.problems] == ["a.md", "a.md:9", "a.md:10", "b.md:1"]
    assert str(errors) == "4 problems"


def test_errors_of_the_configuration_are_errors_of_content_too() -> None:
    with pytest.raises(ContentErrors):
        raise ConfigErrors([problem(Place("site_config.yaml"), "config-missing", folder="situs")])


def test_the_nearest_known_name_is_found_or_none() -> None:
    assert nearest("kunjugan", ["pelatihan", "kunjungan"]) == "kunjungan"
    assert nearest("kunjugan", {"xyz": 1}) == ""
    assert nearest("kun", ["kunjungan"], 0.9) == ""
    assert nearest("x", []) == ""
