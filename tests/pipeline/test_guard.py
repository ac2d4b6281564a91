"""How much a build does at 2,000 articles, counted: files opened, pages rendered, modules imported.

Seconds depend on the machine; these do not. What they guard is the speed that docs/benchmarks.md shows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
ARTICLES = 2000
BUILD = """
import json, sys
from pathlib import Path
opened = set()
def listen(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and arguments[0].endswith((".md", ".yaml")):
        opened.add(arguments[0])
sys.addaudithook(listen)
from lontar.cli.main import run
code = run(sys.argv[1:], Path())
print("\\0" + json.dumps({"code": code, "opened": sorted(opened), "modules": sorted(sys.modules)}))
"""
HEAVY = {
    "pydantic",
    "markdown",
    "jinja2.compiler",
    "pyvips",
    "nh3",
    "yaml",
    "babel",
    "click",
    "rich",
    "sqlite3",
    "dataclasses",
}
OLD = 1_600_000_000


class Work(NamedTuple):
    """What one build reported, which files it opened, and what it imported of HEAVY."""

    report: dict[str, Any]
    opened: list[str]
    heavy: set[str]


class Corpus:
    """A site of the benchmark, its output, and a way to build it as a shell does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.edits = 0
        make = [
            sys.executable,
            "benchmarks/corpus.py",
            str(ARTICLES),
            "200",
            str(folder),
            "--layout",
            "lontar",
        ]
        subprocess.run(make, cwd=ROOT, check=True, capture_output=True)
        for path in folder.rglob("*"):
            os.utime(path, (OLD, OLD))

    def article(self, place: float) -> Path:
        """The article at this place between the first and the last."""
        articles = sorted((self.folder / "content/berita").rglob("*.md"))
        return articles[int(len(articles) * place)]

    def name(self, path: Path) -> str:
        return path.relative_to(self.folder / "content").as_posix()

    def edit(self, path: Path, text: str) -> Work:
        """Write a file as if it had been some time ago, so that its stamp is trusted, and build."""
        self.edits += 1
        path.write_text(text, "utf-8")
        os.utime(path, (OLD + self.edits, OLD + self.edits))
        return self.build()

    def build(self) -> Work:
        call = [sys.executable, "-c", BUILD, "--root", str(self.folder), "--json"]
        call += [
            "--templates",
            str(ROOT / "benchmarks/themes/lontar"),
            "--today",
            "2026-11-24",
            "--jobs",
            "1",
        ]
        told = subprocess.run(call, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        report, _, rest = told.partition("\0")
        found = json.loads(rest)
        assert found["code"] == 0, report
        content = f"{self.folder}/content/"
        opened = [path.removeprefix(content) for path in found["opened"] if path.startswith(content)]
        return Work(json.loads(report), opened, HEAVY.intersection(found["modules"]))

    def showing(self, text: str) -> list[Path]:
        """The files of the output that hold a text."""
        files = (path for path in (self.folder / "output").rglob("*") if path.is_file())
        return [path for path in files if text in path.read_text("utf-8", "replace")]


def test_the_work_grows_with_the_change(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path)
    first = corpus.build()
    assert len(first.opened) > ARTICLES
    assert first.report["rendered"] == first.report["pages"] > ARTICLES
    check_nothing_changed(corpus)
    for place in (0, 0.5, 0.99):
        check_a_sentence(corpus, place)
    check_a_title(corpus)


def check_nothing_changed(corpus: Corpus) -> None:
    work = corpus.build()
    assert (work.report["rendered"], work.report["written"], work.report["renditions"]) == (0, 0, 0)
    assert work.opened == []
    assert work.heavy == set()


def check_a_sentence(corpus: Corpus, place: float) -> None:
    """Made anew are the article's page, and the feeds that have its whole text."""
    article = corpus.article(place)
    sentence = f"Satu kalimat yang belum ada di mana pun, {place}."
    work = corpus.edit(article, article.read_text("utf-8") + f"\n{sentence}\n")
    assert work.opened == [corpus.name(article)]
    shown = corpus.showing(sentence)
    assert any(path.parent.name == article.stem for path in shown)
    assert work.report["written"] == len(shown)
    summaries = sum(1 for path in shown if path.name == "feed.json")  # this theme's Atom has no more
    assert work.report["rendered"] == len(shown) + summaries
    assert work.report["renditions"] == 0
    assert work.heavy.isdisjoint({"pydantic", "yaml", "dataclasses", "pyvips", "click", "rich"})


def check_a_title(corpus: Corpus) -> None:
    """Made anew are just the pages that showed the old one, which no other article has or mentions."""
    texts = {path: path.read_text("utf-8") for path in (corpus.folder / "content/berita").rglob("*.md")}
    everything = "\n".join(texts.values())
    article = next(path for path in sorted(texts) if everything.count(title_of(texts[path])) == 1)
    title = title_of(texts[article])
    showing = corpus.showing(title)
    assert len(showing) > 3
    work = corpus.edit(article, texts[article].replace(title, f"{title} lagi"))
    assert work.opened == [corpus.name(article)]
    assert work.report["rendered"] == work.report["written"] == len(showing)
    assert work.report["renditions"] == 0
    assert sorted(corpus.showing(f"{title} lagi")) == sorted(showing)


def title_of(text: str) -> str:
    return (
        next(line for line in text.splitlines() if line.startswith("title: "))
        .removeprefix("title: ")
        .strip("'\"")
    )
