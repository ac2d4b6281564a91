"""When a phone on slow mobile internet has painted the largest thing it shows: a page's median load.

Chromium, slowed down by the DevTools protocol (150 ms a request, 1.6 Mbit/s down, a processor four times
slower), loads each page with nothing kept. Lighthouse's figures come from a model of one fast load, which
counts round trips of each new connection; these are what the browser measured, without such trips.
Exit code 1 when a page takes longer than allowed.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

if __package__ in (None, ""):  # run as a file: import the package from the repository's root
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from playwright.sync_api import Browser, sync_playwright

from benchmarks.hosted import asked, fullest, hosted
from tests.tools.browser import find_chromium, launch_arguments

LIMIT = 2000.0
"""Milliseconds to the largest contentful paint."""
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
SLOWER = 4
PHONE = {"width": 412, "height": 823}
RATIO = 1.75
WATCH = """
window.seen = { lcp: 0, what: '', shift: 0 };
new PerformanceObserver((list) => {
  const last = list.getEntries().at(-1);
  seen.lcp = last.startTime;
  seen.what = last.url ? new URL(last.url).pathname : last.element?.tagName.toLowerCase() ?? '';
}).observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
}).observe({ type: 'layout-shift', buffered: true });
"""
READ = """
() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => {
  const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  done([seen.lcp, seen.shift, all.reduce((sum, one) => sum + one.transferSize, 0), seen.what]);
}, 100)))
"""


class Load(NamedTuple):
    """`largest` in milliseconds, `shift` as CLS counts, `size` in bytes; `what`: a tag or a picture."""

    largest: float
    shift: float
    size: int
    what: str


def main(argv: Sequence[str] | None = None) -> int:
    options = asked(__doc__, argv)
    late: list[str] = []
    print("| page | LCP ms | CLS | kB | largest |")
    print("|---|--:|--:|--:|---|")
    with hosted(options.output) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
        for kind, url in fullest(options.output, options.kinds).items():
            loads = [_load(browser, origin + url) for _ in range(options.runs)]
            largest = statistics.median(one.largest for one in loads)
            shift = statistics.median(one.shift for one in loads)
            size = statistics.median(one.size for one in loads) / 1000
            print(
                f"| {kind} `{url}` | {largest:.0f} | {shift:.3g} | {size:.0f} | {loads[-1].what} |",
                flush=True,
            )
            if largest > LIMIT:
                late.append(kind)
        browser.close()
    if late:
        print(f"Over {LIMIT:.0f} ms: {', '.join(late)}", file=sys.stderr)
    return 1 if late else 0


def _load(browser: Browser, url: str) -> Load:
    context = browser.new_context(viewport=PHONE, device_scale_factor=RATIO, is_mobile=True, has_touch=True)  # type: ignore[arg-type]
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", NETWORK)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(WATCH)
    page.goto(url, wait_until="networkidle")
    found = Load(*page.evaluate(READ))
    context.close()
    return found


if __name__ == "__main__":
    sys.exit(main())
