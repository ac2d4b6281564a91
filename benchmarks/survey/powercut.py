"""Power cuts: the endpoint's store on a disk that forgets; with FULL nothing acknowledged may be lost.

    python -m benchmarks.survey.powercut --cuts 500

The same is run with synchronous=NORMAL, which must lose votes: else the test would prove nothing.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import click
import sqlalchemy as sa

from benchmarks.survey.apsw_driver import Driver
from benchmarks.survey.disk import Disk, failure
from lontar.survey.database import open_engine
from lontar.survey.store import Store, StoreError, SyncError
from lontar.survey.votes import Ballot

_names = count()
FULL, NORMAL = "FULL", "NORMAL"


@dataclass(frozen=True, slots=True)
class Outcome:
    """After one cut: how many votes were acknowledged, how many of them are gone, what is unsound."""

    acknowledged: int
    lost: int
    faults: tuple[str, ...]


def ballots(chance: random.Random, known: list[bytes]) -> list[Ballot]:
    """A batch: mostly new voters, some that change their vote."""
    batch = []
    for _ in range(chance.randint(1, 24)):
        returns = bool(known) and chance.random() < 0.25
        voter = chance.choice(known) if returns else chance.randbytes(16)
        answers = (("choice", chance.choice(("sangat-puas", "puas", "cukup-puas", "tidak-puas"))),)
        batch.append(Ballot("kepuasan-situs", voter, answers, 7200, is_new=not returns))
    return batch


def cut_power(seed: int, folder: Path, synchronous: str = FULL) -> Outcome:
    """Write votes through the real store until the power goes at a random disk operation; then look."""
    chance = random.Random(seed)
    file = folder / "survey.db"
    last = chance.randint(40, 700)
    images: list[dict[str, bytes]] = []

    def before(kind: str, _path: str) -> None:
        if not images and disk.operations > last:
            images.append(disk.image(chance))
        if images:
            raise failure(kind)

    disk = Disk(f"cut{next(_names)}", before)
    driver = Driver(disk.name, instead={"PRAGMA synchronous=FULL": f"PRAGMA synchronous={synchronous}"})
    acknowledged: dict[bytes, str] = {}
    uncertain: set[bytes] = set()
    try:
        store = Store(open_engine(sa.make_url(f"sqlite:///{file}"), module=driver), checkpoint_bytes=20_000)
        while not images:
            batch = ballots(chance, list(acknowledged))
            try:
                store.record(batch)
                acknowledged |= {ballot.voter: ballot.answers[0][1] for ballot in batch}
            except (StoreError, SyncError):
                uncertain |= {ballot.voter for ballot in batch}
                break
            store.tidy(idle=chance.random() < 0.3)
    except (StoreError, SyncError):
        pass  # the power went while opening or checkpointing
    disk.unregister()
    return look(images[0], acknowledged, uncertain, folder)


def look(
    image: dict[str, bytes], acknowledged: dict[bytes, str], uncertain: Iterable[bytes], folder: Path
) -> Outcome:
    """Open the disk that the cut left behind with the driver of the endpoint, and count."""
    after = folder / "after"
    after.mkdir()
    for path, content in image.items():
        (after / Path(path).name).write_bytes(content)
    connection = sqlite3.connect(after / "survey.db")
    faults = []
    try:
        integrity = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if integrity != "ok":
            faults.append(str(integrity))
        has_votes = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'votes'").fetchone()
        rows = connection.execute("SELECT voter, choice FROM votes").fetchall() if has_votes else []
        tally = connection.execute("SELECT sum(count) FROM tallies").fetchone()[0] if has_votes else 0
        if (tally or 0) != len(rows):
            faults.append(f"tally {tally}, votes {len(rows)}")
    except sqlite3.DatabaseError as error:
        rows, faults = [], [str(error)]
    finally:
        connection.close()
    stored = dict(rows)
    sure = {voter: choice for voter, choice in acknowledged.items() if voter not in set(uncertain)}
    lost = sum(stored.get(voter) != choice for voter, choice in sure.items())
    lost += sum(voter not in stored for voter in acknowledged.keys() - sure.keys())
    return Outcome(len(acknowledged), lost, tuple(faults))


def cut_often(cuts: int, synchronous: str, first_seed: int = 0) -> list[Outcome]:
    outcomes = []
    for seed in range(first_seed, first_seed + cuts):
        with tempfile.TemporaryDirectory() as folder:
            outcomes.append(cut_power(seed, Path(folder), synchronous))
    return outcomes


@click.command()
@click.option("--cuts", default=500, show_default=True)
def main(cuts: int) -> None:
    """Cut the power many times with FULL, and with NORMAL for comparison."""
    failed = False
    for synchronous in (FULL, NORMAL):
        outcomes = cut_often(cuts, synchronous)
        losing = sum(outcome.lost > 0 for outcome in outcomes)
        unsound = sum(bool(outcome.faults) for outcome in outcomes)
        click.echo(
            f"synchronous={synchronous}: {cuts} cuts, {sum(o.acknowledged for o in outcomes):,} votes"
            f" acknowledged, {sum(o.lost for o in outcomes):,} lost in {losing} cuts, {unsound} unsound"
        )
        failed |= bool(losing or unsound) if synchronous == FULL else not losing
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
