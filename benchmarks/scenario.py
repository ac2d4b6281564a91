"""One scenario: every contestant builds the same records, in turn, several times over."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contestants import HERE, WORK, Contestant
from benchmarks.corpus import SEED
from benchmarks.layouts import article_path
from benchmarks.measure import CommandError, Sample, run
from benchmarks.records import Corpus
from benchmarks.results import Row, Size

QUICK = 1.5  # seconds: a step that is quicker is repeated, for a steadier median
REPEATS = 3
SETTLE = 2.5  # seconds: a file written just now makes tools that go by time stamps read it again
RENDITIONS = 6  # of a photo: three widths in two formats

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Scenario:
    """`runs` rounds at most; a contestant that has used `budget` seconds sits out the rounds that follow.
    `pictures` is a folder of pictures for `photos` distinct photos."""

    part: str
    size: Size
    runs: int
    budget: float
    photos: int = 0
    pictures: Path | None = None


def play(scenario: Scenario, contestants: Sequence[Contestant], folder: Path, say: Say) -> list[Row]:
    """Measure the contestants in `folder`, which is removed afterwards."""
    entries = []
    try:
        for contestant in contestants:
            say(f"  {contestant.name}: writing the corpus")
            entries.append(_Entry(scenario, contestant, folder / contestant.name))
        for number in range(scenario.runs):
            shift = number % len(entries)
            for entry in entries[shift:] + entries[:shift]:  # not always the same one first
                if entry.spent < scenario.budget:
                    entry.round()
                    say(f"  {entry.describe(number + 1)}")
        for entry in entries:
            entry.watch_memory()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return [entry.row for entry in entries]


class _Entry:
    """A contestant with its own copy of the site."""

    def __init__(self, scenario: Scenario, contestant: Contestant, site: Path) -> None:
        self.contestant = contestant
        self.site = site
        self.spent = 0.0
        self.row = Row(scenario.part, scenario.size, scenario.photos, contestant.name)
        self._corpus = Corpus(scenario.size.articles, scenario.size.products, SEED, scenario.photos)
        self._stamp = itertools.count(1)
        write_site(scenario, contestant.layout, site)
        contestant.stage(site)
        self._written = time.monotonic()

    def round(self) -> None:
        """Cold, then no-op, then edits."""
        self.contestant.reset(self.site)
        time.sleep(max(0.0, self._written + SETTLE - time.monotonic()))
        self._measure("cold")
        self._check_output()
        self._repeat("no-op")
        articles = self._corpus.article_count
        places = {"edit": articles // 2}
        if self.contestant.layout == "lontar":
            places |= {"edit oldest": 0, "edit newest": articles - 1}
        for work, number in places.items():
            self._repeat(work, number)

    def watch_memory(self) -> None:
        """A cold build whose time is not used."""
        if self.contestant.many_processes:
            self.contestant.reset(self.site)
            self.row.pss = run(
                self.contestant.command(self.site), self.site, self.contestant.environment, tree=True
            ).pss

    def describe(self, number: int) -> str:
        works = ", ".join(f"{work} {samples[-1].seconds:.2f} s" for work, samples in self.row.samples.items())
        return f"{self.contestant.name}, round {number}: {works}"

    def _repeat(self, work: str, edited: int | None = None) -> None:
        """Build a few times, each time after an edit of article number `edited`."""
        for _ in range(REPEATS):
            check = None if edited is None else self._edit(edited)
            sample = self._measure(work)
            if check is not None:
                check()
            if sample.seconds > QUICK:
                break

    def _measure(self, work: str) -> Sample:
        sample = run(self.contestant.command(self.site), self.site, self.contestant.environment)
        self.row.samples.setdefault(work, []).append(sample)
        self.spent += sample.seconds
        return sample

    def _check_output(self) -> None:
        self.row.pages = self.contestant.pages(self.site)
        records = self.row.size.articles + self.row.size.products
        if self.row.pages < records:
            raise CommandError(f"{self.contestant.name} wrote {self.row.pages} pages for {records} records")
        self.row.renditions = renditions = self.contestant.renditions(self.site)
        if renditions < self.row.photos * RENDITIONS:
            raise CommandError(
                f"{self.contestant.name} made {renditions} renditions of {self.row.photos} photos"
            )

    def _edit(self, number: int) -> Callable[[], None]:
        """Add a sentence to an article; the check finds it in the article's page."""
        article = self._corpus.article(number)
        sentence = f"Catatan redaksi nomor {next(self._stamp)} untuk naskah {number}."
        source = self.site / article_path(self.contestant.layout, article)
        source.write_text(f"{source.read_text(encoding='utf-8').rstrip()} {sentence}\n", encoding="utf-8")
        self._written = time.monotonic()

        def check() -> None:
            page = self.contestant.page(self.site, article.slug)
            if sentence not in page.read_text(encoding="utf-8"):
                raise CommandError(f"{self.contestant.name} did not publish an edit of {article.slug}")

        return check


def write_site(scenario: Scenario, layout: str, site: Path) -> None:
    """The content of a site, by a process of its own (see measure)."""
    command = [
        sys.executable,
        str(HERE / "corpus.py"),
        str(scenario.size.articles),
        str(scenario.size.products),
        str(site),
        *("--layout", layout),
    ]
    if scenario.photos:
        cache = WORK / f"photos-{scenario.photos}"
        command += ["--photos", str(scenario.pictures), "--photo-count", str(scenario.photos)]
        command += ["--photo-cache", str(cache)]
    subprocess.run(command, check=True)
