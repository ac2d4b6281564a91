"""The goals for speed, each held against what was measured. A ratio is of medians of one run."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.results import FULL, GALLERY, Results, Row, Size

LARGE = Size(100_000, 20_000)
EVEN = 1.5  # "does not grow": the slowest place of an edit against the quickest; cost per article at 100,000


@dataclass(frozen=True, slots=True)
class Goal:
    """`met` is None when it could not be measured in this run."""

    text: str
    measured: str
    met: bool | None


def judge(results: Results, large: Results | None) -> list[Goal]:
    lontar = results.row("text", FULL, "lontar")
    hugo = results.row("text", FULL, "hugo")
    huge = large.row("text", LARGE, "lontar") if large else None
    gallery = {tool: results.row("photos", GALLERY, tool) for tool in ("lontar", "hugo", "eleventy")}
    eleventy = results.row("text", FULL, "eleventy")
    pelican = results.row("text", FULL, "pelican")
    return [
        _time(f"one edited article at {FULL}: ≤ 1/20 of Hugo's", lontar, hugo, "edit", 1 / 20),
        _places(lontar),
        _time(f"no-op at {FULL}: ≤ 1/35 of Hugo's", lontar, hugo, "no-op", 1 / 35),
        _time(f"cold at {FULL}: ≤ 1.6 × Hugo", lontar, hugo, "cold", 1.6),
        _time(f"cold at {FULL}: ≤ 0.5 × Eleventy", lontar, eleventy, "cold", 0.5),
        _time(f"cold at {FULL}: ≤ 1/8 of Pelican", lontar, pelican, "cold", 1 / 8),
        _time("cold gallery: ≤ 1/8 of Hugo", gallery["lontar"], gallery["hugo"], "cold", 1 / 8),
        _time("cold gallery: ≤ 1/2 of Eleventy", gallery["lontar"], gallery["eleventy"], "cold", 1 / 2),
        _memory(lontar, hugo),
        _linear(lontar, huge),
        _limit("one edit at 100,000 articles: ≤ 2.5 s", huge.seconds("edit") if huge else None, 2.5, "s"),
        _limit("memory at 100,000 articles: ≤ 1,024 MiB", huge.memory() if huge else None, 1024, "MiB"),
    ]


def ratio_text(ratio: float) -> str:
    """ "2.4 ×", or "1/18" below one half."""
    return f"{ratio:.2f} ×" if ratio >= 0.5 else f"1/{1 / ratio:.1f}"


def _time(text: str, ours: Row | None, theirs: Row | None, work: str, limit: float) -> Goal:
    return _compare(
        text, ours.seconds(work) if ours else None, theirs.seconds(work) if theirs else None, limit, "s"
    )


def _memory(ours: Row | None, theirs: Row | None) -> Goal:
    text = f"memory at {FULL}: ≤ 1/4 of Hugo's"
    return _compare(text, ours.memory() if ours else None, theirs.memory() if theirs else None, 1 / 4, "MiB")


def _places(row: Row | None) -> Goal:
    text = "an edit's cost does not grow with its place (oldest, middle, newest)"
    seconds = [row.seconds(work) for work in ("edit oldest", "edit", "edit newest")] if row else [None]
    known = [one for one in seconds if one is not None]
    if len(known) < 3:
        return Goal(text, "not measured", None)
    return Goal(text, " / ".join(f"{one:.2f}" for one in known) + " s", max(known) <= EVEN * min(known))


def _linear(small: Row | None, huge: Row | None) -> Goal:
    text = "cold is linear up to 100,000 articles"
    before, after = (small.seconds("cold") if small else None), (huge.seconds("cold") if huge else None)
    if before is None or after is None:
        return Goal(text, "not measured", None)
    each, each_after = before / FULL.articles * 1000, after / LARGE.articles * 1000
    return Goal(text, f"{each:.2f} and {each_after:.2f} ms an article", each_after <= EVEN * each)


def _limit(text: str, value: float | None, limit: float, unit: str) -> Goal:
    return (
        Goal(text, "not measured", None)
        if value is None
        else Goal(text, _amount(value, unit), value <= limit)
    )


def _compare(text: str, ours: float | None, theirs: float | None, limit: float, unit: str) -> Goal:
    if ours is None or theirs is None:
        return Goal(text, "not measured", None)
    measured = f"{ratio_text(ours / theirs)} ({_amount(ours, unit)} against {_amount(theirs, unit)})"
    return Goal(text, measured, ours <= theirs * limit)


def _amount(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.2f} {unit}"
