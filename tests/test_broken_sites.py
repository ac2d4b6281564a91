"""Sites with one mistake each, built by the real command: what is said, where, and that nothing else happens.

A folder of tests/sites/broken holds only what differs from tests/sites/good/minimal, and expected.yaml:

    family     the number before the folder's name: mistakes of one family have it in common
    mistake    what is wrong, in a sentence
    exit       1 content or templates, 2 configuration or call
    codes      of the problems, in the order in which they are told
    id, en     the lines told, word for word ("SITE" is the folder of the site)
    warnings   lines told below them, under a heading of their own: {id: […], en: […]}
    remove     files and folders of the good site that are not there
    maker      the function below that makes what git cannot hold
    theme      true: the site has a copy of the theme, which the folder changes
    seconds    the time that one text may take
    arguments  further arguments of the command

The folders of tests/sites/good beside "minimal" are alike, but fine: `holds` and `lacks` list what is and is
not in which file of the output.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import struct
import subprocess
import sys
import time
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from lontar.cli.main import run
from lontar.imaging import pyvips
from lontar.load import markdown
from lontar.messages import LANGUAGES, cli_texts, problem_texts
from lontar.messages.id.editing import TEXTS as EDITING

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SITES = HERE / "sites"
GOOD = SITES / "good" / "minimal"
BROKEN = sorted(path.name for path in (SITES / "broken").iterdir())
FINE = sorted(path.name for path in (SITES / "good").iterdir() if path != GOOD)
TODAY = "2025-12-24"
ENOUGH = 66
SLOWEST = 5.0

# Once more told by a process of its own, for both exit codes.
AS_PROCESS = ("1-unclosed-quote", "5-brackets", "13-undefined", "20-config-zone", "20-several")

NEVER_PROBLEMS = {
    "why-new": "a reason told by --explain",
    "why-missing": "a reason told by --explain",
    "why-altered": "a reason told by --explain",
    "why-template": "a reason told by --explain",
    "why-frame": "a reason told by --explain",
    "why-content": "a reason told by --explain",
    "nearest": "the end of a hint",
    "@text": "a word within a hint",
    **{f"@budget-{part}": "a word within a message" for part in ("html", "css", "js", "fonts", "images")},
    "@whole-number": "a word within a hint",
    "@number": "a word within a hint",
    "@yes-no": "a word within a hint",
    "@list": "a word within a hint",
    "@mapping": "a word within a hint",
    "@own-page": "a word within a message",
}
TOLD_BY_PUBLISH = (
    *("publish-none", "publish-which", "publish-unknown", "publish-over-sources", "publish-not-ours"),
    *("publish-altered", "publish-program", "publish-refused", "publish-no-earlier"),
    *("publish-no-repository", "publish-branch-here"),
)
NOT_AS_A_SITE = {
    **dict.fromkeys(TOLD_BY_PUBLISH, "no mistake of a site: see tests/publish and tests/cli/test_publish.py"),
    "file-unreadable": "permissions do not bind the superuser, who runs tests in containers",
    **{
        f"executor-{what}": "a call with a cluster: tests/pipeline/test_cluster.py"
        for what in ("unknown", "missing", "unreachable", "empty", "differs", "blind")
    },
    **dict.fromkeys(
        ("search-missing", "search-failed"), "a command of its own: tests/publish/test_search.py"
    ),
    "budget": "its figures are the theme's: tests/pipeline/test_budgets.py",
    "photo-changed": "it takes a change in the middle of a build",
}

# --- makers of what git cannot hold -----------------------------------------------------------------

HEAD = "title: Lapak Baru\ndate: 2025-12-01\ncategory: kabar\nsummary: Satu lapak lagi di alun-alun.\n"
LAPAK = "content/berita/lapak.md"


def write(site: Path, path: str, data: str | bytes) -> None:
    target = site / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data if isinstance(data, bytes) else data.encode())


def article(site: Path, body: str = "Isi tulisan.\n", more: str = "") -> None:
    write(site, LAPAK, f"---\n{HEAD}{more}---\n{body}")


def brackets(site: Path) -> None:
    article(site, more=f"extra: {'[' * 30_000}\n")


def deep_folders(site: Path) -> None:
    write(site, f"content/berita/{'a/' * 14}lapak.md", f"---\n{HEAD}---\nIsi tulisan.\n")


def long_front_matter(site: Path) -> None:
    article(site, more="extra:\n" + "".join(f"  k{n}: {'x' * 60}\n" for n in range(1000)))


def long_article(site: Path) -> None:
    article(site, body="Kalimat yang sama sekali lagi.\n" * 35_000)


def cp1252(site: Path) -> None:
    write(site, LAPAK, f"---\n{HEAD}---\nHarga naik 5 %.\n\nCafé “Jati”.\n".encode("cp1252"))


def utf_16(site: Path) -> None:
    write(site, LAPAK, f"---\n{HEAD}---\nIsi tulisan.\n".encode("utf-16"))


def utf_16_config(site: Path) -> None:
    path = site / "site_config.yaml"
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))


def nul(site: Path) -> None:
    write(site, LAPAK, f"---\n{HEAD}---\nIsi tulisan.\n\nLapak\0 kedua.\n")


def word_processor(site: Path) -> None:
    """The signature of a ZIP file, which .docx and .odt are, and some of its bytes."""
    write(site, LAPAK, b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xa4\xd2lZ\x01")


def slow_brackets(site: Path) -> None:
    article(site, "[" * 13_000 + "\n")


def slow_anchors(site: Path) -> None:
    article(site, "<a " * 20_000 + "\n")


def windows(site: Path) -> None:
    """As a Windows editor saves it: with a byte order mark and two characters at every line's end."""
    text = f"---\n{HEAD}---\nSatu baris.\n\nBaris lain.\n"
    write(site, LAPAK, text.replace("\n", "\r\n").encode("utf-8-sig"))


def slow_table(site: Path) -> None:
    row = "|".join("x" * 1500)
    article(site, f"{row}\n{'|'.join(['-'] * 1500)}\n" + f"{'|' * 1499}\n" * 600)


def slow_pictures(site: Path) -> None:
    article(site, "![[]()" * 3000 + "\n")


def word_missing(site: Path) -> None:
    path = site / "templates/words/id.yaml"
    path.write_text(path.read_text("utf-8") + "\nsalam: Selamat pagi\n", "utf-8")


def word_unknown(site: Path) -> None:
    for path in (site / "templates/words").iterdir():
        text = re.sub(r"(?m)^gallery:.*\n", "", path.read_text("utf-8"))
        path.write_text(text, "utf-8")


def link_file_out(site: Path) -> None:
    write(site.parent, "luar/lapak.md", f"---\n{HEAD}---\nRahasia.\n")
    (site / LAPAK).symlink_to(site.parent / "luar/lapak.md")


def link_photo_out(site: Path) -> None:
    write(site.parent, "luar/lapak.jpg", (site / "content/media/kain.jpg").read_bytes())
    (site / "content/media/lapak.jpg").symlink_to("../../../luar/lapak.jpg")


def link_folder_out(site: Path) -> None:
    write(site.parent, "luar/lapak.md", f"---\n{HEAD}---\nRahasia.\n")
    (site / "content/berita/2025").symlink_to(site.parent / "luar")


def link_folder_inside(site: Path) -> None:
    (site / "content/berita/2025").symlink_to("../halaman")


def link_dangling(site: Path) -> None:
    (site / LAPAK).symlink_to("tidak-ada.md")


def link_loop(site: Path) -> None:
    (site / "content/berita/satu.md").symlink_to("dua.md")
    (site / "content/berita/dua.md").symlink_to("satu.md")


def pipe(site: Path) -> None:
    os.mkfifo(site / LAPAK)


def unicode_twins(site: Path) -> None:
    """Two articles under one name to the eye: one letter with its accent, and a letter and an accent."""
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "lapak-café.md")
        write(site, f"content/berita/{name}", f"---\n{HEAD}---\nIsi tulisan.\n")


def jpeg(width: int = 400, height: int = 300) -> bytes:
    x = pyvips.Image.xyz(width, height)
    picture = ((x[0] * x[1]) & 255).bandjoin([x[0] & 255, x[1] & 255]).cast("uchar")
    return bytes(picture.copy(interpretation="srgb").jpegsave_buffer(Q=80))


def png() -> bytes:
    return bytes(pyvips.Image.new_from_buffer(jpeg(), "").pngsave_buffer())


def photo(name: str, data: Callable[[], bytes]) -> Callable[[Path], None]:
    return lambda site: write(site, f"content/media/{name}", data())


def bomb() -> bytes:
    """A PNG of 12,000 × 12,000 black pixels, packed twice as tightly as any camera could."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    side = 12_000
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((side // 8 + 1) * side), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def narrow() -> bytes:
    return bytes(pyvips.Image.black(1, 65_500, bands=3).pngsave_buffer())


def heavy(site: Path) -> None:
    write(site, "content/media/lapak.jpg", jpeg())
    os.truncate(site / "content/media/lapak.jpg", 61 << 20)


def link_inside(site: Path) -> None:
    (site / "content/media/lapak.jpg").symlink_to("kain.jpg")


def cmyk() -> bytes:
    picture = pyvips.Image.new_from_buffer(jpeg(), "").colourspace("cmyk")
    return bytes(picture.jpegsave_buffer(Q=80))


def sixteen_bits() -> bytes:
    return bytes(pyvips.Image.new_from_buffer(jpeg(), "").colourspace("rgb16").pngsave_buffer())


def grey_alpha() -> bytes:
    grey = pyvips.Image.new_from_buffer(jpeg(), "").colourspace("b-w")
    return bytes(grey.bandjoin(128).pngsave_buffer())


def slow_lists(site: Path) -> None:
    """As deep as one megabyte allows."""
    article(site, "".join(f"{'    ' * depth}- a\n" for depth in range(500)))


def hopeless(site: Path) -> None:
    article(site, f"{'- ' * 2000}a\n")


def template_cp1252(site: Path) -> None:
    write(site, "templates/page.html", '{% extends "base.html" %}\n{# café #}\n'.encode("cp1252"))


MAKERS: dict[str, Callable[[Path], None]] = {
    "brackets": brackets,
    "deep_folders": deep_folders,
    "long_front_matter": long_front_matter,
    "long_article": long_article,
    "cp1252": cp1252,
    "utf_16": utf_16,
    "utf_16_config": utf_16_config,
    "nul": nul,
    "word_processor": word_processor,
    "slow_brackets": slow_brackets,
    "slow_anchors": slow_anchors,
    "windows": windows,
    "slow_table": slow_table,
    "slow_pictures": slow_pictures,
    "word_missing": word_missing,
    "word_unknown": word_unknown,
    "link_file_out": link_file_out,
    "link_photo_out": link_photo_out,
    "link_folder_out": link_folder_out,
    "link_folder_inside": link_folder_inside,
    "link_dangling": link_dangling,
    "link_loop": link_loop,
    "pipe": pipe,
    "unicode_twins": unicode_twins,
    "photo_header_only": photo("lapak.jpg", lambda: jpeg()[:16]),
    "photo_bomb": photo("lapak.png", bomb),
    "photo_narrow": photo("lapak.png", narrow),
    "photo_eps": photo("lapak.jpg", lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n"),
    "photo_html": photo("lapak.jpg", lambda: b"<!doctype html>\n<title>404</title>\n"),
    "photo_gif": photo("lapak.jpg", lambda: b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff;"),
    "photo_empty": photo("lapak.jpg", bytes),
    "photo_heavy": heavy,
    "slow_lists": slow_lists,
    "hopeless": hopeless,
    "template_cp1252": template_cp1252,
    "photo_truncated_jpeg": photo("lapak.jpg", lambda: jpeg()[: len(jpeg()) // 2]),
    "photo_truncated_png": photo("lapak.png", lambda: png()[: len(png()) // 2]),
    "link_inside": link_inside,
    "photo_cmyk": photo("lapak.jpg", cmyk),
    "photo_16_bit": photo("lapak.png", sixteen_bits),
    "photo_grey_alpha": photo("lapak.png", grey_alpha),
    "photo_mislabelled": photo("lapak.jpg", png),
}


# --- running ----------------------------------------------------------------------------------------


def expected_of(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))
    return found


def lay_out(site: Path, folder: Path, expected: dict[str, Any]) -> None:
    """The good site with what the folder changes in it."""
    shutil.copytree(GOOD, site)
    if expected.get("theme"):
        shutil.copytree(ROOT / "templates", site / "templates")
    for name in expected.get("remove", ()):
        target = site / name
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink()
    shutil.copytree(folder, site, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.yaml"))
    if "maker" in expected:
        MAKERS[expected["maker"]](site)


def command(site: Path, expected: dict[str, Any], *more: str) -> list[str]:
    """Arguments of one run; what the case itself says wins."""
    place = site.parent
    return [
        *("--root", str(site), "--output", str(place / "output"), "--cache", str(place / "cache")),
        *("--templates", str((site if expected.get("theme") else ROOT) / "templates")),
        *("--jobs", "1", "--today", TODAY, *more),
        *(argument.replace("SITE", str(site)) for argument in expected.get("arguments", ())),
    ]


def told_by(expected: dict[str, Any], lang: str, texts: dict[str, str]) -> list[str]:
    """All lines on standard error of a build: headings, mistakes, warnings."""
    mistakes, warnings = expected.get(lang, []), expected.get("warnings", {}).get(lang, [])
    beside = "warnings_beside" if expected["exit"] else "warnings"
    heading = texts["config_errors"] if expected["exit"] == 2 else texts["errors"].format(n=len(mistakes))
    return [
        *([heading, *mistakes] if expected["exit"] else []),
        *([texts[beside].format(n=len(warnings)), *warnings] if warnings else []),
    ]


def tree(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below, hidden ones among them."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="session")
def good_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the output and the cache of the good site."""
    place = tmp_path_factory.mktemp("good")
    shutil.copytree(GOOD, place / "site")
    assert run(command(place / "site", {}), ROOT) == 0
    return place


@pytest.fixture
def site(tmp_path: Path, good_output: Path) -> Path:
    """Where a site is to be laid out; beside it the output and the cache that a good build left."""
    for name in ("output", "cache"):
        shutil.copytree(good_output / name, tmp_path / name)
    return tmp_path / "site"


@pytest.mark.parametrize("name", BROKEN)
def test_one_mistake(
    name: str, site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = SITES / "broken" / name
    expected = expected_of(folder)
    lay_out(site, folder, expected)
    if "seconds" in expected:
        monkeypatch.setattr(markdown, "convert", partial(markdown.convert, seconds=expected["seconds"]))
    before = tree(site.parent / "output"), tree(site)
    for lang in LANGUAGES:
        capsys.readouterr()
        code = run(command(site, expected, "--lang", lang), ROOT)
        said = capsys.readouterr()
        assert said.err.replace(str(site), "SITE").splitlines() == told_by(
            expected, lang, dict(cli_texts(lang))
        )
        assert (code, said.out) == (expected["exit"], "")
    code = run(command(site, expected, "check", "--json"), ROOT)
    found = [problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]]
    assert (code, found) == (expected["exit"], expected["codes"])
    assert (tree(site.parent / "output"), tree(site)) == before


@pytest.mark.parametrize("name", AS_PROCESS)
def test_one_mistake_told_by_a_process(name: str, site: Path) -> None:
    folder = SITES / "broken" / name
    expected = expected_of(folder)
    lay_out(site, folder, expected)
    before = tree(site.parent / "output")
    said = in_process(command(site, expected, "--lang", "id"))
    assert said.stderr.splitlines() == told_by(expected, "id", dict(cli_texts("id")))
    assert (said.returncode, said.stdout) == (expected["exit"], "")
    assert tree(site.parent / "output") == before


@pytest.mark.alone
def test_the_slowest_text_is_given_up_in_time(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the limit that editors have."""
    folder = SITES / "broken" / "9-brackets"
    expected = expected_of(folder)
    lay_out(site, folder, expected)
    begin = time.perf_counter()
    run(command(site, expected, "--lang", "en"), ROOT)
    assert time.perf_counter() - begin <= SLOWEST
    assert capsys.readouterr().err.splitlines() == told_by(expected, "en", dict(cli_texts("en")))


def in_process(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


# --- what looks like a mistake and is none ----------------------------------------------------------


@pytest.mark.parametrize("name", FINE)
def test_no_mistake(name: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = SITES / "good" / name
    expected = expected_of(folder)
    for lang in LANGUAGES:
        shutil.rmtree(site.parent)
        site.parent.mkdir()
        lay_out(site, folder, expected)
        capsys.readouterr()
        code = run(command(site, expected, "--lang", lang), ROOT)
        said = capsys.readouterr()
        assert said.err.splitlines() == told_by(expected, lang, dict(cli_texts(lang)))
        assert code == 0
    output = site.parent / "output"
    for path, texts in expected.get("holds", {}).items():
        made = (output / path).read_text("utf-8")
        assert [text for text in texts if text not in made] == [], path
    for path, texts in expected.get("lacks", {}).items():
        made = (output / path).read_text("utf-8")
        assert [text for text in texts if text in made] == [], path
    for page in output.rglob("*.html"):
        assert list(Running.found(page.read_text("utf-8"))) == [], page.relative_to(output).as_posix()


class Running(HTMLParser):
    """Finds what a browser would run, or fetch, that is not the theme's own."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []

    @classmethod
    def found(cls, text: str) -> Iterator[str]:
        parser = cls()
        parser.feed(text)
        parser.close()
        yield from parser.problems

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        own = values.get("type") == "application/ld+json" or values.get("src", "").startswith("/aset/js/")
        if tag == "script" and not own:
            self.problems.append(f"<script {values}>")
        if tag in ("iframe", "object", "embed", "style", "base"):
            self.problems.append(f"<{tag} {values}>")
        for name, value in values.items():
            if name.startswith("on") or value.strip().lower().startswith(("javascript:", "data:text")):
                self.problems.append(f"<{tag} {name}={value!r}>")

    def handle_comment(self, data: str) -> None:
        self.problems.append(f"<!--{data}-->")


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        "<img onerror=x>",
        "<a href=' JavaScript:x'>",
        "<iframe src=x></iframe>",
        "<!-- x -->",
    ],
)
def test_what_runs_would_be_seen(text: str) -> None:
    assert list(Running.found(text))


def test_a_title_reaches_json_ld_whole(site: Path) -> None:
    folder = SITES / "good" / "11-title-in-json-ld"
    expected = expected_of(folder)
    lay_out(site, folder, expected)
    assert run(command(site, expected), ROOT) == 0
    page = (site.parent / "output/berita/lapak/index.html").read_text("utf-8")
    title = yaml.safe_load((site / LAPAK).read_text("utf-8").split("---\n")[1])["title"]
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert scripts
    assert title in [json.loads(script).get("headline") for script in scripts]
    assert not any(sign in script for script in scripts for sign in ("<", ">", "\u2028", "\u2029"))


# --- the catalogue and the cases --------------------------------------------------------------------


def test_there_are_enough_cases() -> None:
    assert len(BROKEN) >= ENOUGH


@pytest.mark.parametrize("name", [*BROKEN, *FINE])
def test_a_case_is_well_described(name: str) -> None:
    folder = SITES / ("broken" if name in BROKEN else "good") / name
    expected = expected_of(folder)
    assert re.fullmatch(rf"{expected['family']}-[a-z0-9]+(-[a-z0-9]+)*", name)
    assert expected["mistake"].endswith(".")
    assert expected["exit"] in ((1, 2) if name in BROKEN else (0,))
    assert expected.get("maker", "pipe") in MAKERS
    if name in BROKEN:
        assert len(expected["codes"]) == len(expected["id"]) == len(expected["en"])


def test_every_maker_is_used() -> None:
    folders = [*(SITES / "broken" / name for name in BROKEN), *(SITES / "good" / name for name in FINE)]
    assert set(MAKERS) == {expected_of(folder).get("maker") for folder in folders} - {None}


def test_families_are_covered() -> None:
    """Families of bad input of a generator; 18 (metadata of photos) is tested on the output's own bytes."""
    found = {expected_of(SITES / "broken" / name)["family"] for name in BROKEN}
    fine = {expected_of(SITES / "good" / name)["family"] for name in FINE}
    assert found == {*range(1, 10), *range(13, 18), 19, 20}
    assert fine >= {8, 10, 11, 12, 17}


def test_every_code_has_its_site() -> None:
    exercised = {code for name in BROKEN for code in expected_of(SITES / "broken" / name)["codes"]}
    warned = {code for name in FINE for code in expected_of(SITES / "good" / name).get("codes", ())}
    known = set(problem_texts("id"))
    assert exercised | warned <= known
    elsewhere = {*NEVER_PROBLEMS, *NOT_AS_A_SITE, *EDITING}  # tests/editor and tests/cli know the last
    assert known - exercised - warned == elsewhere
