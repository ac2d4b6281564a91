from __future__ import annotations

import pytest
import sqlalchemy as sa

from lontar.survey import schema
from lontar.survey.database import open_engine, parse_url
from lontar.survey.errors import OperatorError


def _add_column(connection: sa.Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE votes ADD COLUMN extra INTEGER")


def _fail_halfway(connection: sa.Connection) -> None:
    _add_column(connection)
    raise RuntimeError("the power went")


def _version(connection: sa.Connection) -> int:
    with connection.begin():
        return schema.version_of(connection)


def test_an_empty_database_gets_its_tables(database: str) -> None:
    engine = open_engine(parse_url(database))
    with engine.connect() as connection:
        assert _version(connection) == 0
        schema.ensure_current(connection)
        assert _version(connection) == 1
        assert schema.migrate(connection) == 0
    engine.dispose()


def test_sqlite_tables_are_strict(sqlite_url: str) -> None:
    engine = open_engine(parse_url(sqlite_url))
    with engine.connect() as connection:
        schema.ensure_current(connection)
        with pytest.raises(sa.exc.IntegrityError), connection.begin():
            connection.exec_driver_sql("INSERT INTO votes VALUES ('text', 's', 'q', 'c', 1)")
    engine.dispose()


def test_40_a_half_done_migration_leaves_the_old_schema_and_can_be_done_again(
    connection: sa.Connection,
) -> None:
    with pytest.raises(RuntimeError):
        schema.migrate(connection, (*schema.MIGRATIONS, _fail_halfway))
    assert _version(connection) == 1
    with connection.begin():
        assert "extra" not in {column["name"] for column in sa.inspect(connection).get_columns("votes")}
    assert schema.migrate(connection, (*schema.MIGRATIONS, _add_column)) == 1
    assert _version(connection) == 2


def test_an_older_schema_is_the_operators_to_migrate(connection: sa.Connection) -> None:
    with pytest.raises(OperatorError) as error:
        schema.ensure_current(connection, (*schema.MIGRATIONS, _add_column))
    assert str(error.value) == (
        "the database has schema 1, this program needs 2: make a backup, then run"
        " python -m lontar.survey migrate"
    )


def test_40_a_newer_schema_is_refused(connection: sa.Connection) -> None:
    schema.migrate(connection, (*schema.MIGRATIONS, _add_column))
    for action in (schema.ensure_current, schema.migrate):
        with pytest.raises(OperatorError, match="it was written by a newer Lontar"):
            action(connection)


def test_someone_elses_tables_are_left_alone(sqlite_url: str) -> None:
    engine = open_engine(parse_url(sqlite_url))
    with engine.connect() as connection:
        with connection.begin():
            connection.exec_driver_sql("CREATE TABLE votes (id INTEGER)")
        with pytest.raises(OperatorError, match="use another database"):
            schema.ensure_current(connection)
    engine.dispose()
