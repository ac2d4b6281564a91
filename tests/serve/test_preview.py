"""The whole preview in a real browser: what an editor does to files and what the open page then shows."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.pipeline.conftest import Place, paint
from tests.serve.running import Running, preview, until

pytestmark = pytest.mark.browser

NEWS = "content/berita/kabar-5.md"
PAGE = "/berita/kabar-5/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 900, "height": 700}, service_workers="block")
    yield context.new_page()
    context.close()


def overlay(page: Page) -> str:
    """The text laid over the page, once it is there."""
    box = page.get_by_role("alertdialog")
    expect(box).to_be_visible()
    return box.inner_text()


def mark(page: Page) -> None:
    """Leave a trace that a reload would wipe away."""
    page.evaluate("window.trace = 1")


def reloaded(page: Page) -> bool:
    return bool(page.evaluate("window.trace !== 1"))


def test_a_saved_text_appears_without_a_reload(place: Place, running: Running, page: Page) -> None:
    page.goto(running.url + PAGE)
    expect(page.locator("main")).to_contain_text("Isi kabar 5.")
    mark(page)
    place.article(5, body="Kalimat baru.\n\nDan satu lagi.")
    expect(page.locator("main")).to_contain_text("Dan satu lagi.")
    place.article(5, title="Judul lain", body="Kalimat baru.")
    expect(page.locator("h1")).to_have_text("Judul lain")
    expect(page).to_have_title("Judul lain · Situs Uji")
    assert not reloaded(page)
    running.says(f"{NEWS}: ")


def test_where_scripts_are_concerned_the_page_is_loaded_anew_in_the_same_place(
    place: Place, running: Running, page: Page
) -> None:
    long = "\n\n".join(f"Alinea {number}." for number in range(80))
    place.article(5, body=long)
    page.goto(running.url + PAGE)
    expect(page.locator("main")).to_contain_text("Alinea 79.")
    page.evaluate("scrollTo(0, 900)")
    mark(page)
    place.article(5, body=f"{long}\n\n[[survei: puas]]")
    expect(page.locator("section.survey")).to_be_attached()
    expect(page.locator("main")).to_contain_text("Alinea 79.")
    assert reloaded(page)
    page.wait_for_function("scrollY === 900")


def test_a_style_is_exchanged_without_a_reload(place: Place, running: Running, page: Page) -> None:
    page.goto(running.url + PAGE)
    mark(page)
    sheet = place.request.templates / "assets/css/99-uji.css"
    for colour in ("rgb(1, 2, 3)", "rgb(4, 5, 6)"):
        sheet.write_text(f"h1 {{ color: {colour} }}\n")
        expect(page.locator("h1")).to_have_css("color", colour)
    expect(page.locator("link[rel=stylesheet]")).to_have_count(1)
    shown = page.locator("link[rel=stylesheet]")
    until(
        lambda: (shown.get_attribute("href") or "?") in running.get("/").text,
        "the pages name the sheet that was shown ahead of them",
    )
    sheet.write_text("h1 { background: url(tidak-ada.png) }\n")
    assert "tidak-ada.png" in overlay(page)
    sheet.write_text("h1 { color: rgb(4, 5, 6) }\n")
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    assert not reloaded(page)


def test_a_mistake_is_laid_over_the_last_good_page(place: Place, running: Running, page: Page) -> None:
    page.goto(running.url + PAGE)
    mark(page)
    good = place.read(NEWS)
    place.write(NEWS, good.replace("category: kunjungan", "category: kunjugan # <b>"))
    told = overlay(page)
    assert "1 kesalahan" in told
    assert f"{NEWS}:4" in told
    assert "kategori “kunjugan” tidak dikenal" in told
    assert "Mungkin maksud Anda “kunjungan”?" in told
    assert "date: 2026-01-05" in told
    wrong = page.locator(".line.wrong")
    expect(wrong).to_have_text("4category: kunjugan # <b>\n")
    expect(page.locator("main")).to_contain_text("Isi kabar 5.")
    assert page.evaluate("document.activeElement.id") == "lontar-preview"
    assert Axe().run(page).violations_count == 0
    page.keyboard.press("Escape")
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    page.get_by_role("button", name="1 kesalahan").click()
    assert "kunjugan" in overlay(page)
    place.write(NEWS, good)
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    expect(page.get_by_role("button", name="1 kesalahan")).to_have_count(0)
    assert not reloaded(page)
    running.says(f"{NEWS}:4: kategori “kunjugan” tidak dikenal")


def test_all_mistakes_are_told_at_once_and_templates_have_theirs(
    place: Place, running: Running, page: Page
) -> None:
    page.goto(running.url + "/")
    footer = place.request.templates / "partials/footer.html"
    good = footer.read_text()
    place.article(2, category="salah")
    place.article(4, date="2026-02-30")
    expect(page.locator(".overlay h3")).to_have_count(2)
    assert "2 kesalahan" in overlay(page)
    place.article(2)
    place.article(4)
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    footer.write_text("{{ tidak_ada }}\n")
    told = overlay(page)
    assert "templates/partials/footer.html:1" in told
    footer.write_text(good)
    expect(page.get_by_role("alertdialog")).to_have_count(0)


def test_a_first_build_with_mistakes_shows_them_on_a_page_of_their_own(place: Place, page: Page) -> None:
    good = place.read(NEWS)
    place.write(NEWS, good.replace("kunjungan", "salah"))
    with preview(
        place.root, "--jobs", "1", templates=place.request.templates, lang="en", ready=False
    ) as running:
        running.says("mistakes: 1")
        answer = page.goto(running.url + "/")
        assert answer is not None
        assert answer.status == 503
        told = overlay(page)
        assert "Mistakes: 1" in told
        assert "What to do:" in told
        place.write(NEWS, good)
        expect(page.locator("h1")).not_to_have_text("The site cannot be made yet")
        expect(page.get_by_role("link", name="Kabar 5").first).to_be_visible()


def test_a_page_opened_while_the_site_is_made_becomes_the_site(place: Place, page: Page) -> None:
    started = time.monotonic()
    with preview(place.root, "--jobs", "1", templates=place.request.templates, ready=False) as running:
        page.goto(running.url + PAGE)
        assert time.monotonic() - started < 10
        expect(page.locator("h1")).to_have_text("Kabar 5")


def test_renamed_deleted_and_new(place: Place, running: Running, page: Page) -> None:
    page.goto(running.url + PAGE)
    (place.root / NEWS).rename(place.root / "content/berita/kabar-baru.md")
    expect(page.locator("h1")).to_contain_text("Halaman ini tidak ada")
    page.goto(running.url + "/berita/kabar-baru/")
    expect(page.locator("h1")).to_have_text("Kabar 5")
    page.goto(running.url + "/berita/")
    expect(page.get_by_role("link", name="Kabar 7").first).to_be_visible()
    (place.root / "content/berita/kabar-7.md").unlink()
    expect(page.get_by_role("link", name="Kabar 7")).to_have_count(0)
    place.write("content/berita/2026/lain/index.md", place.read("content/berita/kabar-6.md"))
    until(lambda: running.get("/berita/lain/").status_code == 200, "a new folder is seen")
    (place.root / "content/berita/2026").rename(place.root / "content/berita/arsip")
    place.write("content/berita/arsip/lain/index.md", place.read("content/berita/kabar-6.md") + "\n\nPindah.")
    until(lambda: "Pindah." in running.get("/berita/lain/").text, "a moved folder is still watched")


def test_a_photo_is_added_and_changed(place: Place, running: Running, page: Page) -> None:
    paint(place.root.parent / "baru.png", [200, 10, 10])
    page.goto(running.url + PAGE)
    place.article(5, body="![Merah](/media/baru.png)")
    assert "content/berita/kabar-5.md:9" in overlay(page)
    (place.root.parent / "baru.png").rename(place.root / "content/media/baru.png")
    photo = page.get_by_role("img", name="Merah")
    expect(photo).to_be_visible()
    first = photo.get_attribute("src")
    page.wait_for_function("document.querySelector('main img').naturalWidth > 0")
    paint(place.root.parent / "baru.png", [10, 10, 200])
    (place.root.parent / "baru.png").rename(place.root / "content/media/baru.png")
    expect(photo).not_to_have_attribute("src", first or "")
    page.wait_for_function("document.querySelector('main img').naturalWidth > 0")


def test_drafts_and_what_is_scheduled_are_marked(place: Place, running: Running, page: Page) -> None:
    page.goto(running.url + PAGE)
    badge = page.get_by_role("status").filter(has_text="terbit")
    expect(badge).to_have_count(0)
    place.article(5, draft="true")
    expect(badge).to_have_text("Draf: belum terbit")
    place.article(5, publish_at="2040-03-01 08:00")
    expect(badge).to_have_text("Terjadwal: terbit Kamis, 1 Maret 2040, 08.00 WIB")
    page.goto(running.url + "/berita/")
    link = page.get_by_role("link", name="Kabar 5").first
    until(lambda: "Terjadwal" in link.inner_text(), "the card in a listing is marked")
    assert Axe().run(page).violations_count == 0
    place.article(5)
    until(lambda: "Terjadwal" not in link.inner_text(), "and no more")
    for file in place.root.joinpath(".cache/preview/output").rglob("*.html"):
        assert "lontar/live.js" not in file.read_text(), "the files themselves stay as they are"


def test_the_published_output_is_left_alone(place: Place, running: Running) -> None:
    place.article(5, draft="true")
    running.says(NEWS)
    assert not (place.root / "output").exists()
    assert Path(place.root / ".cache/preview/output/index.html").is_file()


def test_saves_in_quick_succession_are_all_seen(place: Place, running: Running) -> None:
    """Texts of one length, so close together that a coarse clock gives them one time."""
    for number in range(20):
        for word in ("aaaa", "bbbb", f"{number:04d}"):
            place.article(5, body=f"Kata {word}.")
        until(lambda n=number: f"Kata {n:04d}." in running.get(PAGE).text, "the last of three saves")  # type: ignore[misc]


def test_a_file_with_an_old_date_of_the_same_size_is_seen(place: Place, running: Running) -> None:
    """As a restored backup, or `cp -p`, leaves it."""
    file = place.root / NEWS
    place.article(5, body="Kata lama.")
    until(lambda: "Kata lama." in running.get(PAGE).text, "the first")
    before = file.stat()
    place.article(5, body="Kata baru.")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    until(lambda: "Kata baru." in running.get(PAGE).text, "the second, under the same stamp")


def test_a_photo_that_arrives_slowly_is_never_a_mistake(place: Place, running: Running, page: Page) -> None:
    paint(place.root.parent / "baru.png", [200, 10, 10])
    data = (place.root.parent / "baru.png").read_bytes()
    place.article(5, body="![Merah](/media/kain.png)")
    page.goto(running.url + PAGE)
    seen: list[str] = []
    page.expose_function("seen", lambda text: seen.append(text))
    page.evaluate(
        "new MutationObserver(() => {"
        "  const box = document.querySelector('#lontar-preview').shadowRoot.querySelector('.overlay');"
        "  if (box) seen(box.textContent);"
        "}).observe(document.querySelector('#lontar-preview').shadowRoot, { childList: true })"
    )
    first = page.get_by_role("img", name="Merah").get_attribute("src")
    with (place.root / "content/media/kain.png").open("wb", buffering=0) as file:
        for start in range(0, len(data), len(data) // 8):
            file.write(data[start : start + len(data) // 8])
            page.wait_for_timeout(150)
    expect(page.get_by_role("img", name="Merah")).not_to_have_attribute("src", first or "")
    assert seen == []


def test_a_checkout_of_many_files_is_one_change(place: Place, running: Running) -> None:
    for number in range(8, 29):
        place.article(number)
    until(lambda: running.get("/berita/kabar-28/").status_code == 200, "all are there")
    for number in range(8, 29):
        (place.root / f"content/berita/kabar-{number}.md").unlink()
        place.write(f"content/berita/cabang/kabar-{number}.md", place.read("content/berita/kabar-6.md"))
    until(lambda: "Isi kabar 6." in running.get("/berita/kabar-28/").text, "the other branch")
    assert len(running.said) < 2 + 21, "not a build for each file"


def test_a_change_without_an_event_is_found_and_the_next_one_sooner(place: Place, running: Running) -> None:
    """A file that is a link out of content/ (within the site) changes where nothing is watched."""
    place.write("lain/tulisan.md", place.read(NEWS).replace("Isi kabar 5.", "Dari tempat lain."))
    (place.root / "content/berita/tautan.md").symlink_to("../../lain/tulisan.md")
    until(lambda: "Dari tempat lain." in running.get("/berita/tautan/").text, "the link")
    for words in ("Diubah sekali.", "Diubah dua kali."):
        place.write("lain/tulisan.md", place.read(NEWS).replace("Isi kabar 5.", words))
        until(lambda w=words: w in running.get("/berita/tautan/").text, words)  # type: ignore[misc]
    running.says("Perubahan lain: ")
