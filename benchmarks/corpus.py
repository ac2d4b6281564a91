"""Writes a benchmark corpus: the same records for each generator, decided by sizes and seed alone."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

if __package__ in (None, ""):  # run as a file: import the package from the repository's root
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.layouts import LAYOUTS, write_corpus
from benchmarks.photos import find_pictures, make_photos
from benchmarks.records import Corpus

SEED = 1


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int, metavar="N_ARTICLES")
    parser.add_argument("products", type=int, metavar="N_PRODUCTS")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the site is written; made if missing")
    parser.add_argument("--layout", choices=LAYOUTS, default="lontar")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--photos", type=Path, metavar="DIR", help="pictures from which the photos are made")
    parser.add_argument("--photo-count", type=int, help="how many distinct photos (default: one a product)")
    parser.add_argument(
        "--photo-cache", type=Path, metavar="DIR", help="keep the distinct photos here for reuse"
    )
    options = parser.parse_args(argv)
    if options.articles < 1 or options.products < 0:
        parser.error("at least one article is needed, and no negative number of products")
    if options.photos is None:
        write_corpus(
            Corpus(options.articles, options.products, options.seed), options.layout, options.folder, []
        )
        return 0
    pictures = find_pictures(options.photos)
    if not pictures:
        parser.error(f"no pictures in {options.photos}")
    count = options.photo_count or max(1, options.products)
    with tempfile.TemporaryDirectory() as temporary:
        photos = make_photos(pictures, count, options.photo_cache or Path(temporary))
        corpus = Corpus(options.articles, options.products, options.seed, count)
        write_corpus(corpus, options.layout, options.folder, photos)
    return 0


if __name__ == "__main__":
    sys.exit(main())
