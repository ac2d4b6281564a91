"""The printable catalogue of a built site as PDFs, one a language: python -m scripts.catalogue SITE FOLDER"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from lontar.load.translations import LANGUAGES
from lontar.model import urls
from tests.tools.browser import find_chromium, launch_arguments
from tests.tools.preview import serve

_PICTURES_READY = """() => Promise.all([...document.images].map((image) => {
  image.loading = 'eager';
  return image.decode();
}))"""


def catalogues(site: Path) -> dict[str, str]:
    """URL paths of the catalogues that a built site has, by the name of the file for each: "katalog.pdf" in
    the site's own language, "katalog-en.pdf" in another."""
    prefixes = {"": "", **{f"-{lang}": f"/{lang}" for lang in LANGUAGES}}
    found = {f"katalog{name}.pdf": urls.catalogue(prefix) for name, prefix in prefixes.items()}
    return {name: url for name, url in found.items() if (site / urls.output_path(url)).is_file()}


def print_catalogue(browser: Browser, address: str, file: Path) -> None:
    """Print the page as it is, every picture loaded, with its own page size and page numbers."""
    page = browser.new_page(color_scheme="light")
    page.goto(address)
    page.evaluate(_PICTURES_READY)
    file.parent.mkdir(parents=True, exist_ok=True)
    page.pdf(path=str(file), prefer_css_page_size=True, print_background=True)
    page.close()


def main(site: Path, folder: Path) -> None:
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit("no Chromium found: run `make test` once, or name one in CHROMIUM_PATH")
    with serve(site) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=launch_arguments())
        for name, url in catalogues(site).items():
            print_catalogue(browser, origin + url, folder / name)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
