"""`check` from a shell: mistakes and advice by file, for people and for machines."""

from __future__ import annotations

import pytest

from lontar.messages import cli_texts
from tests.building import NEWS, PRODUCT, article, picture, product, tree, write
from tests.cli.conftest import Shell

WORDS = cli_texts("id")


@pytest.fixture
def tidy(shell: Shell) -> Shell:
    """A site that there is nothing to say of."""
    write(shell.root, {"content/media/a.jpg": picture(1600, 900)})
    write(shell.root, {NEWS: article("Isi.", cover="{file: /media/a.jpg, alt: Pasar di pagi hari}")})
    return shell


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


def test_a_tidy_site_is_told_in_one_line(tidy: Shell) -> None:
    assert tidy.run("check") == 0
    assert len(tidy.said.splitlines()) == 1
    assert tidy.told == ""


def test_problems_are_told_under_their_file(tidy: Shell) -> None:
    write(tidy.root, {NEWS: article(date="besok", foo="1"), PRODUCT: product(maker="x")})
    assert tidy.run("check", "--lang", "en") == 1
    assert tidy.said == ""
    lines = tidy.told.splitlines()
    assert lines[0] == f"{NEWS} (2)"
    assert lines[1].startswith("  3: error: field “date” is no date: “besok”")
    assert lines[2].startswith("  6: error: ")
    assert lines[3] == f"{PRODUCT} (1)"
    assert lines[-1] == "Errors: 3, warnings: 0, in 2 files."


def test_mistakes_and_advice_stand_together(tidy: Shell) -> None:
    cover = "{file: /media/a.jpg, alt: foto}"
    write(tidy.root, {NEWS: article(title="J" * 61, cover=cover), PRODUCT: product(maker="x")})
    assert tidy.run("check") == 1
    assert [line.split(":")[0:2] for line in tidy.told.splitlines()[1:3]] == [
        ["  2", " peringatan"],
        ["  6", " peringatan"],
    ]
    assert tidy.told.splitlines()[-1] == "1 kesalahan, 2 peringatan dalam 2 berkas."


def test_advice_is_not_for_builds(tidy: Shell) -> None:
    write(tidy.root, {NEWS: article(title="J" * 61, cover="{file: /media/a.jpg, alt: foto}")})
    assert tidy.run() == 0
    assert tidy.told == ""
    assert tidy.run("check") == 0
    assert tidy.told.count("peringatan:") == 2
    assert tidy.run() == 0
    assert tidy.told == ""


def test_advice_is_told_of_drafts_and_never_as_an_error(tidy: Shell) -> None:
    write(
        tidy.root,
        {"site_config.yaml": (tidy.root / "site_config.yaml").read_text() + "checks: {alt: error}\n"},
    )
    write(tidy.root, {"content/berita/draf.md": article(draft="true", cover="{file: /media/a.jpg}")})
    assert tidy.run("check", "--lang", "en") == 0
    assert "warning: photo a.jpg has no alternative text" in tidy.told
    assert tidy.run("check", "--lang", "en", "--drafts") == 1
    assert tidy.told.count("no alternative text") == 1


def test_a_rule_can_be_an_error_or_off(tidy: Shell) -> None:
    config = (tidy.root / "site_config.yaml").read_text()
    write(tidy.root, {NEWS: article(title="J" * 61, cover="{file: /media/a.jpg, alt: Pasar}")})
    write(tidy.root, {"site_config.yaml": config + "checks: {title: error}\n"})
    assert tidy.run("check") == 1
    write(tidy.root, {"site_config.yaml": config + "checks: {title: 'off'}\n"})
    assert tidy.run("check") == 0
    assert tidy.told == ""


def test_strict_counts_warnings(tidy: Shell) -> None:
    assert tidy.run("check", "--strict") == 0
    write(tidy.root, {NEWS: article(title="J" * 61, cover="{file: /media/a.jpg, alt: Pasar}")})
    assert tidy.run("check") == 0
    assert tidy.run("check", "--strict") == 1


def test_inner_fields_have_their_own_line(tidy: Shell) -> None:
    photos = "\n  - file: /media/a.jpg\n    alt: Pasar pagi\n  - file: /media/a.jpg\n    alt: foto"
    write(tidy.root, {NEWS: article(photos=photos)})
    found = tidy.report("check")["problems"]
    assert [(one["code"], one["line"], one["field"]) for one in found] == [
        ("alt-useless", 10, "photos.2.alt")
    ]


@pytest.mark.parametrize("words", [("--json",), ("--format", "json"), ("--format=json",)])
def test_problems_for_machines(tidy: Shell, words: tuple[str, ...]) -> None:
    write(tidy.root, {NEWS: article(date="besok")})
    assert tidy.run("check", *words) == 1
    assert tidy.told == ""
    assert '"code": "moment"' in tidy.said


def test_annotations_for_a_workflow(tidy: Shell) -> None:
    write(tidy.root, {NEWS: article(date="besok"), "content/media/lain.jpg": picture(900, 600)})
    assert tidy.run("check", "--format", "github", "--lang", "en") == 1
    assert tidy.said.splitlines() == [
        f"::error file={NEWS},line=3,title=field “date” is no date%3A “besok”::"
        "write year-month-day as in the calendar, such as 2025-11-26 or 2025-11-26 09:00"
    ]
    write(tidy.root, {NEWS: article(cover="{file: /media/a.jpg, alt: Pasar}")})
    assert tidy.run("check", "--format", "github", "--lang", "en") == 0
    first = tidy.said.splitlines()[0]
    assert first.startswith("::warning file=content/media/lain.jpg,title=nothing refers to this photo::")


@pytest.mark.parametrize("words", [(), ("--format", "github"), ("--json",)])
def test_a_wrong_configuration_exits_with_two(tidy: Shell, words: tuple[str, ...]) -> None:
    write(tidy.root, {"site_config.yaml": "site: {title: T}\n"})
    assert tidy.run("check", *words) == 2
    assert "site_config.yaml" in tidy.said + tidy.told
