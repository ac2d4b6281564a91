"""Photographs a built site: `python -m scripts.screenshots output docs/screenshots`.

Every kind of page as a phone (360 px), a tablet (768 px) and a desk (1280 px) show it, light and dark; of
each kind the page that holds most, so that a picture shows what such a page can hold.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path
from typing import Literal

import pyvips
from playwright.sync_api import Page, sync_playwright

from tests.output.kinds import NAMES, richest
from tests.tools.browser import find_chromium, launch_arguments
from tests.tools.preview import serve
from tests.tools.site import BuiltSite

SIZES = ((360, 760), (768, 1024), (1280, 900))
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LONGEST = 1500
LOAD_PICTURES = """
async () => {
    const pictures = [...document.images];
    pictures.forEach((picture) => { picture.loading = 'eager'; });
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => null)));
    await document.fonts.ready;
}
"""


def shoot(page: Page, url: str, file: Path) -> None:
    """The top of a page, at most LONGEST pixels of it, its pictures loaded."""
    page.goto(url)
    page.evaluate(LOAD_PICTURES)
    height = min(LONGEST, page.evaluate("document.documentElement.scrollHeight"))
    width = page.evaluate("innerWidth")
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    shot = page.screenshot(full_page=True, clip=clip, animations="disabled")  # type: ignore[arg-type]
    pyvips.Image.new_from_buffer(shot, "").write_to_file(str(file), Q=50, effort=4, keep="none")


def main(output: Path, target: Path) -> int:
    site = BuiltSite(output)
    target.mkdir(parents=True, exist_ok=True)
    with serve(output) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
        for (width, height), theme in product(SIZES, THEMES):
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme)
            page = context.new_page()
            for kind in NAMES:
                file = target / f"{kind}-{width}-{theme}.webp"
                shoot(page, origin + richest(site, kind).url, file)
                sys.stdout.write(f"{file}\n")
            context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
