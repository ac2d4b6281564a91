"""The built site as readers get it: nginx as docs/hosting recommends it, the form endpoint behind it."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.output.kinds import richest
from tests.survey.running import endpoint
from tests.tools import nginx
from tests.tools.site import BuiltSite

ROOT = Path(__file__).resolve().parents[1]
KINDS = ("home", "article", "gallery", "product", "makers", "search")
"""The kinds of page that matter most."""


def asked(about: str | None, argv: Sequence[str] | None) -> argparse.Namespace:
    """`output`, `runs` and `kinds`, as both measurements take them on the command line."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("output", type=Path, nargs="?", default=ROOT / "output")
    parser.add_argument("--runs", type=int, default=3, help="loads of each page, of which the median counts")
    parser.add_argument("--kinds", nargs="+", default=KINDS, help="kinds of page")
    return parser.parse_args(argv)


@contextmanager
def hosted(output: Path) -> Iterator[str]:
    """Serve `output` while the block runs; gives the origin."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # for nginx's own user
        surveys = str(output / "surveys.json")
        with (
            endpoint(folder, f"sqlite:///{folder}/survey.db", "--surveys", surveys) as running,
            nginx.serve(folder / "nginx", output.absolute(), nginx.votes_to(running.url)) as origin,
        ):
            yield origin


def fullest(output: Path, kinds: Sequence[str]) -> dict[str, str]:
    """The URL path of the page of each kind that has most in it."""
    site = BuiltSite(output)
    return {kind: richest(site, kind).url for kind in kinds}
