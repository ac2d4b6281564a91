"""Measures Lontar beside Hugo, Eleventy and Pelican and writes the report (`make bench`)."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

if __package__ in (None, ""):  # run as a file: import the package from the repository's root
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks import machine, report
from benchmarks.contestants import CONTESTANTS, NAMES, ROOT, WORK, Contestant, install
from benchmarks.measure import CommandError
from benchmarks.results import FULL, GALLERY, GALLERY_PHOTOS, PARTS, Results, Row, Size, load, save
from benchmarks.scenario import Scenario, play

SIZES = (Size(100, 50), Size(1_000, 500), FULL)
QUICK_SIZES = (Size(100, 50),)
QUICK_GALLERY = (Size(30, 20), 20)
RUNS = 3
BUDGET = 100.0  # seconds a contestant may use at one size before it sits out further rounds
PHOTO_BUDGET = 60.0
ON_DISK = ("lontar", "hugo")
SAVED = WORK / "results.json"
SAVED_LARGE = WORK / "results-large.json"


def main(argv: Sequence[str] | None = None) -> int:
    options = _parse(argv)
    started = time.monotonic()
    WORK.mkdir(parents=True, exist_ok=True)
    if not options.report_only:
        large = options.lontar_only is not None
        measured = _measure_large(options) if large else _measure(options)
        save(measured, SAVED_LARGE if large else SAVED)
        _say(f"measured in {(time.monotonic() - started) / 60:.1f} minutes")
    results, growth = load(SAVED), load(SAVED_LARGE)
    if results is None:  # nothing but Lontar at a large size was measured
        results, growth = growth, None
    if results is None:
        print("nothing was measured yet", file=sys.stderr)
        return 1
    if options.out:
        report.write(results, growth, options.out)
        _say(f"wrote {options.out} and {options.out.with_suffix('.svg').name}")
    else:
        print(report.render(results, growth, "benchmarks.svg"))
    return 0


def _parse(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=_sizes, help="articles+products, e.g. 100+50,1000+500")
    parser.add_argument("--tools", type=_names(NAMES), default=NAMES, help=f"of {','.join(NAMES)}")
    parser.add_argument("--parts", type=_names(PARTS), default=PARTS, help=f"of {','.join(PARTS)}")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"rounds at each size ({RUNS})")
    parser.add_argument("--quick", action="store_true", help="one round at the smallest size, few photos")
    parser.add_argument("--pictures", type=Path, default=ROOT / "content", help="where the photos come from")
    parser.add_argument(
        "--lontar-only", type=int, metavar="N", help="N articles, Lontar alone, kept for the report"
    )
    parser.add_argument(
        "--report-only", action="store_true", help="write the report from what was measured last"
    )
    parser.add_argument("--out", type=Path, help="file for the report; the chart is put beside it")
    return parser.parse_args(argv)


def _sizes(text: str) -> tuple[Size, ...]:
    return tuple(report.parse_size(part) for part in text.split(","))


def _names(known: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    """An argparse type: some of the known names, in their usual order."""

    def parse(text: str) -> tuple[str, ...]:
        asked = set(text.split(","))
        if unknown := asked - set(known):
            raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
        return tuple(name for name in known if name in asked)

    return parse


def _measure(options: argparse.Namespace) -> Results:
    install(options.tools)
    contestants = [one for one in CONTESTANTS if one.name in options.tools]
    results = _start(contestants)
    for scenario in _plan(options):
        chosen = [one for one in contestants if _takes_part(one, scenario.part)]
        if chosen:
            results.rows += _play(scenario, chosen)
            save(results, SAVED)
    return results


def _measure_large(options: argparse.Namespace) -> Results:
    contestants = [one for one in CONTESTANTS if one.name == "lontar"]
    results = _start(contestants)
    size = Size(options.lontar_only, options.lontar_only // 5)
    results.rows += _play(Scenario("text", size, options.runs, BUDGET), contestants)
    return results


def _plan(options: argparse.Namespace) -> list[Scenario]:
    runs = 1 if options.quick else options.runs
    sizes = options.sizes or (QUICK_SIZES if options.quick else SIZES)
    gallery, photos = QUICK_GALLERY if options.quick else (GALLERY, GALLERY_PHOTOS)
    plan = []
    if "text" in options.parts:
        plan += [Scenario("text", size, runs, BUDGET) for size in sizes]
    if "photos" in options.parts:
        plan.append(Scenario("photos", gallery, runs, PHOTO_BUDGET, photos, options.pictures))
    if "disk" in options.parts and not options.quick:
        plan.append(Scenario("disk", max(sizes), 1, BUDGET))
    return plan


def _takes_part(contestant: Contestant, part: str) -> bool:
    if part == "photos":
        return contestant.has_photos
    return part != "disk" or contestant.name in ON_DISK


def _start(contestants: Sequence[Contestant]) -> Results:
    versions = {one.label.split(",")[0]: one.version() for one in contestants}
    kind = "a memory disk" if machine.memory_disk() else "the disk of temporary files"
    return Results(dt.date.today().isoformat(), machine.describe(), versions, kind)


def _play(scenario: Scenario, contestants: Sequence[Contestant]) -> list[Row]:
    _say(f"{scenario.part}, {scenario.size}")
    parent = WORK if scenario.part == "disk" else machine.memory_disk() or Path(tempfile.gettempdir())
    return play(scenario, contestants, parent / f"lontar-benchmark-{os.getpid()}", _say)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CommandError as error:
        sys.exit(str(error))
