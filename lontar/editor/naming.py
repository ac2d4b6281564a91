"""The name of a new file: a slug that is free, in the folder of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from pathlib import PurePosixPath

from lontar.errors import Place, Problem, problem
from lontar.load.references import record_of
from lontar.load.sources import Sources
from lontar.load.translations import LANGUAGES
from lontar.model import urls

KINDS: Mapping[str, str] = {
    **{folder: kind for folder, kind in urls.KINDS.items() if kind != "survey"},
    **{kind: kind for kind in urls.FOLDERS if kind != "survey"},
}
"""What a kind may be called: by its folder ("berita") or in English ("article")."""


def slug_problem(kind: str, title: str, slug: str, sources: Sources) -> Problem | None:
    """Why a new record cannot have this slug; None when it can."""
    if not urls.SLUG.match(slug) or len(slug) > urls.SLUG_LENGTH:
        return problem(Place(title), "title-nameless", found=title)
    taken = taken_slugs(kind, sources)
    if slug not in taken:
        return None
    free = next(name for number in count(2) if (name := f"{slug}-{number}") not in taken)
    url = urls.record_url(kind, slug)
    if not taken[slug]:
        return problem(Place(title), "name-own", url=url, suggestion=free)
    return problem(Place(taken[slug]), "name-taken", url=url, suggestion=free)


def taken_slugs(kind: str, sources: Sources) -> dict[str, str]:
    """The slugs of this kind in use, each with its file ("" where the site itself uses the address)."""
    taken: dict[str, str] = {}
    if kind == "page":
        own = (urls.news(), urls.gallery(), urls.makers(), urls.tags(), urls.agenda(), urls.catalogue())
        names = (*(url.strip("/") for url in own), *urls.FOLDERS.values(), *LANGUAGES, "media", "assets")
        taken = dict.fromkeys(names, "")
    for path in sources.records:
        record = record_of(path)
        if record is not None and record[0] == kind:
            taken[record[1]] = path
    return taken


def path_for(kind: str, slug: str, group: str, beside: bool) -> PurePosixPath:
    """Where the file goes; `group` is the year of news and events, or the category of a product, ""
    for others. With photos beside it the record is the index of a folder of its own."""
    folder = PurePosixPath("content", urls.FOLDERS[kind], group)
    suffix = urls.SUFFIXES[kind][0]
    return folder / slug / f"index{suffix}" if beside else folder / f"{slug}{suffix}"
