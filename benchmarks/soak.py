"""Five hundred random edits of the 1,000-article corpus: the output stays what a clean build makes.

Builds after each edit, as a push or a save would; every tenth time the whole output is compared, byte by
byte, with that of a build from nothing. The edits are decided by the seed alone. Prints how many pages an
edit rendered and how long it took; ends with 1 and names the files when one differs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

if __package__ in (None, ""):  # run as a file: import the package from the repository's root
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.contestants import ROOT
from benchmarks.layouts import write_corpus
from benchmarks.records import Corpus
from lontar.errors import ContentErrors
from lontar.parallel import cores
from lontar.pipeline.build import build
from lontar.pipeline.report import Report, Request

ARTICLES, PRODUCTS, EDITS, EVERY = 1_000, 200, 500, 10
TODAY = dt.date(2026, 11, 24)
LENIENT = "\nchecks: {links: warning}\n"
"""A deleted article leaves links to it behind; the edits go on all the same."""
BROKEN = "content/berita/rusak.md"


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--products", type=int, default=PRODUCTS)
    parser.add_argument("--edits", type=int, default=EDITS)
    parser.add_argument(
        "--every", type=int, default=EVERY, help="edits between two comparisons (%(default)s)"
    )
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="lontar-soak-") as folder:
        root = Path(folder) / "site"
        write_corpus(Corpus(options.articles, options.products, options.seed), "lontar", root, [])
        with (root / "site_config.yaml").open("a", encoding="utf-8") as config:
            config.write(LENIENT)
        return _soak(root, Path(folder), options.edits, options.every, random.Random(options.seed))


def _soak(root: Path, folder: Path, edits: int, every: int, chance: random.Random) -> int:
    request = Request(
        root, folder / "output", folder / "cache", ROOT / "templates", today=TODAY, jobs=cores()
    )
    _build(request)
    seconds, pages, refused, compared = [], [], 0, 0
    for number in range(1, edits + 1):
        before = _tree(request.output) if number % every == 0 else {}
        (root / BROKEN).unlink(missing_ok=True)
        chance.choice(EDITS_OF_A_SITE)(root, chance, number)
        begun = time.perf_counter()
        try:
            report = _build(request)
        except ContentErrors:
            refused += 1
            if before and _tree(request.output) != before:
                return _fail(number, "a refused edit changed the output", ())
            continue
        seconds.append(time.perf_counter() - begun)
        pages.append(report.rendered)
        if before:
            compared += 1
            name = f"clean-{number}"
            clean = request._replace(output=folder / name / "output", cache=folder / name / "cache")
            _build(clean)
            one, other = _tree(request.output), _tree(clean.output)
            shutil.rmtree(folder / name)
            if one != other:
                different = sorted(
                    path for path in one.keys() | other.keys() if one.get(path) != other.get(path)
                )
                return _fail(number, "incremental and clean output differ", different)
            if (again := _build(request)).rendered or again.written:
                return _fail(number, "a build of nothing new made something", ())
    print(f"{edits} edits, {refused} refused; {compared} comparisons with a clean build: all equal")
    middle, most = statistics.median(seconds) * 1000, max(seconds) * 1000
    print(f"build after an edit: median {middle:.0f} ms, max {most:.0f} ms")
    print(f"pages rendered an edit: median {statistics.median(pages):.0f}, max {max(pages)}")
    return 0


def _fail(number: int, what: str, files: Sequence[str]) -> int:
    print(f"edit {number}: {what}", *files[:20], sep="\n  ")
    return 1


def _build(request: Request) -> Report:
    return build(request, lambda *_: None, lambda: None)


def _tree(output: Path) -> dict[str, str]:
    files = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def _any(root: Path, chance: random.Random, pattern: str) -> Path:
    return chance.choice(sorted((root / "content").glob(pattern)))


def _article(root: Path, chance: random.Random) -> Path:
    return _any(root, chance, "berita/**/*.md")


def _replace(path: Path, pattern: str, to: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(pattern, lambda _: to, text, count=1, flags=re.MULTILINE), encoding="utf-8")


def _say_more(root: Path, chance: random.Random, number: int) -> None:
    path = _article(root, chance)
    path.write_text(f"{path.read_text(encoding='utf-8')}\nTambahan ke-{number}.\n", encoding="utf-8")


def _retitle(root: Path, chance: random.Random, number: int) -> None:
    _replace(_article(root, chance), r"^title: .*$", f'title: "Judul baru nomor {number}"')


def _redate(root: Path, chance: random.Random, number: int) -> None:
    day = TODAY - dt.timedelta(days=chance.randrange(900))
    _replace(_article(root, chance), r"^date: .*$", f"date: {day}T{number % 24:02d}:15:00+07:00")


def _retag(root: Path, chance: random.Random, number: int) -> None:
    _replace(_article(root, chance), r"^tags: .*$", f'tags: ["mutu", "tanda {number % 7}"]')


def _unsummarise(root: Path, chance: random.Random, _: int) -> None:
    _replace(_article(root, chance), r"^summary: .*\n", "")


def _draft(root: Path, chance: random.Random, _: int) -> None:
    _replace(_article(root, chance), r"^title: ", "draft: true\ntitle: ")


def _add(root: Path, chance: random.Random, number: int) -> None:
    model = _article(root, chance)
    model.with_name(f"tulisan-baru-{number}.md").write_bytes(model.read_bytes())


def _rename(root: Path, chance: random.Random, number: int) -> None:
    path = _article(root, chance)
    path.rename(path.with_name(f"nama-baru-{number}.md"))


def _delete(root: Path, chance: random.Random, _: int) -> None:
    _article(root, chance).unlink()


def _reprice(root: Path, chance: random.Random, number: int) -> None:
    _replace(_any(root, chance, "produk/**/*.yaml"), r"^price: .*$", f"price: {number}000")


def _break(root: Path, _: random.Random, __: int) -> None:
    """A misspelt key in a new file; the next edit takes it away, as an editor would mend it."""
    (root / BROKEN).write_text("---\ntitel: Salah\ndate: 2026-01-01\n---\n\nIsi.\n", encoding="utf-8")


Edit = Callable[[Path, random.Random, int], None]
EDITS_OF_A_SITE: tuple[Edit, ...] = (
    _say_more, _say_more, _say_more, _retitle, _redate, _retag, _unsummarise, _draft,
    _add, _rename, _delete, _reprice, _break,
)  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
