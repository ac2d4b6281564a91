"""Pages to finished files in the staging folder, on all cores.

Workers are forked when the plan is made: they inherit it, so nothing but page numbers is sent to them
and nothing but results comes back; the pages themselves go to disk where they were made. What is inherited is
shared until it is looked at, as Python counts references in the objects themselves: after some thousands of
pages fresh workers take over, before each holds a copy of the whole plan (docs/decisions/0052-waves.md).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from lontar.cache.bodies import Bodies
from lontar.cache.kept import Packed
from lontar.errors import ContentErrors, Place, Problem, problem
from lontar.output import Stamp, sha256_of, staged_name, write_staged
from lontar.pages import languages
from lontar.pages.frame import WordMissing
from lontar.pages.planned import Html, Page
from lontar.parallel import chunks, map_over, process_pool
from lontar.pipeline.kept import pack
from lontar.pipeline.report import Progress
from lontar.render.templates import TemplateFault, Templates

_CHUNK = 50
_WAVE = 40_000
"""Items that the same workers look at."""
_LARGE, _SHORT_WAVE, _WAVES = 500_000, 28_000, 64
"""From so many items on waves are shorter, for a gigabyte is to hold all processes; but there are not more
than so many of them, for a fork copies the tables of all memory."""
_ALONE = 60
"""Fewer pages than this are rendered here: forking would take longer."""
_MOST_PROBLEMS = 50


class Rendered(NamedTuple):
    """`stamp` is that of the file in the staging folder; there is none when it has the same bytes as before
    and so need not be written."""

    number: int
    key: str
    sha256: str
    stamp: Stamp | None = None


Keep = Callable[[Mapping[str, Packed | None]], None]
"""Called with what pages were made from, by their paths, as they are made; None for those without a text."""
_Made = tuple[Rendered, Packed | None]


class _Work(NamedTuple):
    pages: Sequence[Page]
    templates: Templates
    bodies: Bodies
    staging: Path
    known: Mapping[str, str]
    laid_out: bool


_work: _Work | None = None
"""What a forked worker inherits; set only around a run."""


def render_pages(
    pages: Sequence[Page],
    templates: Templates,
    bodies: Bodies,
    staging: Path,
    known: Mapping[str, str],
    jobs: int,
    progress: Progress,
    keep: Keep,
    before_fork: Callable[[], None],
    laid_out: bool = False,
) -> list[Rendered]:
    """Render `pages`; those whose SHA-256 differs from `known` (by path) are written to the staging folder:
    see lontar.output.staged_name. `before_fork` closes what processes must not inherit.

    ContentErrors when templates are wrong; BodyMissing when the cache is.
    """
    global _work
    done: list[Rendered] = []
    problems: list[Problem] = []
    work = _Work(pages, templates, bodies, staging, known, laid_out)
    _work = work
    try:
        with closing(_in_waves(pages, jobs, (bodies.close, before_fork))) as waves:
            for told in waves:
                packed: dict[str, Packed | None] = {}
                for one in told:
                    if isinstance(one, Problem):
                        problems.append(one)
                    else:
                        done.append(one[0])
                        packed[pages[one[0].number].path] = one[1]
                keep(packed)
                progress("pages", len(done), len(pages))
                if len(problems) >= _MOST_PROBLEMS:
                    break
    finally:
        _work = None
    if problems:
        raise ContentErrors(problems)
    return done


def _in_waves(
    pages: Sequence[Page], jobs: int, before_fork: Iterable[Callable[[], None]]
) -> Generator[list[_Made | Problem]]:
    """Rendered pages, a chunk at a time; to be closed, for then what has not begun is cancelled at once."""
    for wave in _waves(pages):
        for close in before_fork:
            close()
        pool = process_pool(jobs) if jobs > 1 and len(pages) > _ALONE else None
        try:
            yield from map_over(pool, _render_chunk, chunks(wave, _CHUNK))
        finally:
            if pool is not None:
                pool.shutdown(wait=True, cancel_futures=True)


def _waves(pages: Sequence[Page]) -> Iterator[range]:
    """Pages in ranges that look at about as many items each: a list looks at more than an article."""
    items = [1 + sum(len(one) for one in page.args if type(one) is tuple) for page in pages]
    whole = sum(items)
    most = _WAVE if whole < _LARGE else max(_SHORT_WAVE, whole // _WAVES)
    start = looked = 0
    for number, count in enumerate(items):
        if looked + count > most and number > start:
            yield range(start, number)
            start, looked = number, 0
        looked += count
    if pages:
        yield range(start, len(pages))


def _render_chunk(numbers: Sequence[int]) -> list[_Made | Problem]:
    assert _work is not None
    found: list[_Made | Problem] = []
    pages = _work.pages
    shown = {number: [text.body.html for text in pages[number].texts] for number in numbers}
    texts = _work.bodies.get_all(key for keys in shown.values() for key in keys)
    for number, keys in shown.items():
        try:
            found.append(_render(_work, number, {key: texts[key] for key in keys}))
        except TemplateFault as error:
            found.append(error.problem)
        except WordMissing as error:
            found.append(word_problem(error))
    return found


def word_problem(error: WordMissing) -> Problem:
    return problem(Place("templates/words/"), "word-unknown", key=error.args[0])


def _render(work: _Work, number: int, html: Html) -> _Made:
    page = work.pages[number]
    data = make(page, work.templates, html)
    sha256 = sha256_of(data)
    stamp: Stamp | None = None
    if work.known.get(page.path) != sha256:
        stamp = write_staged(f"{work.staging}/{staged_name(number, page.path, work.laid_out)}", data)
    return Rendered(number, page.key, sha256, stamp), pack(page)


def make(page: Page, templates: Templates, html: Html) -> bytes:
    """The bytes of one page, `html` being its texts by digest."""
    made = page.view(html, *page.args)
    if isinstance(made, bytes):
        return made
    if (page.versions or page.nearest) and isinstance(made, dict):
        made["page"]["languages"] = languages.describe(page.args[0], page.versions, page.nearest)
    text = made if isinstance(made, str) else templates.render(page.template, made)
    return text.encode()
