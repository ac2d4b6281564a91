"""Pages to files in the staging folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from itertools import pairwise
from multiprocessing import active_children
from pathlib import Path

import pytest

from lontar.cache.bodies import Bodies, BodyMissing
from lontar.cache.kept import Packed
from lontar.digest import digest
from lontar.errors import ContentErrors
from lontar.model.article import Article
from lontar.output import sha256_of, staged_name
from lontar.pages.planned import Html, Page
from lontar.pipeline import rendering
from lontar.pipeline.rendering import Rendered, render_pages
from lontar.render.templates import Templates
from tests.building import article, article_of


def text_page(number: int) -> Page:
    return Page(f"/{number}.txt", "", lambda _html, n: f"nomor {n}", (number,))


def quiet(*_: object) -> None:
    """Nobody listens to the progress."""


def rendered(
    folder: Path,
    pages: list[Page],
    known: Mapping[str, str] | None = None,
    jobs: int = 1,
    before_fork: Callable[[], None] = quiet,
) -> list[Rendered]:
    bodies = Bodies(folder, "1")
    return render_pages(
        pages, Templates(folder), bodies, folder, known or {}, jobs, quiet, quiet, before_fork
    )


def test_only_bytes_that_differ_are_staged(tmp_path: Path) -> None:
    known = {"1.txt": sha256_of(b"nomor 1"), "2.txt": "lain"}
    pages = [text_page(1), text_page(2)]
    done = render_pages(
        pages, Templates(tmp_path), Bodies(tmp_path, "1"), tmp_path, known, 1, quiet, quiet, quiet
    )
    assert [one.number for one in done] == [0, 1]
    assert [one.key for one in done] == [page.key for page in pages]
    assert not (tmp_path / "0").exists()
    assert (tmp_path / "1").read_text() == "nomor 2"
    assert done[0].stamp is None
    facts = (tmp_path / "1").stat()
    assert done[1].stamp == (facts.st_size, facts.st_mtime_ns)


def test_pages_are_laid_out_as_they_shall_lie(tmp_path: Path) -> None:
    pages = [Page(url, "", lambda _html: "isi", ()) for url in ("/", "/a/b/c/", "/a/d.txt")]
    done = render_pages(
        pages, Templates(tmp_path), Bodies(tmp_path, "1"), tmp_path, {}, 1, quiet, quiet, quiet, laid_out=True
    )
    names = [staged_name(one.number, page.path, True) for one, page in zip(done, pages, strict=True)]
    assert [name.partition("/")[2] for name in names] == ["index.html", "a/b/c/index.html", "a/d.txt"]
    assert all((tmp_path / name).read_text() == "isi" for name in names)
    outside = [Page("/../x.txt", "", lambda _html: "isi", ())]
    with pytest.raises(ValueError, match="not a path of the output"):
        render_pages(
            outside,
            Templates(tmp_path),
            Bodies(tmp_path, "1"),
            tmp_path,
            {},
            1,
            quiet,
            quiet,
            quiet,
            laid_out=True,
        )


def test_many_pages_on_two_processes_come_back_in_order(tmp_path: Path) -> None:
    pages = [text_page(number) for number in range(200)]
    done = render_pages(
        pages, Templates(tmp_path), Bodies(tmp_path, "1"), tmp_path, {}, 2, quiet, quiet, quiet
    )
    assert [one.number for one in done] == list(range(200))
    assert all((tmp_path / str(n)).read_text() == f"nomor {n}" for n in range(200))


def test_fresh_workers_take_over_after_each_wave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "_WAVE", 100)
    pages = [Page(f"/{n}.txt", "", worker_of, (n,)) for n in range(250)]
    forks: list[int] = []
    done = render_pages(
        pages,
        Templates(tmp_path),
        Bodies(tmp_path, "1"),
        tmp_path,
        {},
        1 + 1,
        quiet,
        quiet,
        lambda: forks.append(1),
    )
    assert [one.number for one in done] == list(range(250))
    workers = [
        {(tmp_path / str(n)).read_text() for n in wave}
        for wave in (range(100), range(100, 200), range(200, 250))
    ]
    assert all(one.isdisjoint(other) for one, other in pairwise(workers))
    assert len(forks) == 3


def test_lists_make_shorter_waves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "_WAVE", 100)
    lists = [Page(f"/{n}.txt", "", length_of, (tuple(range(60)),)) for n in range(3)]
    forks: list[int] = []
    done = render_pages(
        lists,
        Templates(tmp_path),
        Bodies(tmp_path, "1"),
        tmp_path,
        {},
        1,
        quiet,
        quiet,
        lambda: forks.append(1),
    )
    assert len(done) == len(forks) == 3


def length_of(_html: Html, items: tuple[int, ...]) -> str:
    return str(len(items))


def worker_of(_html: Html, _number: int) -> str:
    return str(os.getpid())


def test_no_worker_outlives_a_failure(tmp_path: Path) -> None:
    def full(_: object) -> None:
        raise OSError(28, "penuh")

    pages = [text_page(number) for number in range(200)]
    with pytest.raises(OSError, match="penuh") as held:
        render_pages(pages, Templates(tmp_path), Bodies(tmp_path, "1"), tmp_path, {}, 2, quiet, full, quiet)
    assert held.tb is not None  # what failed is still looked at, as by a debugger
    assert active_children() == []


def test_a_wrong_template_is_told_once_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text("baik\n{{ tidak_ada }}\n")
    pages = [Page(f"/{n}/", "x.html", lambda _html: {}, ()) for n in range(3)]
    with pytest.raises(ContentErrors) as told:
        rendered(tmp_path, pages)
    assert [str(problem.place) for problem in told.value.problems] == ["templates/x.html:2"]


def test_texts_are_fetched_by_digest_and_packed_for_the_next_build(tmp_path: Path) -> None:
    record = article_of(article("isi"))
    pieces = ("<p>isi</p>", "")
    bodies = Bodies(tmp_path, "1")
    bodies.put({digest(pieces): pieces})
    record = record._replace(body=record.body._replace(html=digest(pieces)))
    page = Page("/x.txt", "", show, (record,))
    packed: dict[str, Packed | None] = {}
    render_pages([page], Templates(tmp_path), bodies, tmp_path, {}, 1, quiet, packed.update, quiet)
    assert (tmp_path / "0").read_text() == "<p>isi</p>"
    kept = packed["x.txt"]
    assert kept is not None
    assert kept.sources == (record.source,)
    lost = Page("/y.txt", "", show, (record._replace(body=record.body._replace(html="tidak ada")),))
    with pytest.raises(BodyMissing):
        render_pages([lost], Templates(tmp_path), bodies, tmp_path, {}, 1, quiet, quiet, quiet)
    bodies.close()


def show(html: Html, record: Article) -> str:
    return html[record.body.html][0]
