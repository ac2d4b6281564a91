"""Draws the ground of composed share images anew: `python -m scripts.share_background templates/share`.

From background.svg to background.png, which every build reads: libvips' loader of SVG is blocked.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pyvips
from playwright.sync_api import sync_playwright

from tests.tools.browser import find_chromium, launch_arguments


def main(folder: Path) -> int:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.goto((folder / "background.svg").resolve().as_uri())
        shot = page.screenshot()
        browser.close()
    drawn = pyvips.Image.new_from_buffer(shot, "")
    drawn.write_to_file(str(folder / "background.png"), palette=True, Q=90, keep="none")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
