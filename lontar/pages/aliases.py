"""Old addresses: a page that leads on, and `_redirects` for hosts that know it (Netlify, Cloudflare)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from lontar.model.record import title_of, url_of
from lontar.pages.frame import Frame
from lontar.pages.meta import context
from lontar.pages.planned import Html, Page, Rank
from lontar.site.site import Edition, Site

TEMPLATE = "alias.html"


def plan(_site: Site, edition: Edition, frame: Frame) -> Iterator[Page]:
    for old in moved(edition):
        args = (frame, old.url, old.target, old.title)
        yield Page(old.url, TEMPLATE, view, args, old.source, Rank.PAGE, old.line)


def plan_redirects(site: Site, frame: Frame) -> Iterator[Page]:
    lines = tuple((old.url, old.target) for edition in site.editions for old in moved(edition))
    yield Page("/_redirects", "", view_redirects, (frame.base, lines), "", Rank.INDEX)


class Moved(NamedTuple):
    """An old URL path, the new one, the title there, and where the alias is written."""

    url: str
    target: str
    title: str
    source: str
    line: int


def moved(edition: Edition) -> Iterator[Moved]:
    """Every alias of every record."""
    for record in edition.texts:
        for alias in record.aliases:
            is_file = "." in alias.rsplit("/", 1)[1]
            old = alias if alias.endswith("/") or is_file else f"{alias}/"
            line = dict(record.lines).get("aliases", 0)
            yield Moved(old, url_of(record), title_of(record), record.source, line)


def view(_html: Html, frame: Frame, alias: str, target: str, title: str) -> dict[str, Any]:
    values = context(frame, "alias", title, alias, noindex=True)
    values["page"]["canonical"] = frame.absolute(target)
    return {**values, "target": frame.absolute(target), "target_path": frame.href(target)}


def view_redirects(_html: Html, base: str, lines: tuple[tuple[str, str], ...]) -> str:
    return "".join(f"{base}{alias} {base}{target} 301\n" for alias, target in sorted(lines))
