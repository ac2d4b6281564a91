"""Every command as an operator runs it."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from lontar.survey.cli import main
from lontar.survey.database import open_engine, parse_url
from lontar.survey.store import Store
from tests.survey.running import SURVEY, Running
from tests.survey.test_votes import ballot


def run(*arguments: object, code: int = 0) -> str:
    """Its output, standard error included."""
    text = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(text), redirect_stderr(text):
        patch.setattr(sys, "argv", ["lontar.survey", *map(str, arguments)])
        patch.delenv("DATABASE_URL", raising=False)
        with pytest.raises(SystemExit) as stop:
            main()
            sys.exit(0)
    assert stop.value.code == code, text.getvalue()
    return text.getvalue()


@pytest.fixture
def filled(sqlite_url: str) -> str:
    store = Store(open_engine(parse_url(sqlite_url)))
    store.record([ballot(b"1", "puas", SURVEY), ballot(b"2", "tidak-puas", SURVEY)])
    store.record([ballot(b"3", "puas", SURVEY, is_trapped=True)])
    store.close()
    return sqlite_url


def test_help_names_every_command() -> None:
    text = run("--help")
    names = "serve export backup restore migrate copy check snapshot purge restore-quarantine report"
    for command in names.split(" "):
        assert f"\n  {command}" in text


def test_export_to_standard_output_and_to_a_file(filled: str, surveys: Path, tmp_path: Path) -> None:
    text = run("export", "--database", filled, "--surveys", surveys)
    assert text.splitlines()[1].startswith(f"{SURVEY},1,choice,")
    out = tmp_path / "e.json"
    run("export", "--database", filled, "--surveys", surveys, "--format", "json", "--out", out)
    assert len(json.loads(out.read_text())["answers"]) == 2


def test_backup_check_restore_migrate_copy(filled: str, tmp_path: Path) -> None:
    file, other = tmp_path / "b.db", f"sqlite:///{tmp_path / 'other.db'}"
    assert "2 answers, checked" in run("backup", "--database", filled, file)
    assert run("check", "--database", filled) == "sound\n"
    assert run("restore", "--database", filled, file, code=1).startswith(
        "lontar.survey: the target already has votes"
    )
    assert run("restore", "--database", filled, "--replace", file) == "2 answers restored, checked.\n"
    assert run("migrate", "--database", filled) == "0 steps made, schema 1.\n"
    assert run("copy", "--database", filled, "--to", other) == "2 answers copied, checked.\n"


def test_check_finds_a_wrong_tally(filled: str) -> None:
    engine = open_engine(parse_url(filled))
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM votes WHERE choice = 'puas'")
    engine.dispose()
    text = run("check", "--database", filled, code=1)
    assert text == f"lontar.survey: the store is not sound: {SURVEY}/choice/puas: 0 votes, tally 1\n"


def test_snapshot_from_the_database(filled: str, surveys: Path, tmp_path: Path) -> None:
    out = tmp_path / "survey-results.json"
    run("snapshot", "--database", filled, "--surveys", surveys, "--out", out)
    data = json.loads(out.read_text())
    assert data["surveys"][SURVEY]["n"] == 2
    assert data["counted_at"][-6] in "+-"


def test_a_failing_snapshot_warns_and_leaves_the_last_one(surveys: Path, tmp_path: Path, port: int) -> None:
    out = tmp_path / "survey-results.json"
    out.write_text("last")
    url = f"http://127.0.0.1:{port}/s"
    assert "warning: " in run("snapshot", "--surveys", surveys, "--out", out, "--url", url)
    gone = f"sqlite:///{tmp_path / 'none.db'}"
    assert "warning: " in run("snapshot", "--surveys", surveys, "--out", out, "--database", gone)
    assert out.read_text() == "last"


def test_quarantine_is_counted_released_and_purged_by_word_only(filled: str) -> None:
    assert run("purge", "--database", filled) == (
        f"{SURVEY}: 1 held\nNothing erased: say --yes to erase them, or restore-quarantine to count them.\n"
    )
    assert run("restore-quarantine", "--database", filled) == "1 rows counted.\n"
    assert run("purge", "--database", filled, "--yes") == "0 rows erased.\n"


def test_report_writes_a_page_and_the_table_beside_it(filled: str, surveys: Path, tmp_path: Path) -> None:
    out = tmp_path / "laporan.html"
    run("report", "--database", filled, "--surveys", surveys, "--survey", SURVEY, "--out", out)
    assert "Indeks kepuasan" in out.read_text()
    assert len((tmp_path / "laporan.csv").read_text().splitlines()) == 3
    unknown = run("report", "--database", filled, "--surveys", surveys, "--survey", "x", code=1)
    assert unknown == f"lontar.survey: --survey: 'x' is not in {surveys}: it has {SURVEY}, skm-2026\n"
    zone = run(
        "report", "--database", filled, "--surveys", surveys, "--survey", SURVEY, "--timezone", "WIB!", code=1
    )
    assert zone == "lontar.survey: --timezone: 'WIB!' is unknown: write Asia/Jakarta\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["serve", "--surveys", "/none.json"], "/none.json: cannot be read (No such file or directory)"),
        (["serve", "--database", "mysql://x"], "--database: mysql is not supported"),
        (["serve", "--allow-origin", "x"], "--allow-origin: 'x' is not an origin"),
        (["check", "--database", "sqlite:////none/x.db"], "the folder /none does not exist: make it first"),
        (["check", "--database", "postgresql://127.0.0.1:1/x"], "the database cannot be used"),
    ],
)
def test_a_wrong_set_up_is_one_line_and_exit_1(arguments: list[str], said: str) -> None:
    text = run(*arguments, code=1)
    assert said in text
    assert text.splitlines()[-1].startswith("lontar.survey: ")


def test_a_second_endpoint_on_the_same_file_does_not_start(
    running: Running, tmp_path: Path, port: int
) -> None:
    text = run(
        "serve", "--port", port, "--surveys", tmp_path / "surveys.json",
        "--database", f"sqlite:///{tmp_path / 'survey.db'}", code=1,
    )  # fmt: skip
    assert f"process {running.process.pid} is using this database" in text
    assert "one process: stop it first, or use PostgreSQL for several" in text
    assert running.vote().status_code == 303


def test_a_port_that_is_taken_is_told(running: Running, tmp_path: Path) -> None:
    text = run(
        "serve", "--port", running.port, "--surveys", tmp_path / "surveys.json",
        "--database", f"sqlite:///{tmp_path / 'other.db'}", code=1,
    )  # fmt: skip
    assert f"127.0.0.1:{running.port}: cannot listen here (Address already in use" in text
