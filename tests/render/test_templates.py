"""Templates: strict, escaped, and known by all they reach."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from markupsafe import Markup

from lontar.errors import Problem
from lontar.render.templates import TemplateFault, Templates
from tests.building import TEMPLATES, values_of, write

FILES: dict[str, str | bytes] = {
    "base.html": "<h1>{% block title %}{% endblock %}</h1>\n{% include 'part.html' %}\n",
    "part.html": "<p>{{ text }}</p>\n",
    "macro.html": "{% macro shout(x) %}{{ x|upper }}{% endmacro %}",
    "home.html": "{% extends 'base.html' %}\n{% from 'macro.html' import shout %}\n"
    "{% block title %}{{ shout(title) }}{% endblock %}\n",
    "alone.html": "x",
}


def templates(root: Path, more: dict[str, str | bytes] | None = None) -> Templates:
    return Templates(write(root, {**FILES, **(more or {})}))


def fault(root: Path, text: str, context: dict[str, Any] | None = None) -> Problem:
    with pytest.raises(TemplateFault) as caught:
        templates(root, {"x.html": text}).render("x.html", context or {})
    return caught.value.problem


def test_text_is_escaped_and_markup_is_not(tmp_path: Path) -> None:
    found = templates(tmp_path).render("home.html", {"title": "a&b", "text": "<script>"})
    assert "<h1>A&amp;B</h1>" in found
    assert "<p>&lt;script&gt;</p>" in found
    assert "<p><b>x</b></p>" in templates(tmp_path).render(
        "home.html", {"title": "", "text": Markup("<b>x</b>")}
    )


class Loud:
    def __html__(self) -> str:
        return "<b>!</b>"


@pytest.mark.parametrize(
    "value",
    ["", "teks", "a & b", "<i>", "a > b", "'", '"', 7, None, 1.5, Markup("<b>"), Loud(), ["<"], Path("<")],
)
def test_every_value_is_escaped_as_jinja_does(tmp_path: Path, value: Any) -> None:
    text = "{% macro m(x) %}[{{ x }}]{% endmacro %}{{ x }} {{ m(x) }} {{ [x]|first }} {{ x ~ '&' }}"
    ours = templates(tmp_path, {"x.html": text}).render("x.html", {"x": value})
    assert ours == Environment(autoescape=True).from_string(text).render(x=value)


def test_blocks_leave_no_empty_lines(tmp_path: Path) -> None:
    text = "<ul>\n  {% for one in [1, 2] %}\n  <li>{{ one }}</li>\n  {% endfor %}\n</ul>\n"
    assert (
        templates(tmp_path, {"x.html": text}).render("x.html", {})
        == "<ul>\n  <li>1</li>\n  <li>2</li>\n</ul>\n"
    )


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a\n{{ tiada }}\n", "template-undefined", 2),
        ("a\n{{ x.y }}\n", "template-undefined", 2),
        ("a\n\n{% if tiada %}{% endif %}\n", "template-undefined", 3),
        ("a\n{% if %}\n", "template-syntax", 2),
        ("a\n{% for x in y %}\n", "template-syntax", 2),
        ("{{ 1 / 0 }}\n", "template-fails", 1),
        ("a\n{{ 1 + 'x' }}\n", "template-fails", 2),
        ("{{ x|tiada }}\n", "template-syntax", 1),
        ("{% include 'tiada.html' %}\n", "template-missing", 0),
    ],
)
def test_a_mistake_has_its_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    found = fault(tmp_path, text, {"x": {}, "y": []})
    assert found.code == code
    assert found.place.path == "templates/x.html"
    assert found.place.line == line


def test_a_mistake_in_a_part_is_told_there(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault) as caught:
        templates(tmp_path).render("home.html", {"title": "a"})
    assert (caught.value.problem.place.path, caught.value.problem.place.line) == ("templates/part.html", 1)


def test_a_template_cannot_reach_out(tmp_path: Path) -> None:
    write(tmp_path, {"rahasia.html": "RAHASIA"})
    found = fault(tmp_path / "dalam", "{% include '../rahasia.html' %}")
    assert found.code == "template-missing"


NAMES = {"home.html": None, "alone.html": None}


def closures(root: Path, more: dict[str, str | bytes] | None = None) -> dict[str, str]:
    return templates(root, more).closures(NAMES)


def test_the_digest_knows_all_that_is_reached(tmp_path: Path) -> None:
    before = closures(tmp_path / "0")
    for number, name in enumerate(("base.html", "part.html", "macro.html", "home.html"), 1):
        text = FILES[name]
        assert isinstance(text, str)
        after = closures(tmp_path / str(number), {name: text + " "})
        assert after["home.html"] != before["home.html"], name
        assert after["alone.html"] == before["alone.html"], name


def test_other_files_do_not_change_it(tmp_path: Path) -> None:
    assert closures(tmp_path / "a") == closures(tmp_path / "b", {"lain.html": "x"})


def test_templates_may_include_each_other(tmp_path: Path) -> None:
    more: dict[str, str | bytes] = {
        "alone.html": "{% if n %}{% include 'kedua.html' %}{% endif %}",
        "kedua.html": "{% if n %}{% include 'alone.html' %}{% endif %}",
    }
    assert set(closures(tmp_path, more)) == set(NAMES)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{% include name %}", "template-dynamic"),
        ("{% extends name %}", "template-dynamic"),
        ("{% include 'tiada.html' %}", "template-missing"),
        ("{% if %}", "template-syntax"),
        (b"\xff", "encoding"),
    ],
)
def test_what_would_hide_a_part_is_refused(tmp_path: Path, text: str | bytes, code: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        closures(tmp_path, {"alone.html": text})
    assert caught.value.problem.code == code
    if code == "template-missing":
        assert values_of(caught.value.problem)["found"] == "tiada.html"


def test_the_theme_of_the_house_is_readable() -> None:
    names = {path.name: None for path in TEMPLATES.glob("*.html")}
    found = Templates(TEMPLATES).closures(names)
    assert len(set(found.values())) == len(names)
