"""Is the store sound: the file's integrity, and every tally equal to the count of its votes."""

from __future__ import annotations

import sqlalchemy as sa

from lontar.survey import schema


def find_faults(connection: sa.Connection) -> list[str]:
    """One line per fault; empty when all is well. Reads one moment of a database in use."""
    faults: list[str] = []
    with connection.begin():
        version = schema.version_of(connection)
        if version != len(schema.MIGRATIONS):
            return [f"schema {version} instead of {len(schema.MIGRATIONS)}: run migrate"]
        if connection.dialect.name == "sqlite":
            lines = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            faults += [f"integrity: {line}" for line in lines if line != "ok"]
        v, t = schema.votes.c, schema.tallies.c
        counted = {
            (survey, question, choice): count
            for survey, question, choice, count in connection.execute(
                sa.select(v.survey, v.question, v.choice, sa.func.count()).group_by(
                    v.survey, v.question, v.choice
                )
            )
        }
        tallied = {
            (survey, question, choice): count
            for survey, question, choice, count in connection.execute(
                sa.select(t.survey, t.question, t.choice, t["count"])
            )
        }
    for key in sorted(counted.keys() | tallied.keys()):
        if counted.get(key, 0) != tallied.get(key, 0):
            faults.append(f"{'/'.join(key)}: {counted.get(key, 0)} votes, tally {tallied.get(key, 0)}")
    return faults
