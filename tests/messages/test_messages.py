"""Sentences: filled in, in the reader's language, the same in number and placeholders in all of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

import pytest

from lontar.errors import Place, problem
from lontar.messages import LANGUAGES, cli_texts, line, problem_texts, tell

ENGINE = Path(__file__).resolve().parents[2] / "lontar"
ELSEWHERE = ("lontar/messages/", "lontar/survey/")
ID, EN = problem_texts("id"), problem_texts("en")
PLACE = Place("content/berita/x.md", 7)


# --- what the engine says ---------------------------------------------------------------------------


class Codes(ast.NodeVisitor):
    """Codes of problems in a module, with the names of their values where these are written out.

    A code is the second argument of problem(…): a text, or a name that texts are assigned to, or an
    argument that callers in the same module give. Errors of our own in schemas are codes, too.
    """

    def __init__(self, path: Path, tree: ast.AST) -> None:
        self.where = path.relative_to(ENGINE.parent).as_posix()
        self.found: list[tuple[str, str, frozenset[str] | None]] = []
        self.texts = set(ID)
        self.visit(tree)

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        place = f"{self.where}:{node.lineno}"
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name == "problem" and len(node.args) > 1:
            names = [keyword.arg for keyword in node.keywords]
            values = None if None in names else frozenset(str(one) for one in names)
            for code in constants(node.args[1]):
                self.found.append((place, code, values))
        elif name == "PydanticCustomError":
            for code in constants(node.args[0]):
                self.found.append((place, code.replace("_", "-"), frozenset({"field", "found"})))
        else:
            for argument in node.args:
                self.found += [(place, code, None) for code in constants(argument) if code in self.texts]

    def visit_Assign(self, node: ast.Assign) -> None:
        self.generic_visit(node)
        place = f"{self.where}:{node.lineno}"
        for target, value in pairs(node.targets[0], node.value):
            if isinstance(target, ast.Name) and target.id == "code":
                self.found += [(place, code, None) for code in constants(value)]


def pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from zip(target.elts, value.elts, strict=True)
    else:
        yield target, value


def constants(node: ast.expr) -> Iterator[str]:
    """The texts that an expression may be: one, or one of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


def used() -> list[tuple[str, str, frozenset[str] | None]]:
    found = []
    for path in sorted(ENGINE.rglob("*.py")):
        if not path.relative_to(ENGINE.parent).as_posix().startswith(ELSEWHERE):
            found += Codes(path, ast.parse(path.read_text("utf-8"))).found
    return found


USED = used()


def test_the_codes_of_the_engine_are_found() -> None:
    found = {code for _, code, _ in USED}
    assert {"slug", "yaml-quote", "yaml-indent", "maker-unknown", "moment", "template-fails"} <= found


def test_every_code_has_its_sentences() -> None:
    assert [f"{place}: {code}" for place, code, _ in USED if code not in ID or code not in EN] == []


def test_every_sentence_has_its_code() -> None:
    known = {code for _, code, _ in USED}
    words = {code for code in ID if code.startswith(("@", "why-"))} | {"nearest"}
    assert set(ID) - known - words == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_placeholder_is_given_its_value(lang: str) -> None:
    texts = problem_texts(lang)
    missing = [
        f"{place}: {code} lacks {sorted(wanted)}"
        for place, code, values in USED
        if values is not None and (wanted := placeholders(" ".join(texts[code])) - values)
    ]
    assert missing == []


# --- the tables -------------------------------------------------------------------------------------


def placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_the_tables_have_the_same_codes_in_the_same_order() -> None:
    assert list(ID) == list(EN)


@pytest.mark.parametrize("code", ID)
def test_a_message_speaks_of_the_same_values_in_every_language(code: str) -> None:
    for part in (0, 1):
        assert placeholders(ID[code][part]) == placeholders(EN[code][part])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", [code for code in ID if not code.startswith(("@", "why-", "nearest"))])
def test_a_problem_says_what_is_wrong_and_what_to_do(code: str, lang: str) -> None:
    message, hint = problem_texts(lang)[code]
    assert message
    assert hint
    assert "\n" not in message + hint


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_hint_that_another_sentence_may_follow_ends_with_a_full_stop(lang: str) -> None:
    texts = problem_texts(lang)
    followed = {code for _, code, values in USED if values is not None and "nearest" in values}
    assert followed
    assert [code for code in sorted(followed) if not texts[code][1].endswith(".")] == []


def test_the_command_line_speaks_every_language() -> None:
    tables: dict[str, Mapping[str, str]] = {lang: cli_texts(lang) for lang in LANGUAGES}
    assert list(tables["id"]) == list(tables["en"])
    for key, text in tables["id"].items():
        assert placeholders(text) == placeholders(tables["en"][key]), key


# --- telling ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "content/berita/x.md:7: kategori “kabra” tidak dikenal: pilih salah satu: kabar, pelatihan."),
        ("en", "content/berita/x.md:7: category “kabra” is not known: choose one of: kabar, pelatihan."),
    ],
)
def test_a_line_has_place_message_and_hint(lang: str, text: str) -> None:
    found = problem(PLACE, "category-unknown", found="kabra", allowed="kabar, pelatihan", nearest="")
    assert line(found, lang) == text


@pytest.mark.parametrize(
    ("lang", "end"), [("id", " Mungkin maksud Anda “kabar”?"), ("en", " Did you mean “kabar”?")]
)
def test_the_nearest_name_ends_the_hint(lang: str, end: str) -> None:
    found = problem(PLACE, "category-unknown", found="kabra", allowed="kabar", nearest="kabar")
    assert tell(found, lang).hint.endswith(f"kabar.{end}")


@pytest.mark.parametrize(
    ("lang", "hint"),
    [
        ("id", "tulis daftar, satu butir per baris diawali tanda -"),
        ("en", "write a list, one entry a line beginning with -"),
    ],
)
def test_a_word_of_the_catalogue_is_told_in_the_readers_language(lang: str, hint: str) -> None:
    found = problem(PLACE, "type", field="tags", found="pasar", expected="@list")
    assert tell(found, lang).hint == hint


def test_what_was_found_is_never_taken_for_a_template() -> None:
    found = problem(PLACE, "type", field="{found}", found="{field} %s @list", expected="@text")
    assert tell(found, "en") == ("field “{found}” holds “{field} %s @list”", "write text")


def test_an_unknown_word_with_the_sign_is_itself() -> None:
    found = problem(PLACE, "type", field="author", found="@redaksi", expected="@text")
    assert "“@redaksi”" in tell(found, "id").message


@pytest.mark.parametrize("code", ["why-new", "why-content"])
def test_a_message_without_a_hint_ends_there(code: str) -> None:
    assert re.fullmatch(r"content/berita/x\.md:7: [^:]+", line(problem(PLACE, code), "id"))


def test_an_unknown_language_is_told_in_indonesian() -> None:
    assert line(problem(PLACE, "image-empty"), "jv") == line(problem(PLACE, "image-empty"), "id")
