"""`check` from a shell: mistakes and advice by file, for people and for machines."""

from __future__ import annotations

import pytest

from lontar.messages import cli_texts
from tests.building import NEWS, PRODUCT, article, picture, product, tree, write
from tests.cli.conftest import Shell

WORDS = cli_texts("id")


def test_check_writes_nothing(shell: Shell) -> None:
    before = tree(shell.root.parent)
    assert shell.run("check") == 0
    assert tree(shell.root.parent) == before
    assert sorted(path.name for path in shell.root.iterdir()) == ["content", "site_config.yaml"]
    assert shell.said.startswith(WORDS["checked"].split("{")[0])


def test_check_leaves_a_made_site_alone(shell: Shell) -> None:
    shell.run()
    write(shell.root, {NEWS: article("Lain.")})
    before = tree(shell.root / "output")
    assert shell.run("check") == 0
    assert tree(shell.root / "output") == before
    assert shell.run() == 0
    assert tree(shell.root / "output") != before


def test_a_tidy_site_is_told_in_one_line(shell: Shell) -> None:
    assert shell.run("check") == 0
    assert len(shell.said.splitlines()) == 1
    assert shell.told == ""


def test_problems_are_told_under_their_file(shell: Shell) -> None:
    write(shell.root, {NEWS: article(date="besok", foo="1"), PRODUCT: product(maker="x")})
    assert shell.run("check", "--lang", "en") == 1
    assert shell.said == ""
    lines = shell.told.splitlines()
    assert lines[0] == f"{NEWS} (2)"
    assert lines[1].startswith("  3: error: field “date” is no date: “besok”")
    assert lines[2].startswith("  6: error: ")
    assert lines[3] == f"{PRODUCT} (1)"
    assert lines[-1] == "Errors: 3, warnings: 0, files: 2."


def test_mistakes_and_advice_stand_together(shell: Shell) -> None:
    cover = "{file: /media/a.jpg, alt: foto}"
    write(shell.root, {NEWS: article(title="J" * 61, cover=cover), PRODUCT: product(maker="x")})
    assert shell.run("check") == 1
    assert [line.split(":")[0:2] for line in shell.told.splitlines()[1:3]] == [
        ["  2", " peringatan"],
        ["  6", " peringatan"],
    ]
    assert shell.told.splitlines()[-1] == "1 kesalahan, 2 peringatan dalam 2 berkas."


def test_advice_is_not_for_builds(shell: Shell) -> None:
    write(shell.root, {NEWS: article(title="J" * 61, cover="{file: /media/a.jpg, alt: foto}")})
    assert shell.run() == 0
    assert shell.told == ""
    assert shell.run("check") == 0
    assert shell.told.count("peringatan:") == 2
    assert shell.run() == 0
    assert shell.told == ""


def test_advice_is_told_of_drafts_and_never_as_an_error(shell: Shell) -> None:
    write(
        shell.root,
        {
            "site_config.yaml": (shell.root / "site_config.yaml")
            .read_text()
            .replace("checks: {", "checks: {alt: error, ")
        },
    )
    write(shell.root, {"content/berita/draf.md": article(draft="true", cover="{file: /media/a.jpg}")})
    assert shell.run("check", "--lang", "en") == 0
    assert "warning: photo a.jpg has no alternative text" in shell.told
    assert shell.run("check", "--lang", "en", "--drafts") == 1
    assert shell.told.count("no alternative text") == 1


def test_a_rule_can_be_an_error_or_off(shell: Shell) -> None:
    config = (shell.root / "site_config.yaml").read_text()
    write(shell.root, {NEWS: article(title="J" * 61, cover="{file: /media/a.jpg, alt: Pasar}")})
    write(shell.root, {"site_config.yaml": config.replace("checks: {", "checks: {title: error, ")})
    assert shell.run("check") == 1
    write(shell.root, {"site_config.yaml": config.replace("checks: {", "checks: {title: 'off', ")})
    assert shell.run("check") == 0
    assert shell.told == ""


def test_strict_counts_warnings(shell: Shell) -> None:
    assert shell.run("check", "--strict") == 0
    write(shell.root, {NEWS: article(title="J" * 61, cover="{file: /media/a.jpg, alt: Pasar}")})
    assert shell.run("check") == 0
    assert shell.run("check", "--strict") == 1


def test_inner_fields_have_their_own_line(shell: Shell) -> None:
    photos = "\n  - file: /media/a.jpg\n    alt: Pasar pagi\n  - file: /media/a.jpg\n    alt: foto"
    write(shell.root, {NEWS: article(photos=photos)})
    found = shell.report("check")["problems"]
    assert [(one["code"], one["line"], one["field"]) for one in found] == [
        ("alt-useless", 10, "photos.2.alt")
    ]


@pytest.mark.parametrize("words", [("--json",), ("--format", "json"), ("--format=json",)])
def test_problems_for_machines(shell: Shell, words: tuple[str, ...]) -> None:
    write(shell.root, {NEWS: article(date="besok")})
    assert shell.run("check", *words) == 1
    assert shell.told == ""
    assert '"code": "moment"' in shell.said


def test_annotations_for_a_workflow(shell: Shell) -> None:
    write(shell.root, {NEWS: article(date="besok"), "content/media/lain.jpg": picture(900, 600)})
    assert shell.run("check", "--format", "github", "--lang", "en") == 1
    assert shell.said.splitlines() == [
        f"::error file={NEWS},line=3,title=field “date” is no date%3A “besok”::"
        "write year-month-day as in the calendar, such as 2025-11-26 or 2025-11-26 09:00"
    ]
    write(shell.root, {NEWS: article(cover="{file: /media/a.jpg, alt: Pasar}")})
    assert shell.run("check", "--format", "github", "--lang", "en") == 0
    first = shell.said.splitlines()[0]
    assert first.startswith("::warning file=content/media/lain.jpg,title=nothing refers to this photo::")


@pytest.mark.parametrize("words", [(), ("--format", "github"), ("--json",)])
def test_a_wrong_configuration_exits_with_two(shell: Shell, words: tuple[str, ...]) -> None:
    write(shell.root, {"site_config.yaml": "site: {title: T}\n"})
    assert shell.run("check", *words) == 2
    assert "site_config.yaml" in shell.said + shell.told
