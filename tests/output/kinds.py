"""One page of each kind of the sample site, found by the mark that templates/base.html leaves."""

from __future__ import annotations

from tests.tools.site import BuiltSite, Page

NAMES = (
    *("home", "article", "news", "category", "tag", "tags", "archive", "gallery", "product"),
    *("makers", "maker", "page", "search", "survey", "agenda", "event", "catalogue", "notfound"),
)


def kind_of(page: Page) -> str:
    """The kind of a page, "" for a page without a body of the theme (an alias)."""
    for name in page.tree.body.get("class", "").split():
        if name.startswith("kind-"):
            return str(name.removeprefix("kind-"))
    return ""


def of_kind(site: BuiltSite, name: str) -> list[Page]:
    return [page for page in site.real_pages() if kind_of(page) == name]


def richest(site: BuiltSite, name: str, lang: str = "id") -> Page:
    """The page of a kind that has most in it: the best one to judge the kind by."""
    pages = (page for page in of_kind(site, name) if page.tree.get("lang") == lang)
    return max(pages, key=lambda page: (len(page.raw), page.url))
