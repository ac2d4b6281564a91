"""Internal links against the pages that will exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from lontar.errors import Place, Problem, nearest, problem
from lontar.model import urls
from lontar.model.config import MenuEntry
from lontar.model.record import Text, url_of
from lontar.pages.bodies import photo_anchors
from lontar.pages.planned import Page
from lontar.site.site import Site

_MOST_LOOKS = 20


def find_broken_links(site: Site, pages: Iterable[Page], failed: Iterable[str] = ()) -> Iterator[Problem]:
    """Links to pages that are not planned, and to headings and photos that a page does not have. `failed` are
    sources that could not be read: links to their pages are not wrong on their account."""
    known = {page.url for page in pages} | {url for path in failed if (url := _url_of_source(path))}
    texts = {url_of(record): record for record in _records(site)}
    # "isi" is where every page's content begins
    anchors = {url: frozenset((*record.body.anchors, "isi")) for url, record in texts.items()}
    near = _Nearest(known)
    for menu, entries in _menus(site):
        for number, entry in enumerate(entries):
            if entry.url.startswith("/") and entry.url.partition("#")[0] not in known:
                line = site.config.lines.get(f"{menu}.{number}.url", 0)
                place = Place("site_config.yaml", line, field=f"{menu}.{number + 1}.url")
                yield problem(place, "link-missing", found=entry.url, nearest=near.to(entry.url))
    for record in _records(site):
        for link in record.body.links:
            place = Place(record.source, link.line)
            url = link.url or url_of(record)
            if url not in known:
                wrong = url.lstrip("?")
                yield problem(place, "link-missing", found=wrong, nearest=near.to(wrong))
            elif (
                link.fragment
                and url in anchors
                and link.fragment not in anchors[url]
                and link.fragment not in photo_anchors(texts[url])
            ):
                close = nearest(link.fragment, anchors[url])
                yield problem(place, "anchor-missing", found=link.fragment, url=url, nearest=close)


def _menus(site: Site) -> Iterator[tuple[str, tuple[MenuEntry, ...]]]:
    """Each menu with the name of its key in the configuration."""
    yield "menu", site.config.menu
    for edition in site.editions[1:]:
        if (texts := dict(site.config.languages).get(edition.lang)) is not None:
            yield f"languages.{edition.lang}.menu", texts.menu


class _Nearest:
    """The known URL most like a wrong one. Looking is slow, so it is done for the first few only."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)
        self._found: dict[str, str] = {}

    def to(self, url: str) -> str:
        if url not in self._found:
            few = len(self._found) < _MOST_LOOKS
            self._found[url] = nearest(url, self._known, 0.6) if few else ""
        return self._found[url]


def _records(site: Site) -> Iterator[Text]:
    for edition in site.editions:
        yield from edition.texts


def _url_of_source(path: str) -> str | None:
    parts = PurePosixPath(path).parts
    kind = urls.KINDS.get(parts[1]) if len(parts) > 2 else None
    return urls.record_url(kind, urls.split_name(path)[0]) if kind else None
