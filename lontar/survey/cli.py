"""The operator's commands. The only module of the endpoint that prints."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
import sqlalchemy as sa

from lontar.survey import options, schema, settings
from lontar.survey.catalogue import read_catalogue
from lontar.survey.database import open_engine, parse_url, sole_process
from lontar.survey.errors import OperatorError
from lontar.survey.store import StoreError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def commands() -> None:
    """The survey endpoint: takes votes, keeps every one, and tells the shares."""


@commands.command()
@options.serving
def serve(
    host: str,
    port: int,
    surveys: Path,
    database: str,
    hosts: tuple[str, ...],
    origins: tuple[str, ...],
    proxies: tuple[str, ...],
    quota: int,
    https: bool,
    secrets: str | None,
    path: str,
    language: str | None,
    log: str,
) -> None:
    """Take votes until stopped (SIGTERM or Ctrl+C)."""
    from lontar.survey.server import serve as run

    url = parse_url(database)
    chosen = settings.Settings(
        surveys=surveys,
        database=url,
        secrets=settings.secrets_path(url, secrets),
        host=host,
        port=port,
        path=settings.base_path(path),
        hosts=hosts,
        origins=tuple(settings.origin_of(origin) for origin in origins),
        proxies=tuple(settings.network_of(proxy) for proxy in proxies),
        quota=quota,
        https=https,
        language=language or "",
        log=log,
    )
    click.echo(f"http://{host}:{port}{chosen.path}/… takes votes into {url.render_as_string()}", err=True)
    with open(2, "w", buffering=65536, closefd=False, encoding="utf-8") as stream:
        run(chosen, stream)


@commands.command()
@options.database
@options.surveys
@options.survey
@click.option("--format", "kind", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="[default: standard output]")
def export(database: str, surveys: Path, survey: str | None, kind: str, out: Path | None) -> None:
    """Every answer as CSV or JSON; cells that a spreadsheet would run are defused."""
    from lontar.survey import export as exporting

    catalogue = read_catalogue(surveys)
    with _reading(database) as connection:
        found = exporting.answers(connection, catalogue, survey)
        text = exporting.to_csv(found) if kind == "csv" else exporting.to_json(found)
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8", newline="")


@commands.command()
@options.database
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(database: str, file: Path) -> None:
    """Write a whole, checked copy to FILE (SQLite), while the endpoint runs."""
    from lontar.survey import copying

    count = copying.backup(parse_url(database), file)
    click.echo(f"{file}: {count} answers, checked. Keep the secrets file with it.")


@commands.command()
@options.database
@click.option("--replace", is_flag=True, help="Lose the votes that are there now.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def restore(database: str, replace: bool, file: Path) -> None:
    """Put the backup FILE into the database. The endpoint must be stopped."""
    from lontar.survey import copying

    count = copying.restore(file, parse_url(database), replace=replace)
    click.echo(f"{count} answers restored, checked.")


@commands.command()
@options.database
def migrate(database: str) -> None:
    """Bring the database's schema up to date. Forward only; make a backup first."""
    url = parse_url(database)
    with sole_process(url), _open(open_engine(url)) as connection:
        steps = schema.migrate(connection)
    click.echo(f"{steps} steps made, schema {len(schema.MIGRATIONS)}.")


@commands.command()
@options.database
@click.option(
    "--to", "target", required=True, metavar="URL", help="The database to fill; it must have no votes."
)
def copy(database: str, target: str) -> None:
    """Copy all votes to another database (SQLite to PostgreSQL, or back)."""
    from lontar.survey import copying

    count = copying.copy_votes(parse_url(database), parse_url(target))
    click.echo(f"{count} answers copied, checked.")


@commands.command()
@options.database
def check(database: str) -> None:
    """Is the store sound: file integrity, and every tally equal to the count of its votes."""
    from lontar.survey.checking import find_faults

    with _reading(database) as connection:
        faults = find_faults(connection)
    if faults:
        raise OperatorError("the store is not sound: " + "; ".join(faults))
    click.echo("sound")


@commands.command()
@options.database
@options.surveys
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    default="survey-results.json",
    show_default=True,
    help="In the site's root, where the build looks for it.",
)
@click.option(
    "--url", metavar="URL", help="Ask a running endpoint, as https://example.org/s, instead of the database."
)
def snapshot(database: str, surveys: Path, out: Path, url: str | None) -> None:
    """Write the shares of this moment for the build.

    If that fails the last snapshot stays, with a warning and exit code 0.
    """
    from lontar.survey import snapshot as snapshots
    from lontar.survey.votes import counts_of

    catalogue = read_catalogue(surveys)
    try:
        if url is not None:
            counts = snapshots.fetch_counts(url, catalogue)
        else:
            with _reading(database) as connection, connection.begin():
                counts = counts_of(connection)
    except (OperatorError, StoreError, sa.exc.SQLAlchemyError) as error:
        click.echo(f"lontar.survey: warning: {str(error).splitlines()[0]}", err=True)
        return
    snapshots.write(out, snapshots.snapshot_of(catalogue, counts, dt.datetime.now(dt.UTC).astimezone()))
    click.echo(f"{out}: {len(counts)} surveys")


@commands.command()
@options.database
@options.survey
@click.option("--yes", is_flag=True, help="Erase; without it the command only counts.")
def purge(database: str, survey: str | None, yes: bool) -> None:
    """Erase what is held in quarantine (answers that filled in the trap field)."""
    from lontar.survey import quarantine

    with _writing(database) as connection:
        held = quarantine.quarantined(connection, survey)
        for name, count in held.items():
            click.echo(f"{name}: {count} held")
        if yes:
            click.echo(f"{quarantine.purge(connection, survey)} rows erased.")
        elif held:
            click.echo("Nothing erased: say --yes to erase them, or restore-quarantine to count them.")


@commands.command("restore-quarantine")
@options.database
@options.survey
def restore_quarantine(database: str, survey: str | None) -> None:
    """Count what is held in quarantine after all."""
    from lontar.survey import quarantine

    with _writing(database) as connection:
        click.echo(f"{quarantine.release(connection, survey)} rows counted.")


@commands.command()
@options.database
@options.surveys
@click.option("--survey", metavar="ID", required=True, help="The survey to report on.")
@click.option("--timezone", default="Asia/Jakarta", show_default=True, help="Where a day begins.")
@click.option("--language", type=click.Choice(["id", "en"]), help="[default: the site's]")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="[default: ID.html, with ID.csv beside it]"
)
def report(
    database: str, surveys: Path, survey: str, timezone: str, language: str | None, out: Path | None
) -> None:
    """One HTML page about a survey: index with its grade, shares, answers per day; and the CSV beside it."""
    from lontar.survey import export as exporting
    from lontar.survey.report import make_report

    catalogue = read_catalogue(surveys)
    poll = catalogue.polls.get(survey)
    if poll is None:
        raise OperatorError(
            f"--survey: {survey!r} is not in {surveys}: it has {', '.join(catalogue.polls) or 'none'}"
        )
    try:
        now = dt.datetime.now(ZoneInfo(timezone))
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise OperatorError(f"--timezone: {timezone!r} is unknown: write Asia/Jakarta") from error
    page = out or Path(f"{survey}.html")
    with _reading(database) as connection:
        text = make_report(connection, catalogue, poll, language=language or catalogue.language, now=now)
        table = exporting.to_csv(exporting.answers(connection, catalogue, survey))
    page.write_text(text, encoding="utf-8")
    page.with_suffix(".csv").write_text(table, encoding="utf-8", newline="")
    click.echo(f"{page}, {page.with_suffix('.csv')}")


@contextmanager
def _reading(database: str) -> Iterator[sa.Connection]:
    """One moment of a database that may be in use."""
    with _open(open_engine(parse_url(database), read_only=True)) as connection:
        yield connection


@contextmanager
def _writing(database: str) -> Iterator[sa.Connection]:
    """The database for this command alone; on SQLite the endpoint must be stopped."""
    url = parse_url(database)
    with sole_process(url), _open(open_engine(url)) as connection:
        schema.ensure_current(connection)
        yield connection


@contextmanager
def _open(engine: sa.Engine) -> Iterator[sa.Connection]:
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def main() -> None:
    """Run a command; what is wrong with the set-up is told in one line, with exit 1."""
    try:
        commands()
    except OperatorError as error:
        click.echo(f"lontar.survey: {error}", err=True)
        sys.exit(1)
    except StoreError as failure:
        click.echo(f"lontar.survey: the database cannot be used ({failure})", err=True)
        sys.exit(1)
    except sa.exc.SQLAlchemyError as error:
        click.echo(f"lontar.survey: the database cannot be used ({str(error).splitlines()[0]})", err=True)
        sys.exit(1)
