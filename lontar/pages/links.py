"""Internal links against the pages that will exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from lontar.errors import Place, Problem, problem
from lontar.model import urls
from lontar.model.record import Text, url_of
from lontar.pages.planned import Page
from lontar.site.site import Site


def find_broken_links(site: Site, pages: Iterable[Page], failed: Iterable[str] = ()) -> Iterator[Problem]:
    """Links to pages that are not planned, and to headings that a text does not have. `failed` are sources
    that could not be read: links to their pages are not wrong on their account."""
    known = {page.url for page in pages} | {url for path in failed if (url := _url_of_source(path))}
    anchors = dict(_anchors(site))
    for record in _records(site):
        for link in record.body.links:
            place = Place(record.source, link.line)
            url = link.url or url_of(record)
            if url not in known:
                near = get_close_matches(url.lstrip("?"), known, 1, 0.6)
                yield problem(place, "link-missing", found=url.lstrip("?"), nearest=near[0] if near else "")
            elif link.fragment and url in anchors and link.fragment not in anchors[url]:
                near = get_close_matches(link.fragment, anchors[url], 1, 0.5)
                yield problem(
                    place, "anchor-missing", found=link.fragment, url=url, nearest=near[0] if near else ""
                )


def _records(site: Site) -> Iterator[Text]:
    for edition in site.editions:
        yield from edition.texts


def _url_of_source(path: str) -> str | None:
    parts = PurePosixPath(path).parts
    kind = urls.KINDS.get(parts[1]) if len(parts) > 2 else None
    return urls.record_url(kind, urls.split_name(PurePosixPath(path))[0]) if kind else None


def _anchors(site: Site) -> Iterator[tuple[str, frozenset[str]]]:
    """The ids in each text; "isi" is where every page's content begins."""
    for record in _records(site):
        yield url_of(record), frozenset((*record.body.anchors, "isi"))
