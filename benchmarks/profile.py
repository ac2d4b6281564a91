"""Top ten of cProfile for a cold build, a no-op and one edit of Lontar.

The build runs with one job, so that all work is in the profiled process. cProfile makes calls dearer than
they are: read the order, not the seconds.
"""

from __future__ import annotations

import argparse
import pstats
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

if __package__ in (None, ""):  # run as a file; this folder on the path would hide the module `profile`
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks import machine
from benchmarks.contestants import CONTESTANTS, ROOT, Contestant
from benchmarks.corpus import SEED
from benchmarks.layouts import article_path
from benchmarks.measure import CommandError
from benchmarks.records import Corpus
from benchmarks.report import parse_size
from benchmarks.results import FULL, Size
from benchmarks.scenario import SETTLE, Scenario, write_site

TOP = 10
WORKS = ("cold", "no-op", "edit")
THEMES = {one.name: one for one in CONTESTANTS if one.layout == "lontar"}


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=parse_size, default=FULL, help="articles+products, e.g. 1000+500")
    parser.add_argument("--theme", choices=tuple(THEMES), default="lontar")
    parser.add_argument("--by", choices=("own", "cumulative"), default="own", help="order of the functions")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(dir=machine.memory_disk()) as folder:
        _profile(THEMES[options.theme], options.size, Path(folder), options.by == "own")
    return 0


def _profile(contestant: Contestant, size: Size, folder: Path, own: bool) -> None:
    site = folder / "site"
    write_site(Scenario("text", size, 1, 0), "lontar", site)
    contestant.stage(site)
    time.sleep(SETTLE)
    for work in WORKS:
        if work == "edit":
            _edit(site, size)
        statistics = folder / f"{work}.prof"
        program, *arguments = contestant.command(site)
        command = [program, "-m", "cProfile", "-o", str(statistics), *arguments, "--jobs", "1"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        if contestant.pages(site) < size.articles:  # cProfile hides the exit code
            raise CommandError(f"{work} did not build the site")
        _print(f"{work}, {size}", pstats.Stats(str(statistics)), own)


def _edit(site: Path, size: Size) -> None:
    article = Corpus(size.articles, size.products, SEED).article(size.articles // 2)
    with (site / article_path("lontar", article)).open("a", encoding="utf-8") as file:
        file.write("\nSatu kalimat lagi.\n")


def _print(title: str, statistics: pstats.Stats, own: bool) -> None:
    profile = statistics.get_stats_profile()
    # Keyed by place, as functions of one name are many.
    rows = statistics.stats  # type: ignore[attr-defined]
    order = sorted(rows.items(), key=lambda row: row[1][2 if own else 3], reverse=True)[:TOP]
    print(f"\n{title}: {profile.total_tt:.2f} s under the profiler")
    print(f"{'own s':>8} {'all s':>8} {'calls':>10}  function")
    for (file, line, name), (_, calls, own_seconds, all_seconds, _) in order:
        print(f"{own_seconds:8.3f} {all_seconds:8.3f} {calls:10,}  {_place(file, line)}{name}")


def _place(file: str, line: int) -> str:
    """ "lontar/digest.py:12 ", "markdown/util.py:3 ", nothing for what is built in."""
    if not line:
        return ""
    path = Path(file)
    if path.is_relative_to(ROOT / "lontar"):
        return f"{path.relative_to(ROOT)}:{line} "
    return f"{Path(*path.parts[-2:])}:{line} "


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CommandError as error:
        sys.exit(str(error))
