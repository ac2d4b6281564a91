"""The site in two languages: what search engines, the switch and readers of each language find."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from lxml.html import HtmlElement
from playwright.sync_api import Browser, expect

from lontar.cli.main import run
from tests import building
from tests.output.kinds import kind_of, of_kind
from tests.output.test_access import looking
from tests.survey.running import endpoint
from tests.tools.finding import told
from tests.tools import nginx
from tests.tools.site import BuiltSite, Page

ARTICLE = "/berita/dekranasda-jepara-kunjungi-bojonegoro/"
UNTRANSLATED = "/berita/kurasi-bukan-lomba/"
SPOKEN = ("alt", "title", "aria-label", "placeholder")
NAMES = {
    *("OpenStreetMap", "Google Maps", "Google Merchant", "Meta"),
    *("WhatsApp", "Instagram", "Facebook", "X", "Dekranasda Bojonegoro", "November 2025"),
    *("Bojonegoro", "Padangan", "Malo", "Temayang", "Jono", "Rendeng", "Sukorejo"),
    *("batik", "Batik", "Motif", "thengul", "sentra", "bimtek", "isen", "Sata", "ganda wangi", "Dahana"),
    *("Sekar Jati", "Jagung Miji Emas", "Sata Ganda Wangi", "Parang Dahana Mungal", "Mliwis Mukti"),
    *("Rancak Thengul", "Gatra Rinonce", "Parang Jembul Sekar Rinambat", "Pelem-pelem Suminar"),
}
"""What is the same in both languages: names, and words of the craft that the texts explain."""
WORD = re.compile(r"[^\W\d]{4}")


def alternates(page: Page) -> dict[str, str]:
    return {
        str(link.get("hreflang")): str(link.get("href"))
        for link in page.tree.xpath("//link[@rel='alternate'][@hreflang]")
    }


def english(site: BuiltSite) -> list[Page]:
    return [page for page in site.real_pages() if page.url.startswith("/en/")]


def test_versions_of_a_page_name_each_other(built: BuiltSite) -> None:
    """Google, "Localized versions of your pages": absolute, reciprocal, naming themselves, with x-default."""
    wrong: list[str] = []
    count = 0
    for page in built.real_pages():
        found = alternates(page)
        if not found:
            continue
        count += 1
        if found.get(page.tree.get("lang", "")) != page.canonical:
            wrong.append(f"{page.url} does not name itself: {found}")
        if found.get("x-default") != found.get("id"):
            wrong.append(f"{page.url}: x-default is {found.get('x-default')}")
        for lang, url in found.items():
            file = built.resolve(url)
            if not url.startswith(f"{built.origin}/") or file is None or not file.is_file():
                wrong.append(f"{page.url}: no page at {url}")
                continue
            other = built.page(built.url_of(file))
            if alternates(other) != found:
                wrong.append(f"{page.url}: {url} names {alternates(other)}")
            if lang != "x-default" and other.tree.get("lang") != lang:
                wrong.append(f"{page.url}: {url} is not in {lang}")
    assert not wrong, told(wrong)
    assert count > 100


def test_the_switch_leads_home_only_from_the_top(built: BuiltSite) -> None:
    """From a page that lies under another it leads to a version of it, or of what it lies under."""
    homes = {"id": f"{built.origin}/", "en": f"{built.origin}/en/"}
    for page in built.real_pages():
        if page.url.removeprefix("/en").strip("/").count("/") == 0:
            continue
        lang = "id" if page.url.startswith("/en/") else "en"
        (link,) = page.values(f"//nav[@class='languages']/a[@hreflang='{lang}']/@href")
        assert built.origin + link != homes[lang], page.url
        assert alternates(page).get(lang, built.origin + link) == built.origin + link


def test_the_sample_is_translated_as_far_as_it_is_promised(built: BuiltSite) -> None:
    for kind in ("product", "maker", "page", "survey"):
        assert [page.url for page in of_kind(built, kind) if not alternates(page)] == [], kind
    articles = [page.url for page in of_kind(built, "article") if page.url.startswith("/en/")]
    assert len(articles) == 3
    assert f"/en{ARTICLE}" in articles


def test_a_page_says_its_language_to_every_reader(built: BuiltSite) -> None:
    wrong: list[str] = []
    for page in built.real_pages():
        lang = "en" if page.url.startswith("/en/") else "id"
        said = {page.tree.get("lang"), page.meta("og:locale").partition("_")[0]}
        for text in page.values("//script[@type='application/ld+json']/text()"):
            said |= {json.loads(text).get("inLanguage", lang)}
        if said != {lang}:
            wrong.append(f"{page.url}: {said}")
    assert not wrong, told(wrong)


@pytest.mark.parametrize(("prefix", "lang"), [("", "id"), ("en/", "en")])
def test_a_feed_says_its_language(built: BuiltSite, prefix: str, lang: str) -> None:
    atom = etree.parse(built.root / f"{prefix}feed.xml").getroot()
    assert atom.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
    feed = json.loads(Path(built.root / f"{prefix}feed.json").read_text("utf-8"))
    assert feed["language"] == lang
    assert all(item["url"].startswith(f"{built.origin}/{prefix}berita/") for item in feed["items"])


def test_an_english_page_shows_nothing_of_its_indonesian_version(built: BuiltSite) -> None:
    """Nothing but names, and what is marked as Indonesian."""
    left: list[str] = []
    for page in english(built):
        if not alternates(page):
            continue
        other = set(texts(built.page(alternates(page)["id"].removeprefix(built.origin)), "id"))
        left += [
            f"{page.url}: {text!r}"
            for text in texts(page, "en")
            if text in other and WORD.search(text) and not all(map(is_name, text.split(", ")))
        ]
    assert not left, told(sorted(set(left)))


def is_name(text: str) -> bool:
    return text in NAMES or "@" in text or text.startswith("WhatsApp ")


def texts(page: Page, lang: str) -> Iterator[str]:
    """What a page in `lang` shows or has read out in that language."""
    for element in page.tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        inside = spoken_in(element) == lang
        found = [element.text] if inside else []
        if element.getparent() is not None and spoken_in(element.getparent()) == lang:
            found.append(element.tail)
        if inside:
            found += [element.get(name) for name in SPOKEN]
            found += [text for name, text in element.attrib.items() if name.startswith("data-") and not name.startswith("data-pagefind") and " " in text]
            if element.tag == "meta" and element.get("name", element.get("property")) in (
                *("description", "og:title", "og:description", "og:image:alt"),
            ):
                found.append(element.get("content"))
        yield from (" ".join(text.split()) for text in found if text and text.strip())


def spoken_in(element: HtmlElement) -> str:
    return str(element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)"))


def test_money_and_days_are_written_for_the_reader(built: BuiltSite) -> None:
    product = built.page("/en/produk/batik-sekar-jati/").tree.text_content()
    assert "Rp385,000" in product
    article = built.page(f"/en{ARTICLE}").tree.text_content()
    assert "Wednesday, 26\u00a0November\u00a02025" in article
    assert "Rabu" not in article


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_switch_leads_to_the_same_page_and_back_by_keyboard(
    browser: Browser, preview_url: str, width: int
) -> None:
    with looking(browser, width) as page:
        page.goto(preview_url + ARTICLE)
        for tabs, name, url in ((4, "English", f"/en{ARTICLE}"), (4, "Bahasa Indonesia", ARTICLE)):
            for _ in range(tabs):
                page.keyboard.press("Tab")
            link = page.locator(":focus")
            assert name in (link.inner_text() or "") + (link.text_content() or "")
            box = link.bounding_box()
            assert box is not None and min(box["width"], box["height"]) >= 24
            assert box["x"] + box["width"] <= width
            assert link.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
            page.keyboard.press("Enter")
            page.wait_for_url(preview_url + url)


@pytest.mark.browser
def test_where_there_is_no_version_the_switch_leads_near(browser: Browser, preview_url: str) -> None:
    with looking(browser, 360) as page:
        page.goto(preview_url + UNTRANSLATED)
        page.get_by_role("navigation", name="Bahasa").get_by_role("link", name="English").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{preview_url}/en/berita/")
        expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_vote_counts_whatever_the_language_of_the_page(
    sample_site: Path, browser: Browser, tmp_path: Path, scripts: bool
) -> None:
    shutil.copy(sample_site / "surveys.json", tmp_path)
    votes = endpoint(tmp_path, f"sqlite:///{tmp_path}/survey.db")
    with votes as running, nginx.serve(tmp_path / "nginx", sample_site, nginx.votes_to(running.url)) as origin:
        for count, url in enumerate((ARTICLE, f"/en{ARTICLE}"), 1):
            with looking(browser, 360, java_script_enabled=scripts) as page:
                page.goto(origin + url)
                page.locator(".face[value=puas]").click()
                if scripts:
                    expect(page.locator(".survey-status")).to_be_visible()
                else:
                    expect(page.locator("html")).to_have_attribute("lang", ("id", "en")[count - 1])
                    expect(page.get_by_role("status")).to_contain_text(("Terima kasih", "Thank you")[count - 1])
                    expect(page.locator("h1")).to_contain_text(("Seberapa puas", "How satisfied")[count - 1])
                    page.get_by_role("link", name=("Kembali", "Back to")[count - 1]).click()
                    page.wait_for_url(origin + url)
                if scripts and count == 2:
                    expect(page.locator(".survey-status")).to_contain_text("Thank you")
                    expect(page.locator(".survey-count")).to_have_text("answers: 2")
            assert running.results("kepuasan-kunjungan")["n"] == count


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_refusal_is_told_in_the_language_of_the_page(
    sample_site: Path, browser: Browser, tmp_path: Path, scripts: bool
) -> None:
    """The survey closed after the pages were made."""
    data = json.loads((sample_site / "surveys.json").read_text("utf-8"))
    for one in data["surveys"]:
        one["closes"] = "2020-01-01T00:00:00+07:00"
    (tmp_path / "surveys.json").write_text(json.dumps(data), encoding="utf-8")
    votes = endpoint(tmp_path, f"sqlite:///{tmp_path}/survey.db")
    with votes as running, nginx.serve(tmp_path / "nginx", sample_site, nginx.votes_to(running.url)) as origin:
        for url, told_as in ((ARTICLE, "sedang tidak dibuka"), (f"/en{ARTICLE}", "is not open now")):
            with looking(browser, 360, java_script_enabled=scripts) as page:
                page.goto(origin + url)
                page.locator(".face[value=puas]").click()
                expect(page.locator(".survey-status" if scripts else "main")).to_contain_text(told_as)
        assert running.results("kepuasan-kunjungan")["n"] == 0


def test_the_endpoint_is_told_of_the_originals(built: BuiltSite) -> None:
    data = json.loads((built.root / "surveys.json").read_text("utf-8"))
    assert data["language"] == "id"
    assert len(data["surveys"]) == len({one["id"] for one in data["surveys"]}) == 3
    assert all(not one["url"].startswith("/en/") for one in data["surveys"])
    assert [list(one["translations"]) for one in data["surveys"]] == [["en"]] * 3


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_masthead_is_in_order_and_its_menu_in_one_row(
    built: BuiltSite, browser: Browser, preview_url: str, width: int
) -> None:
    """Search and languages above all, then the wordmark, then the menu: beside the wordmark on a desk."""
    with looking(browser, width) as page:
        for url in ("/", "/en/"):
            page.goto(preview_url + url)
            tools, mark, menu = (
                page.locator(f".masthead {name}").first.bounding_box() for name in (".tools", ".wordmark", ".menu")
            )
            assert tools and mark and menu
            assert tools["y"] < mark["y"] + mark["height"]
            assert tools["y"] + tools["height"] <= menu["y"]
            assert (menu["y"] >= mark["y"] + mark["height"]) is (width < 960)
            assert menu["height"] < 60, "the menu itself wraps"
    assert kind_of(built.page("/en/")) == "home"


def test_a_text_that_is_not_translated_says_its_language(tmp_path: Path) -> None:
    """WCAG 2.2, 3.1.2; what the theme adds to the text is in the page's language again."""
    files: dict[str, str | bytes] = {
        "site_config.yaml": building.CONFIG,
        "content/media/a.jpg": building.picture(1200, 900),
        building.NEWS: building.article(
            "Isi.\n\n[[produk: kain]]\n\n![Sehelai kain](../media/a.jpg)\n\n"
            "[[video: https://youtu.be/aaaaaaaaaaa | Mencanting]]\n"
        ),
        "content/berita/kabar.en.md": "---\ntitle: News\nsummary: News.\n---\n",
        building.MAKER: building.maker(),
        building.PRODUCT: building.product(description="Kain."),
        "content/produk/kain.en.yaml": "name: Cloth\ndescription: A cloth.\n",
    }
    building.write(tmp_path, files)
    assert run(["--root", str(tmp_path), "--jobs", "1", "--today", "2025-12-01"], building.ROOT) == 0
    site = BuiltSite(tmp_path / "output")
    article = site.page("/en/berita/kabar/")
    assert article.values("//*[@class='prose']/@lang") == ["id"]
    assert article.values("//*[@class='prose']//*[@lang='en']//*[@class='piece-title']//text()") == ["Cloth"]
    (inset,) = article.tree.xpath("//aside")
    assert article.tree.get_element_by_id(inset.get("aria-labelledby")).text_content() == "Cloth"
    (figure,) = article.tree.xpath("//figure[@class='figure']")
    assert spoken_in(figure) == spoken_in(figure.find("a")) == "en"
    assert spoken_in(figure.xpath(".//img")[0]) == "id"
    (film,) = article.tree.xpath("//*[@class='video-title']")
    assert (film.text, spoken_in(film), spoken_in(film.getparent())) == ("Mencanting", "id", "en")
    for url in ("/en/produk/kain/", "/berita/kabar/"):
        assert site.page(url).values("//*[@class='prose']/@lang") == []


def test_a_field_that_is_not_translated_says_its_language(tmp_path: Path) -> None:
    """WCAG 2.2, 3.1.2: a title, a summary, the words of a picture, a maker's name; on pages and cards."""
    photo = "{file: ../media/a.jpg, alt: Sehelai kain, caption: Dijemur di Jono}"
    own = "{file: ../media/b.jpg, alt: A cloth}"
    files: dict[str, str | bytes] = {
        "site_config.yaml": building.CONFIG,
        "content/media/a.jpg": building.picture(1200, 900),
        "content/media/b.jpg": building.picture(1200, 901),
        building.NEWS: building.article("Isi.", photos=f"[{photo}, {photo.replace('a.jpg', 'b.jpg')}]"),
        "content/berita/kabar.en.md": f"---\nphotos: [{own}]\n---\n",
        building.MAKER: building.maker(story="Kisah."),
        building.PRODUCT: building.product(description="Kain.", photos=f"[{photo}]"),
        "content/produk/kain.en.yaml": "description: A cloth.\n",
        building.ABOUT: building.page(),
        "content/halaman/tentang.en.md": "---\nsummary: About.\n---\nAbout us.\n",
    }
    building.write(tmp_path, files)
    assert run(["--root", str(tmp_path), "--jobs", "1", "--today", "2025-12-01"], building.ROOT) == 0
    site = BuiltSite(tmp_path / "output")

    def spoken(url: str, path: str) -> list[str]:
        return [spoken_in(element) for element in site.page(url).tree.xpath(path)]

    cloth, news = "/en/produk/kain/", "/en/berita/kabar/"
    assert spoken(cloth, "//h1 | //*[@aria-current='page']") == ["id"] * 2
    assert spoken(cloth, "//main//figure//img | //figcaption//*[contains(text(), 'Jono')]") == ["id"] * 2
    assert spoken(cloth, "//p[@class='product-maker']/a") == ["id"]
    assert spoken(cloth, "//*[@class='prose']") == ["en"]
    assert spoken(news, "//h1 | //*[@class='article-dek']") == ["id"] * 2
    assert spoken(news, "//main//figure[contains(@class, 'gallery')]//img") == ["en"]
    assert spoken("/en/galeri/", "//*[@class='piece-title']/a | //*[@class='piece']//img") == ["id"] * 2
    assert spoken("/en/berita/", "//*[@class='card-title']/a | //*[@class='card-summary']") == ["id"] * 2
    assert spoken("/en/tentang/", "//h1") == ["id"]
    for url in ("/produk/kain/", "/berita/kabar/", "/galeri/", "/"):
        assert site.page(url).values("//main//@lang") == []


def test_facts_and_tags_that_are_not_translated_say_their_language(tmp_path: Path) -> None:
    """WCAG 2.2, 3.1.2: what a product is made of, what its price does not hold, where an event is, tags."""
    files: dict[str, str | bytes] = {
        "site_config.yaml": building.CONFIG,
        building.MAKER: building.maker(story="Kisah."),
        building.PRODUCT: building.product(
            description="Kain.",
            price="150000",
            price_note="belum termasuk ongkos kirim",
            materials="[katun, malam]",
            techniques="[batik tulis]",
            attributes="{Cara merawat: dicuci tangan}",
            tags="[kain]",
        ),
        "content/produk/kain.en.yaml": "name: Cloth\ndescription: A cloth.\ntechniques: [hand-drawn batik]\n",
        building.EVENT: building.event(place="{name: Balai Desa, address: Jalan Kayu}", tags="[kain]"),
        "content/agenda/pasar.en.md": "---\ntitle: Market\nsummary: A market.\n---\nCome.\n",
        building.NEWS: building.article("Isi.", tags="[kain]"),
        "content/berita/kabar.en.md": "---\ntitle: News\nsummary: News.\n---\nText.\n",
    }
    building.write(tmp_path, files)
    assert run(["--root", str(tmp_path), "--jobs", "1", "--today", "2025-12-01"], building.ROOT) == 0
    site = BuiltSite(tmp_path / "output")

    def spoken(url: str, text: str) -> list[str]:
        """The languages in which the text is said in the main part of the page."""
        found = site.page(url).tree.xpath(f"//main//*[text()[contains(., '{text}')]]")
        return [spoken_in(element) for element in found]

    cloth, market = "/en/produk/kain/", "/en/agenda/pasar/"
    assert spoken(cloth, "katun, malam") == ["id"]
    assert spoken(cloth, "Cara merawat") == spoken(cloth, "dicuci tangan") == ["id"]
    assert spoken(cloth, "hand-drawn batik") == ["en"]
    assert spoken(cloth, "Materials") == ["en"]
    assert spoken("/en/katalog/", "katun, malam") == ["id"]
    for url in (cloth, "/en/galeri/", "/en/katalog/"):
        assert spoken(url, "belum termasuk") == ["id"], url
    assert spoken("/en/katalog/", "Jono") == ["id"]
    assert spoken(market, "Balai Desa") == spoken(market, "Jalan Kayu") == ["id"]
    assert spoken("/en/agenda/", "Balai Desa") == ["id"]
    for url in (cloth, market, "/en/berita/kabar/"):
        tags = site.page(url).tree.xpath("//main//a[@rel='tag']")
        assert [(tag.text, spoken_in(tag)) for tag in tags] == [("kain", "id")], url
    for url in ("/produk/kain/", "/agenda/pasar/", "/berita/kabar/", "/katalog/"):
        assert site.page(url).values("//main//@lang") == [], url


def test_what_of_a_survey_is_not_translated_says_its_language(tmp_path: Path) -> None:
    """WCAG 2.2, 3.1.2: its question, its introduction, its questions and its choices, shown and read out."""
    files: dict[str, str | bytes] = {
        "site_config.yaml": building.CONFIG,
        building.SURVEY: building.survey(intro="Satu pertanyaan saja."),
        "content/survei/puas.en.yaml": "intro: One question only.\n",
        "content/survei/layanan.yaml": building.skm(question="Bagaimana layanan kami?"),
        "content/survei/layanan.en.yaml": "question: How do we serve?\n",
        building.NEWS: building.article("Isi.\n\n[[survei: layanan]]\n"),
        "content/berita/kabar.en.md": "---\ntitle: News\nsummary: News.\n---\nText.\n\n[[survei: layanan]]\n",
    }
    building.write(tmp_path, files)
    assert run(["--root", str(tmp_path), "--jobs", "1", "--today", "2025-12-01"], building.ROOT) == 0
    site = BuiltSite(tmp_path / "output")

    def spoken(url: str, path: str) -> set[str]:
        found = site.page(url).tree.xpath(path)
        assert found, (url, path)
        return {spoken_in(element) for element in found}

    one, several = "/en/survei/puas/", "/en/survei/layanan/"
    assert spoken(one, "//h1 | //*[@aria-current='page']") == {"id"}
    assert spoken(one, "//*[@class='page-intro']") == {"en"}
    assert spoken(one, "//*[@class='face-label'] | //*[@class='bar-label'] | //meter") == {"id"}
    assert spoken(one, "//*[@class='survey-count']") == {"en"}
    assert spoken("/en/", "//*[@class='survey-question']") == {"id"}
    assert spoken(several, "//h1") == spoken(several, "//*[@class='question-unsur']") == {"en"}
    assert spoken(several, "//*[@class='stack-name'] | //*[contains(@class, 'survey-send')]") == {"en"}
    marks = "//*[@class='question-text'] | //*[@class='scale-label'] | //*[@class='stack-key']/li"
    shares = "//*[@class='stack-shares']//*[@class='visually-hidden']"
    for url in (several, "/en/berita/kabar/"):
        assert spoken(url, f"{marks} | {shares}") == {"id"}, url
    for url in (one, several):
        for label in site.page(url).tree.xpath("//section[starts-with(@class, 'survey')]"):
            heading = label.get("aria-labelledby")  # the page's title names a survey that stands alone
            named = site.page(url).tree.get_element_by_id(heading).text_content() if heading else ""
            assert named.strip() or label.get("aria-label") == "Survey", url
    for url in ("/survei/puas/", "/survei/layanan/", "/berita/kabar/", "/"):
        assert site.page(url).values("//main//@lang") == [], url
