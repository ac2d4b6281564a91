"""What each step of lontar.load.lean saves: milliseconds of processor time an article, on the corpus.

The first line is the plain library with the extensions that Lontar uses; each line after it has a step more.
Output is compared with the plain library's before anything is measured.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

if __package__ in (None, ""):  # run as a file; this folder on the path would hide the library `markdown`
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension

from benchmarks.corpus import SEED
from benchmarks.records import Corpus
from lontar.load.lean import STEPS
from lontar.load.markdown import convert

ARTICLES = 200


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="of which the fastest counts")
    options = parser.parse_args(argv)
    texts = [article.body for article in Corpus(ARTICLES, 20, SEED).articles()]
    wanted = [_plain().convert(text) for text in texts]
    print("| step | ms an article |\n|---|--:|")
    for count in range(len(STEPS) + 1):
        markdown = _plain()
        names = ["the library as it is", *STEPS]
        for step in list(STEPS.values())[:count]:
            step(markdown)
        if [_convert(markdown, text) for text in texts] != wanted:
            raise SystemExit(f"{names[count]}: other output than the library's")
        took = _fastest(partial(_convert, markdown), texts, options.rounds)
        print(f"| {names[count]} | {took:.3f} |")
    print(f"| all of Lontar's conversion | {_fastest(convert, texts, options.rounds):.3f} |")
    return 0


def _plain() -> Markdown:
    extensions = [
        TableExtension(use_align_attribute=True),
        FootnoteExtension(),
        AttrListExtension(),
        DefListExtension(),
    ]
    return Markdown(extensions=extensions, output_format="html")


def _convert(markdown: Markdown, text: str) -> str:
    return markdown.reset().convert(text)


def _fastest(work: Callable[[str], object], texts: Sequence[str], rounds: int) -> float:
    """Milliseconds a text in the fastest round; processor time, so other work counts less."""
    found = []
    for _ in range(rounds):
        began = time.process_time()
        for text in texts:
            work(text)
        found.append(time.process_time() - began)
    return min(found) * 1000 / len(texts)


if __name__ == "__main__":
    sys.exit(main())
