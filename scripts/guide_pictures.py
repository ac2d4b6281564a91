"""Photographs what the editor's guide shows: `python -m scripts.guide_pictures docs/screenshots/panduan`.

The guide is walked through by its own words on a copy of the sample site, so its pictures show what its
readers will see.
"""

from __future__ import annotations

import datetime as dt
import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import pyvips
from playwright.sync_api import Page, Playwright, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI

from scripts.screenshots import LOAD_PICTURES
from tests.serve.running import preview
from tests.tools.browser import find_chromium, launch_arguments
from tests.tools.guide import ROOT, Answer, blocks, run, walk
from tests.tools.preview import serve

GUIDE, LANG = ROOT / "docs" / "panduan-editor.md", "id"
PHOTOS = {
    "IMG_0412.jpg": "meja-pelatihan-membatik.jpg",
    "IMG_0413.jpg": "batik-sekar-jati.jpg",
    "IMG_0420.jpg": "batik-dari-dekat.jpg",
}
PAGES = {
    "berita": ("/berita/siswa-belajar-membatik/", 0, 800),
    "produk": ("/produk/selendang-daun-jati/", 0, 720),
    "sisipan": ("/berita/tiga-sisipan/", 400, 820),
}
"""Name of a picture: the page it shows, from which pixel on, and how many."""
SURVEY = "/berita/tiga-sisipan/"
SCHEDULED = "tiga-sisipan.md"
MISTAKEN = "pameran-desember.md"
WIDTH = 1000


@contextmanager
def walked() -> Iterator[tuple[Path, Answer]]:
    """A site after the guide, and the first answer with mistakes in it."""
    with tempfile.TemporaryDirectory(prefix="lontar-guide-") as folder:
        site, pictures = Path(folder, "situs"), Path(folder, "gambar")
        for name in ("content", "templates"):
            shutil.copytree(ROOT / name, site / name)
        shutil.copy(ROOT / "site_config.yaml", site)
        (site / ".cache").mkdir()
        pictures.mkdir()
        for name, photo in PHOTOS.items():
            shutil.copy(ROOT / "content" / "media" / photo, pictures / name)
        steps = walk(GUIDE.read_text("utf-8"), site, pictures, LANG)
        mistaken = [step for step in steps if isinstance(step, Answer) and step.code]
        built = run("python build.py build --drafts", site, pictures, LANG)
        if built.code:
            raise RuntimeError(built.said)
        yield site, mistaken[0]


@contextmanager
def chromium(playwright: Playwright) -> Iterator[Page]:
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
    yield browser.new_page(viewport={"width": WIDTH, "height": 900}, color_scheme="light")
    browser.close()


def terminal(page: Page, answer: Answer) -> bytes:
    """A command and its answer as a terminal shows them."""
    console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True, highlight=False)
    console.print(f"[bold green]$[/] {answer.command}")
    console.print(answer.said.strip(), markup=False)
    svg = console.export_svg(title="Terminal", theme=MONOKAI)
    page.set_content(f"<style>body{{margin:0}}svg{{width:{WIDTH}px;height:auto;display:block}}</style>{svg}")
    return page.locator("svg").first.screenshot()


def shoot(page: Page, url: str, top: int, height: int) -> bytes:
    page.goto(url)
    page.evaluate(LOAD_PICTURES)
    clip = {"x": 0, "y": top, "width": WIDTH, "height": height}
    return page.screenshot(full_page=True, clip=clip, animations="disabled")  # type: ignore[arg-type]


def pictures(site: Path, mistaken: Answer) -> Iterator[tuple[str, bytes]]:
    """Each picture of the guide by its name."""
    with (
        serve(site / "output") as origin,
        sync_playwright() as playwright,
        chromium(playwright) as page,
    ):
        yield "periksa", terminal(page, mistaken)
        for name, (url, top, height) in PAGES.items():
            yield name, shoot(page, origin + url, top, height)
        page.goto(origin + SURVEY)
        page.evaluate(LOAD_PICTURES)
        yield "survei", page.locator(".survey").first.screenshot(animations="disabled")


def preview_pictures(site: Path) -> Iterator[tuple[str, bytes]]:
    """What `serve` shows: marks on what is not published, and the guide's first mistake over the page."""
    files = {
        Path(block.path).name: block for block in reversed([*blocks(GUIDE.read_text("utf-8"))]) if block.path
    }
    scheduled, mistaken = files[SCHEDULED], files[MISTAKEN]
    hour = f" 10:00\npublish_at: {dt.date.today().year + 1}-01-02 07:00\ncategory:"
    (site / scheduled.path).write_text(scheduled.text.replace("\ncategory:", hour, 1), "utf-8")
    (site / mistaken.path).unlink()
    with (
        preview(site, templates=site / "templates") as running,
        sync_playwright() as playwright,
        chromium(playwright) as page,
    ):
        yield "pratinjau", shoot(page, f"{running.url}/berita/", 170, 680)
        (site / mistaken.path).write_text(mistaken.text, "utf-8")
        page.get_by_role("alertdialog").wait_for()
        yield (
            "salah",
            page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": 480}, animations="disabled"),
        )


def main(target: Path) -> int:
    target.mkdir(parents=True, exist_ok=True)
    with walked() as (site, mistaken):
        for name, shot in chain(pictures(site, mistaken), preview_pictures(site)):
            file = target / f"{name}.webp"
            pyvips.Image.new_from_buffer(shot, "").write_to_file(str(file), Q=78, effort=6, keep="none")
            sys.stdout.write(f"{file}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
