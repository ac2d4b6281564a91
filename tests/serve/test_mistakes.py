"""Problems in words with the lines around them, safe to show."""

from __future__ import annotations

from pathlib import Path

from lontar.errors import Place, Problem, problem
from lontar.serve.mistakes import Mistake, mistakes_of
from tests.building import write


def only(one: Problem, root: Path, lang: str = "id") -> Mistake:
    (mistake,), more = mistakes_of([one], root, root / "templat", lang)
    assert more == 0
    return mistake


def test_a_mistake_has_its_place_words_and_lines(tmp_path: Path) -> None:
    write(tmp_path, {"content/berita/a.md": "\ufeff1\r\n2\r\n3\r\n4\r\n5\r\n6"})
    one = problem(Place("content/berita/a.md", 3), "template-missing", found="x.html")
    told = only(one, tmp_path)
    assert told.place == "content/berita/a.md:3"
    assert told.line == 3
    assert "x.html" in told.message
    assert told.hint
    assert told.excerpt == ((1, "1"), (2, "2"), (3, "3"), (4, "4"), (5, "5"))
    assert only(one, tmp_path, "en").message != told.message


def test_at_the_ends_of_a_file_and_beyond(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "1\n2\n3"})
    assert [line for line, _ in only(problem(Place("a.md", 1), "image-empty"), tmp_path).excerpt] == [1, 2, 3]
    assert [line for line, _ in only(problem(Place("a.md", 3), "image-empty"), tmp_path).excerpt] == [1, 2, 3]
    assert only(problem(Place("a.md", 99), "image-empty"), tmp_path).excerpt == ()
    assert only(problem(Place("a.md"), "image-empty"), tmp_path).excerpt == ()
    assert only(problem(Place("tidak-ada.md", 1), "image-empty"), tmp_path).excerpt == ()


def test_lines_of_a_template_are_found_where_the_templates_are(tmp_path: Path) -> None:
    write(tmp_path, {"templat/partials/a.html": "{{ x }}"})
    one = problem(Place("templates/partials/a.html", 1), "image-empty")
    assert only(one, tmp_path).excerpt == ((1, "{{ x }}"),)


def test_only_files_of_the_site_are_shown(tmp_path: Path) -> None:
    write(tmp_path, {"rahasia.txt": "x"})
    assert only(problem(Place(str(tmp_path / "rahasia.txt"), 1), "image-empty"), tmp_path).excerpt == ()


def test_what_hides_or_never_ends_is_made_visible(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": b"a\x00\tb\xe2\x80\xaec\xff\n" + b"x" * 5000})
    (_, first), (_, second) = only(problem(Place("a.md", 1), "image-empty"), tmp_path).excerpt
    assert first == "a\ufffd  b\ufffdc\ufffd"
    assert len(second) < 300
    assert second.endswith("x…")


def test_errors_only_and_not_too_many(tmp_path: Path) -> None:
    many = [problem(Place(f"{number}.md"), "image-empty") for number in range(60)]
    shown, more = mistakes_of([*many, many[0].as_warning()], tmp_path, tmp_path, "id")
    assert (len(shown), more) == (50, 10)
