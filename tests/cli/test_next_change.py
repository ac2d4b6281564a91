"""`next-change` from a shell."""

from __future__ import annotations

from lontar.messages import cli_texts
from tests.building import NEWS, SURVEY, article, survey, tree, write
from tests.cli.conftest import Shell

WORDS = cli_texts("id")
DAY = ("--today", "2025-12-01")


def test_the_next_moment_in_the_sites_zone(shell: Shell) -> None:
    write(shell.root, {NEWS: article(publish_at="2025-12-24T02:00:00Z"), SURVEY: survey(closes="2026-01-02")})
    before = tree(shell.root.parent)
    assert shell.run("next-change", *DAY) == 0
    assert (shell.said, shell.told) == ("2025-12-24T09:00:00+07:00\n", "")
    assert tree(shell.root.parent) == before
    assert shell.report("next-change", "--today", "2025-12-24") == {
        "next_change": "2026-01-02T00:00:00+07:00"
    }


def test_news_leave_the_news_sitemap(shell: Shell) -> None:
    write(shell.root, {NEWS: article(date="2025-11-30 09:00")})
    assert shell.report("next-change", *DAY) == {"next_change": "2025-12-02T09:00:00+07:00"}


def test_a_draft_changes_nothing(shell: Shell) -> None:
    write(shell.root, {NEWS: article(draft="true", expires_at="2025-12-24")})
    assert shell.run("next-change", *DAY) == 0
    assert shell.said.strip() == WORDS["next_none"]
    assert shell.report("next-change", *DAY) == {"next_change": None}
    assert shell.report("next-change", *DAY, "--drafts") == {"next_change": "2025-12-24T00:00:00+07:00"}


def test_a_build_at_that_moment_differs(shell: Shell) -> None:
    """Until the day before, nothing of the output changes; on that day it does."""
    write(shell.root, {"content/berita/lain.md": article(publish_at="2025-12-24")})
    shell.run("build", *DAY)
    before = tree(shell.root / "output")
    assert shell.report("next-change", *DAY)["next_change"].startswith("2025-12-24T00:00")
    shell.run("build", "--today", "2025-12-23")
    assert tree(shell.root / "output") == before
    shell.run("build", "--today", "2025-12-24")
    assert tree(shell.root / "output") != before


def test_what_cannot_be_read_may_hold_the_change(shell: Shell) -> None:
    write(shell.root, {NEWS: article(date="besok")})
    assert shell.run("next-change") == 1
    assert shell.said == ""
    assert f"{NEWS}:3: " in shell.told
    write(shell.root, {"site_config.yaml": "site: {title: T}\n"})
    assert shell.run("next-change") == 2
