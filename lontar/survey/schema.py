"""Tables and their migrations, forward only.

`votes` has one row per visitor and question: the primary key is what makes a second vote a change and a
repeated one harmless. `tallies` is its sum, changed in the same transaction. Times are whole hours: enough
for a chart of days, too coarse to be joined with anybody's access log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa

from lontar.survey.errors import OperatorError

metadata = sa.MetaData()
_Hour = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_options: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}

meta = sa.Table(
    "lontar_meta",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
    **_options,
)


def _ballots(name: str) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        sa.Column("voter", sa.LargeBinary, primary_key=True),
        sa.Column("survey", sa.Text, primary_key=True),
        sa.Column("question", sa.Text, primary_key=True),
        sa.Column("choice", sa.Text, nullable=False),
        sa.Column("hour", _Hour, nullable=False),
        **_options,
    )


votes = _ballots("votes")
quarantine = _ballots("quarantine")
tallies = sa.Table(
    "tallies",
    metadata,
    sa.Column("survey", sa.Text, primary_key=True),
    sa.Column("question", sa.Text, primary_key=True),
    sa.Column("choice", sa.Text, primary_key=True),
    sa.Column("count", _Hour, nullable=False),
    **_options,
)

Migration = Callable[[sa.Connection], None]


def _first(connection: sa.Connection) -> None:
    metadata.create_all(connection)


MIGRATIONS: tuple[Migration, ...] = (_first,)
"""Step n leads from schema n-1 to n. A step that was released is never edited."""


_SET_META = sa.text(
    "INSERT INTO lontar_meta (name, value) VALUES (:name, :value)"
    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


def set_meta(connection: sa.Connection, name: str, value: str) -> None:
    connection.execute(_SET_META, {"name": name, "value": value})


def version_of(connection: sa.Connection) -> int:
    """The schema's version; 0 for an empty database. OperatorError when the tables are someone else's."""
    inspector = sa.inspect(connection)
    if inspector.has_table(meta.name):
        found = connection.execute(sa.select(meta.c.value).where(meta.c.name == "schema")).scalar()
        return int(found or 0)
    if inspector.has_table(votes.name):
        raise OperatorError("the database has a table named votes that is not Lontar's: use another database")
    return 0


def migrate(connection: sa.Connection, steps: Sequence[Migration] = MIGRATIONS) -> int:
    """Bring the schema up to date, each step and its version in one transaction. How many steps were made."""
    with connection.begin():
        version = version_of(connection)
    if version > len(steps):
        raise OperatorError(_newer(version, len(steps)))
    for number, step in enumerate(steps[version:], version + 1):
        with connection.begin():
            step(connection)
            set_meta(connection, "schema", str(number))
    return len(steps) - version


def ensure_current(connection: sa.Connection, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """An empty database gets its tables; an older one is the operator's to migrate, a newer is refused."""
    with connection.begin():
        version = version_of(connection)
    if version == 0:
        migrate(connection, steps)
    elif version < len(steps):
        raise OperatorError(
            f"the database has schema {version}, this program needs {len(steps)}: make a backup, then run"
            " python -m lontar.survey migrate"
        )
    elif version > len(steps):
        raise OperatorError(_newer(version, len(steps)))


def _newer(found: int, known: int) -> str:
    return (
        f"the database has schema {found}, this program knows up to {known}: it was written by a newer"
        " Lontar; use that one (a schema never goes back)"
    )
