"""`new` from a shell: the file is there, the site accepts it, and check says what is left to do."""

from __future__ import annotations

import pytest

from lontar.messages import cli_texts
from tests.building import picture, tree, write
from tests.cli.conftest import Shell

WORDS = cli_texts("id")


@pytest.mark.parametrize(
    "kind",
    [
        *("berita", "produk", "perajin", "halaman", "agenda"),
        *("article", "product", "maker", "page", "event"),
    ],
)
def test_what_is_new_is_accepted_as_it_is(shell: Shell, kind: str) -> None:
    assert shell.run("new", kind, "Kain: Biru #1") == 0
    path = shell.said.strip()
    assert path.endswith(("/kain-biru-1.md", "/kain-biru-1.yaml"))
    assert (shell.root / path).is_file()
    assert shell.told.strip() == WORDS["new_next"]
    assert shell.run("build", "--drafts") == 0
    assert list((shell.root / "output").rglob("kain-biru-1/index.html"))
    assert shell.run("build") == 0
    assert not list((shell.root / "output").rglob("kain-biru-1/index.html"))


def test_once_it_is_no_draft_it_is_published(shell: Shell) -> None:
    shell.run("new", "berita", "Pasar Pagi")
    path = shell.root / shell.said.strip()
    path.write_text(path.read_text("utf-8").replace("draft: true\n", ""), "utf-8")
    assert shell.run("build") == 0
    assert (shell.root / "output/berita/pasar-pagi/index.html").is_file()


@pytest.mark.parametrize("kind", ["berita", "produk", "halaman"])
def test_photos_come_along_and_check_asks_for_their_text(shell: Shell, kind: str) -> None:
    write(shell.root.parent, {"IMG_1.JPG": picture(1200, 900), "IMG_2.JPG": picture(900, 1200)})
    photos = [str(shell.root.parent / name) for name in ("IMG_1.JPG", "IMG_2.JPG")]
    assert shell.run("new", kind, "Pasar Pagi", "--photos", *photos) == 0
    record, *copies = shell.said.splitlines()
    assert [copy.rpartition("/")[2] for copy in copies] == ["pasar-pagi-1.jpg", "pasar-pagi-2.jpg"]
    found = shell.report("check")["problems"]
    missing = [one for one in found if one["code"] == "alt-missing"]
    assert {one["path"] for one in missing} == {record}
    assert len(missing) == 2
    lines = (shell.root / record).read_text("utf-8").splitlines()
    assert ["pasar-pagi-" in lines[one["line"] - 1] for one in missing] == [True, True]
    assert shell.run("build", "--drafts") == 0


def test_photos_may_be_named_one_by_one(shell: Shell) -> None:
    write(shell.root.parent, {"a.jpg": picture(), "b.jpg": picture()})
    a, b = (str(shell.root.parent / name) for name in ("a.jpg", "b.jpg"))
    assert shell.run("new", "--photos", a, "berita", "Pasar", "--photos", b) == 0
    assert len(shell.said.splitlines()) == 3


def test_nothing_is_written_over(shell: Shell) -> None:
    shell.run("new", "berita", "Kabar")
    assert shell.said == ""
    assert "content/berita/kabar.md: alamat /berita/kabar/ sudah dipakai" in shell.told
    assert "--slug kabar-2" in shell.told
    before = tree(shell.root)
    assert shell.run("new", "berita", "Kabar", "--lang", "en") == 2
    assert tree(shell.root) == before
    assert shell.run("new", "berita", "Kabar", "--slug", "kabar-2") == 0


def test_the_language_of_comments(shell: Shell) -> None:
    shell.run("new", "page", "How to Order", "--lang", "en")
    assert "# Title of the page." in (shell.root / shell.said.strip()).read_text("utf-8")


def test_a_command_may_be_a_title(shell: Shell) -> None:
    assert shell.run("new", "halaman", "check") == 0
    assert shell.said.strip() == "content/halaman/check.md"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("new", "berita"), 2),
        (("new", "survei", "Judul"), 2),
        (("new", "berita", "Pasar", "Pagi"), 2),
        (("new", "berita", "Pasar", "--category", "tiada"), 2),
        (("new", "berita", "Pasar", "--photos", "tiada.jpg"), 1),
    ],
)
def test_what_is_wrong_is_told_and_nothing_written(shell: Shell, words: tuple[str, ...], code: int) -> None:
    before = tree(shell.root)
    assert shell.run(*words) == code
    assert shell.said == ""
    assert shell.told != ""
    assert tree(shell.root) == before


def test_a_title_without_quotation_marks_is_explained(shell: Shell) -> None:
    shell.run("new", "berita", "Pasar", "Pagi")
    assert WORDS["new_unquoted"] in shell.told


def test_a_translation_is_accepted_and_shown_once_it_is_no_draft(shell: Shell) -> None:
    shell.run("new", "produk", "Kain Biru")
    original = shell.root / shell.said.strip()
    original.write_text(original.read_text("utf-8").replace("draft: true\n", ""), "utf-8")
    assert shell.run("new", "--translate", original.relative_to(shell.root).as_posix()) == 0
    path = shell.root / shell.said.strip()
    assert path.name == "kain-biru.en.yaml"
    assert shell.told.strip() == WORDS["translation_next"]
    assert shell.run("build") == 0
    shown = shell.root / "output/en/produk/kain-biru/index.html"
    assert not shown.exists()
    path.write_text(path.read_text("utf-8").replace("draft: true\n", ""), "utf-8")
    assert shell.run("build") == 0
    assert '<div class="prose" lang="id">' in shown.read_text("utf-8")
    assert shell.run("new", "--translate", str(original)) == 2
    assert "terjemahannya sudah ada" in shell.told
    assert shell.run("new", "berita", "Judul", "--translate", str(original)) == 2
