"""The results as docs/benchmarks.md and its chart."""

from __future__ import annotations

from pathlib import Path

from benchmarks.chart import Line, draw
from benchmarks.contestants import CONTESTANTS
from benchmarks.goals import judge, ratio_text
from benchmarks.results import WORKS, Results, Row, Size

LABELS = {contestant.name: contestant.label for contestant in CONTESTANTS}
PHOTOS = """\
A third of the photos have 4.3, a third 8 and a third 12 megapixels. Each becomes six files: 480, 960 and
1,600 pixels wide, as WebP (quality 75) and as JPEG (80). With the lean theme Lontar makes the same six
(`images: {crops: false}`); with the shipped one it also cuts a preview for sharing, three shapes of a cover
for search engines and a square for phones, as it does by default. Pelican has no image pipeline of its own.
"""
VERDICTS = {True: "met", False: "**missed**", None: "–"}
INTRODUCTION = """\
Made by `make bench` (`python benchmarks/run.py`), which anyone can rerun: it writes the same records for
each generator, installs the generators from their package registries, lets them build in turn in one run,
and checks that each wrote its pages and published each edit. Times are medians in seconds of wall clock,
the start of the process included; in parentheses seconds of processor time. *No-op*: nothing changed.
*Edit*: a sentence was added to the article in the middle of the date order. Each generator is run in its
usual way and keeps between runs what it keeps by itself (Pelican with its content cache on).

The themes in `benchmarks/themes/` have the same blocks and make the same pages: home, articles with tags,
neighbours and four related articles, lists of 12, categories and tags of 20 (Lontar's categories hold 12,
and are 334 pages more), products, gallery of 24, makers, feed, sitemap. Lontar also checks every record,
link and photo and sanitises the HTML. *Lean theme* is the like of the other themes, with their lists
(`lists: {archive: false, filters: []}`); *shipped theme* is the one in `templates/` with what it makes by
default: archives by year and month, galleries by material, maker, price and availability. Hugo's related
articles are the newest of each tag, as in the other themes: its own `Related` alone would take longer
than the rest of its build. Memory is the peak of a cold build: the resident set of the largest process,
and for Lontar, which works in several processes, the sum of the proportional set sizes of all its
processes where that is larger.
"""


def write(results: Results, large: Results | None, path: Path) -> None:
    """Write the page, and the chart beside it."""
    path.write_text(render(results, large, path.with_suffix(".svg").name), encoding="utf-8")
    if results.sizes("text"):
        path.with_suffix(".svg").write_text(render_chart(results, large), encoding="utf-8")


def render(results: Results, large: Results | None, chart: str) -> str:
    parts = ["# Benchmarks", INTRODUCTION, _facts(results)]
    if results.sizes("text"):
        parts += ["## Goals", _goals(results, large), f"![Seconds against articles]({chart})"]
    parts += [
        f"## Text: {size} (articles + products)\n\n{_table(results.of('text', size))}"
        for size in results.sizes("text")
    ]
    for size in results.sizes("photos"):
        rows = results.of("photos", size)
        parts.append(f"## Photos: {size}, {rows[0].photos} photos\n\n{PHOTOS}\n{_table(rows)}")
    for size in results.sizes("disk"):
        parts.append(f"## Site and output on a disk: {size}\n\n{_table(results.of('disk', size))}")
    if large:
        parts += [f"## Growth: Lontar alone\n\n{_facts(large)}\n\n{_growth(results, large)}"]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def render_chart(results: Results, large: Results | None) -> str:
    rows = [row for source in (results, large) if source for row in source.rows if row.part == "text"]
    lines = []
    for tool in LABELS:
        for work in ("cold", "edit"):
            points = tuple(
                (row.size.articles, seconds)
                for row in rows
                if row.tool == tool and (seconds := row.seconds(work)) is not None
            )
            if points:
                lines.append(Line(f"{tool}, {work}", tool, points, dashed=work == "edit"))
    return draw("Seconds to build: cold (solid) and after one edit (dashed)", "articles", lines)


def _facts(results: Results) -> str:
    facts = {"date": results.date, **results.machine, "sites and output on": results.folder_kind}
    versions = ", ".join(f"{name} {version}" for name, version in results.versions.items())
    return "\n".join([*(f"- {name}: {value}" for name, value in facts.items()), f"- versions: {versions}"])


def _goals(results: Results, large: Results | None) -> str:
    lines = ["| goal | measured | |", "|---|---|---|"]
    lines += [f"| {goal.text} | {goal.measured} | {VERDICTS[goal.met]} |" for goal in judge(results, large)]
    return "\n".join(lines)


def _table(rows: list[Row]) -> str:
    """Times, and each time as a multiple of Hugo's where Hugo took part."""
    photos = any(row.photos for row in rows)
    hugo = next((row for row in rows if row.tool == "hugo"), None)
    works = [work for work in WORKS if any(work in row.samples for row in rows)]
    lines = [
        f"| | pages |{' renditions |' if photos else ''} runs | "
        + " | ".join(works)
        + " | peak MiB | cold, no-op, edit against Hugo |",
        f"|---|--:|{'--:|' if photos else ''}--:|" + "--:|" * len(works) + "--:|---|",
    ]
    for row in rows:
        cells = [LABELS[row.tool], f"{row.pages:,}"]
        cells += [f"{row.renditions:,}"] if photos else []
        cells += [str(len(row.samples["cold"]))]
        cells += [_seconds(row, work) for work in works]
        cells += [f"{memory:,.0f}" if (memory := row.memory()) else "", _against(row, hugo)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _seconds(row: Row, work: str) -> str:
    seconds, cpu = row.seconds(work), row.cpu(work)
    return "" if seconds is None else f"{seconds:.2f} ({cpu:.2f})"


def _against(row: Row, hugo: Row | None) -> str:
    if hugo is None or row is hugo:
        return ""
    ratios = []
    for work in ("cold", "no-op", "edit"):
        ours, theirs = row.seconds(work), hugo.seconds(work)
        ratios.append(ratio_text(ours / theirs) if ours and theirs else "–")
    return ", ".join(ratios)


def _growth(results: Results, large: Results) -> str:
    rows = [row for source in (results, large) for row in source.rows if row.part == "text"]
    lines = [
        "| articles + products | cold | ms an article | no-op | edit | peak MiB |",
        "|--:|--:|--:|--:|--:|--:|",
    ]
    for row in sorted((row for row in rows if row.tool == "lontar"), key=lambda row: row.size):
        cold = row.seconds("cold")
        each = f"{cold / row.size.articles * 1000:.2f}" if cold else ""
        works = " | ".join(_seconds(row, work) for work in ("no-op", "edit"))
        lines.append(
            f"| {row.size} | {_seconds(row, 'cold')} | {each} | {works} | {row.memory() or 0:,.0f} |"
        )
    return "\n".join(lines)


def parse_size(text: str) -> Size:
    """ "1000+500" → Size(1000, 500); products default to a fifth of the articles."""
    articles, _, products = text.partition("+")
    return Size(int(articles), int(products) if products else int(articles) // 5)
