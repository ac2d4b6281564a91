"""What a build makes anew and what it leaves alone; incremental output equals a clean build's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lontar.errors import ConfigErrors, ContentErrors
from lontar.output import MANIFEST, OutputDir
from lontar.pipeline.report import Report
from tests.pipeline.conftest import CONFIG, TEMPLATES, Place, paint

LISTS_OF_AN_ARTICLE = {
    # what shows the card of kabar-4 (the fourth of seven, three to a page): the home page and …
    "index.html",
    "berita/halaman/2/index.html",
    "berita/2026/halaman/2/index.html",
    "berita/2026/01/halaman/2/index.html",
    "berita/kategori/pelatihan/index.html",
    "tag/batik/halaman/2/index.html",
    "404.html",
    # its neighbours
    "berita/kabar-3/index.html",
    "berita/kabar-5/index.html",
    # feeds
    "feed.xml",
    "feed.json",
    "berita/kategori/pelatihan/feed.xml",
    "berita/kategori/pelatihan/feed.json",
}


def changed(report: Report) -> dict[str, str]:
    return {reason.path: reason.code for reason in report.reasons}


def edit(place: Place, path: str, old: str, new: str) -> None:
    text = place.read(path)
    assert old in text
    place.write(path, text.replace(old, new))


def test_second_build_renders_and_writes_nothing(place: Place) -> None:
    first = place.build()
    assert first.rendered == first.pages > 40
    before = place.tree()
    second = place.build()
    assert (second.rendered, second.written, second.deleted, second.renditions) == (0, 0, 0, 0)
    assert second.kept == second.pages == first.pages
    assert place.tree() == before


def test_body_edit_touches_the_page_and_its_feeds_only(place: Place) -> None:
    place.build()
    edit(place, "content/berita/kabar-4.md", "Isi kabar 4.", "Isi yang lain.")
    report = place.build(explain=True)
    feeds = {path for path in LISTS_OF_AN_ARTICLE if "feed" in path}
    assert set(changed(report)) == {"berita/kabar-4/index.html", *feeds}
    assert set(changed(report).values()) == {"why-content"}
    assert report.reasons[0].detail == "content/berita/kabar-4.md"


def test_title_edit_touches_what_shows_the_title(place: Place) -> None:
    place.build()
    edit(place, "content/berita/kabar-4.md", "Kabar 4", "Kabar Empat")
    report = place.build(explain=True)
    related = {f"berita/kabar-{n}/index.html" for n in range(1, 8)}
    touched = set(changed(report))
    assert touched - related == LISTS_OF_AN_ARTICLE - related
    assert {"berita/kabar-3/index.html", "berita/kabar-4/index.html", "berita/kabar-5/index.html"} <= touched
    assert not any(path.startswith(("produk/", "perajin/", "galeri/", "tentang/")) for path in touched)


def test_new_article_appears_and_old_pages_stay(place: Place) -> None:
    place.build()
    place.article(9, tags="[baru]", category="pelatihan")
    report = place.build(explain=True)
    assert changed(report)["berita/kabar-9/index.html"] == "why-new"
    assert changed(report)["tag/baru/index.html"] == "why-new"
    assert "berita/kabar-1/index.html" not in changed(report)
    assert "produk/sarung/index.html" not in changed(report)
    assert place.tree() == place.clean_tree()


def test_deleted_article_leaves_no_file(place: Place) -> None:
    place.build()
    (place.root / "content/berita/kabar-7.md").unlink()
    report = place.build()
    assert report.deleted > 0
    assert not (place.output / "berita/kabar-7").exists()
    assert place.tree() == place.clean_tree()


def test_template_edit_renders_its_pages_only(place: Place) -> None:
    templates = place.request.templates
    place.build()
    product = templates / "product.html"
    product.write_text(product.read_text() + "{# ubah #}\n")
    report = place.build(explain=True)
    assert changed(report) == {
        f"produk/{name}/index.html": "why-template" for name in ("sarung", "selendang", "kursi")
    }


def test_included_template_edit_reaches_those_that_include_it(place: Place) -> None:
    templates = place.request.templates
    place.build()
    part = templates / "partials" / "footer.html"
    part.write_text(part.read_text() + "<!-- ubah -->\n")
    report = place.build(explain=True)
    pages = set(changed(report))
    assert {"index.html", "produk/kursi/index.html", "404.html"} <= pages
    assert "feed.xml" not in pages


def test_config_edit_renders_what_shows_it(place: Place) -> None:
    place.build()
    place.write("site_config.yaml", CONFIG.replace("Situs Uji", "Situs Coba"))
    report = place.build(explain=True)
    assert changed(report)["produk/kursi/index.html"] == "why-frame"
    assert "Situs Coba" in (place.output / "index.html").read_text()
    assert place.tree() == place.clean_tree()


def test_product_price_edit_reaches_cards_in_articles(place: Place) -> None:
    place.build()
    edit(place, "content/produk/sarung.yaml", "1000", "2500")
    report = place.build(explain=True)
    assert "berita/kabar-3/index.html" in changed(report)
    assert "berita/kabar-2/index.html" not in changed(report)
    assert "Rp2.500" in (place.output / "berita/kabar-3/index.html").read_text()


def test_missing_and_altered_output_files_are_made_again(place: Place) -> None:
    place.build()
    before = place.tree()
    (place.output / "tentang/index.html").unlink()
    (place.output / "index.html").write_text("rusak")
    next((place.output / "media").glob("*.webp")).unlink()
    report = place.build(explain=True)
    assert changed(report) == {"tentang/index.html": "why-missing", "index.html": "why-altered"}
    assert report.written == 3
    assert place.tree() == before


def test_touched_file_is_not_parsed_again(place: Place) -> None:
    place.build()
    os.utime(place.root / "content/berita/kabar-2.md", ns=(1, 1))
    report = place.build()
    assert report.rendered == 0


def test_changed_photo_reaches_its_pages(place: Place) -> None:
    place.build()
    paint(place.root / "content/media/kain.png", [200, 10, 10])
    report = place.build()
    assert report.renditions > 0
    assert place.tree() == place.clean_tree()


def test_photo_used_twice_is_made_once(place: Place) -> None:
    place.product("kain-lain", photos="[{file: /media/kain.png, alt: Kain biru}]")
    first = place.build()
    names = sorted(path.name for path in (place.output / "media").iterdir())
    assert first.renditions == len(names) == len(set(names))


def test_wrong_content_leaves_the_output_alone(place: Place) -> None:
    place.build()
    before = place.tree()
    place.article(2, date="2026-02-30")
    place.article(5, category="lain")
    with pytest.raises(ContentErrors) as told:
        place.build()
    assert [(str(p.place), p.code) for p in told.value.problems] == [
        ("content/berita/kabar-2.md:3", "moment"),
        ("content/berita/kabar-5.md:4", "category-unknown"),
    ]
    assert place.tree() == before


def test_wrong_template_leaves_the_output_alone(place: Place) -> None:
    templates = place.request.templates
    place.build()
    before = place.tree()
    page = templates / "page.html"
    page.write_text(page.read_text().replace("page.title", "page.titel"))
    place.article(1, title="Lain")
    with pytest.raises(ContentErrors) as told:
        place.build()
    assert told.value.problems[0].code == "template-undefined"
    assert told.value.problems[0].place.path == "templates/page.html"
    assert place.tree() == before


def test_draft_and_schedule_and_expiry(place: Place) -> None:
    place.article(1, draft="true")
    place.article(2, publish_at="2026-12-24 09:00")
    place.article(3, expires_at="2026-11-01")
    place.build()
    shown = {n for n in range(1, 8) if (place.output / f"berita/kabar-{n}/index.html").exists()}
    assert shown == {4, 5, 6, 7}
    place.build(drafts=True)
    shown = {n for n in range(1, 8) if (place.output / f"berita/kabar-{n}/index.html").exists()}
    assert shown == {1, 2, 4, 5, 6, 7}
    place.build()
    assert place.tree() == place.clean_tree()


def test_clean_renders_all_and_writes_nothing_that_is_the_same(place: Place) -> None:
    first = place.build()
    report = place.build(clean=True)
    assert (report.rendered, report.written) == (first.pages, 0)


def test_lost_cache_gives_the_same_output(place: Place) -> None:
    place.build()
    before = place.tree()
    shutil.rmtree(place.request.cache)
    report = place.build()
    assert report.written == 0
    assert place.tree() == before


def test_files_of_others_are_not_pruned(place: Place) -> None:
    place.output.mkdir()
    (place.output / "CNAME").write_text("uji.example")
    place.build()
    (place.root / "content/berita/kabar-7.md").unlink()
    place.build()
    assert (place.output / "CNAME").read_text() == "uji.example"


def test_manifest_names_every_file_with_its_digest(place: Place) -> None:
    place.build()
    listed = OutputDir(place.output).manifest()
    tree = place.tree()
    del tree[MANIFEST]
    assert listed == tree


def test_two_processes_make_the_same_as_one(place: Place) -> None:
    for number in range(8, 29):
        place.article(number)
    place.build(jobs=2)
    assert place.tree() == place.clean_tree()


@pytest.mark.parametrize("folder", ["content", "content/berita", "."])
def test_output_over_the_sources_is_refused(place: Place, folder: str) -> None:
    with pytest.raises(ConfigErrors) as told:
        place.build(output=place.root / folder)
    assert told.value.problems[0].code == "output-over-sources"


def test_noop_build_imports_nothing_heavy(place: Place) -> None:
    """A second build as its own process: the first one's stamps are made old, so that they are trusted."""
    for path in [*place.root.rglob("*"), *place.request.templates.rglob("*")]:
        os.utime(path, (1_700_000_000, 1_700_000_000))
    request = place.request
    call = [sys.executable, "-X", "importtime", str(TEMPLATES.parent / "build.py")]
    call += ["--root", str(place.root), "--output", str(request.output), "--cache", str(request.cache)]
    call += ["--templates", str(request.templates), "--json", "--today", "2026-11-24"]
    subprocess.run(call, check=True, capture_output=True)
    again = subprocess.run(call, check=True, capture_output=True, text=True)
    assert '"rendered": 0' in again.stdout
    imported = {line.rsplit("|", 1)[1].strip() for line in again.stderr.splitlines() if "|" in line}
    heavy = {"pydantic", "markdown", "jinja2", "pyvips", "yaml", "frontmatter", "babel", "nh3", "rich"}
    assert heavy & imported == set()


def test_same_picture_under_two_names_is_published_under_both(place: Place) -> None:
    media = place.root / "content/media"
    (media / "salinan.png").write_bytes((media / "kain.png").read_bytes())
    place.article(6, body="![Kain](/media/salinan.png)")
    place.build()
    page = (place.output / "berita/kabar-6/index.html").read_text()
    shown = set(re.findall(r"/media/[\w.-]+", page))
    assert shown
    assert all((place.output / path.lstrip("/")).is_file() for path in shown)


TWO_PHOTOS = """\
import sys
from pathlib import Path
from tests.pipeline.conftest import make_place, paint
place = make_place(Path(sys.argv[1]))
place.build(jobs=2)
photos = "[{file: /media/kain.png, alt: Kain}, {file: /media/lain.png, alt: Lain}]"
place.product("sarung", photos=photos)
for name in ("kain", "lain"):
    paint(Path(sys.argv[1]) / f"berubah-{name}.png", [90, len(name), 9])
    (Path(sys.argv[1]) / f"berubah-{name}.png").rename(place.root / f"content/media/{name}.png")
print(place.build(jobs=2).renditions > 0)
"""


def test_a_few_new_photos_do_not_stop_the_workers(tmp_path: Path) -> None:
    """libvips must not have worked in a process that is then forked."""
    command = [sys.executable, "-c", TWO_PHOTOS, str(tmp_path)]
    run = subprocess.run(
        command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.stdout == "True\n", run.stderr
