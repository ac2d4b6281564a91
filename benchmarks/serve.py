"""From save to repaint: how long an editor waits for the preview, in a real browser.

Copies a site, serves it with `build.py serve`, opens the page of one of its articles and saves that article
again and again. Each time runs from the moment the file has its new name to the second frame that the
browser draws with the new text in it.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

if __package__ in (None, ""):  # run as a file: import the package from the repository's root
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from playwright.sync_api import Page, sync_playwright

from benchmarks.contestants import ROOT
from tests.tools.browser import find_chromium, launch_arguments

EDITS = 50
PATIENCE = 300.0
WATCH = """
let seen = -1;
const look = () => {
  const mark = document.querySelector("main")?.textContent.match(/Sunting-(\\d+)-selesai/);
  if (!mark || Number(mark[1]) === seen) return;
  seen = Number(mark[1]);
  requestAnimationFrame(() => requestAnimationFrame(() =>
    painted(Number(mark[1]), performance.timeOrigin + performance.now())));
};
new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
look();
"""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT, help="folder with content/ (this one)")
    parser.add_argument("--templates", type=Path, help="(templates/ of the site, or of this repository)")
    parser.add_argument("--edits", type=int, default=EDITS)
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="lontar-serve-") as folder:
        site = Path(folder) / "site"
        site.mkdir()
        for name in ("content", "site_config.yaml"):
            source = options.site / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, site / name)
        own = options.site / "templates"
        templates = options.templates or (own if own.is_dir() else ROOT / "templates")
        article = _article(site)
        with _serving(site, templates) as (url, build_seconds):
            times = _measure(f"{url}berita/{_slug(article)}/", article, options.edits)
    count = sum(1 for _ in (options.site / "content" / "berita").rglob("*.md"))
    print(f"{count} articles, first build {build_seconds:.1f} s, {len(times)} edits from save to repaint:")
    print(f"median {statistics.median(times):.0f} ms, p95 {_percentile(times, 95):.0f} ms, ", end="")
    print(f"min {min(times):.0f} ms, max {max(times):.0f} ms")
    return 0


def _article(site: Path) -> Path:
    """One from the middle, so that an edit of its text stays on its page and in few others."""
    articles = sorted(path for path in (site / "content" / "berita").rglob("*.md") if "." not in path.stem)
    return articles[len(articles) // 2]


def _slug(article: Path) -> str:
    return article.parent.name if article.stem == "index" else article.stem


@contextmanager
def _serving(site: Path, templates: Path) -> Iterator[tuple[str, float]]:
    """The preview's address, once the site is built, and how long that took."""
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--root", str(site), "--lang", "en"]
    started = time.monotonic()
    process = subprocess.Popen(
        [*command, "--templates", str(templates), "--port", "8700"], stderr=subprocess.PIPE, text=True
    )
    try:
        url = ""
        assert process.stderr is not None
        for line in process.stderr:
            url = line.split()[1] if line.startswith("Preview: ") else url
            if "The site is ready" in line:
                break
        yield url, time.monotonic() - started
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _measure(url: str, article: Path, edits: int) -> list[float]:
    """Milliseconds of each edit; the first two warm up and do not count."""
    painted: Queue[tuple[int, float]] = Queue()
    original = article.read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find_chromium()), args=launch_arguments())
        page = browser.new_page()
        page.expose_function("painted", lambda number, at: painted.put((number, at)))
        page.add_init_script(WATCH)
        page.goto(url)
        times = [_edit(page, article, original, number, painted) for number in range(edits + 2)]
        browser.close()
    return times[2:]


def _edit(page: Page, article: Path, original: str, number: int, painted: Queue[tuple[int, float]]) -> float:
    rough = article.with_name(f".{article.name}.tmp")
    rough.write_text(f"{original}\n\nSunting-{number}-selesai\n", encoding="utf-8")
    rough.replace(article)
    saved = time.time() * 1000
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        page.wait_for_timeout(5)  # which lets the browser's messages in
        while not painted.empty():
            seen, at = painted.get()
            if seen == number:
                return at - saved
    raise RuntimeError(f"edit {number} was never painted")


def _percentile(times: Sequence[float], share: int) -> float:
    return statistics.quantiles(times, n=100, method="inclusive")[share - 1]


if __name__ == "__main__":
    sys.exit(main())
