"""The same page in the site's other languages: for readers a switch, for search engines hreflang.

Google, "Localized versions of your pages": each version names all of them and itself, by absolute
addresses, and x-default names the one for everybody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lontar.errors import Place, Problem, nearest, problem
from lontar.model import urls
from lontar.model.article import Article
from lontar.pages.frame import Frame
from lontar.pages.planned import Page
from lontar.site.site import Edition, Site

_FIRST = "halaman/"


def pair(pages: Sequence[Page], site: Site) -> list[Page]:
    """The pages, each with the addresses of the same page in other languages."""
    if len(site.editions) == 1:
        return list(pages)
    by_name: dict[str, dict[str, str]] = {}
    names = _names(site)
    places: dict[str, tuple[str, str]] = {}
    for page in pages:
        if page.template and page.url.endswith("/") and f"/{_FIRST}" not in page.url:
            edition = _edition_of(page.url, site)
            name = names.get(page.url) or page.url.removeprefix(edition.prefix)
            places[page.url] = (edition.lang, name)
            by_name.setdefault(name, {})[edition.lang] = page.url
    return [
        _with_others(page, by_name[places[page.url][1]]) if page.url in places else page for page in pages
    ]


def _names(site: Site) -> dict[str, str]:
    """URLs of the articles that translate one of another name, with that one's URL."""
    return {
        article.card.url: urls.record_url("article", article.translation_of)
        for edition in site.editions[1:]
        for article in edition.articles
        if article.translation_of
    }


def _edition_of(url: str, site: Site) -> Edition:
    return next((one for one in site.editions[1:] if url.startswith(f"{one.prefix}/")), site.main)


def _with_others(page: Page, versions: dict[str, str]) -> Page:
    return page._replace(versions=tuple(versions.items())) if len(versions) > 1 else page


def describe(frame: Frame, versions: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """`page.languages` of docs/templates.md: all languages of the site, the default first. Where it is not
    translated the entry leads to that language's home page and is no version of it: `hreflang` is empty."""
    there = dict(versions)
    found = []
    for lang, label, prefix in frame.languages if len(frame.languages) > 1 else ():
        url = there.get(lang)
        found.append(
            {
                "lang": lang,
                "label": label,
                "url": frame.href(url or urls.home(prefix)),
                "absolute": frame.absolute(url) if url else "",
                "hreflang": lang if url else "",
                "current": lang == frame.lang,
            }
        )
    return found


def find_problems(site: Site) -> Iterator[Problem]:
    """Translations of articles that do not exist."""
    known = {article.slug for article in site.main.articles}
    for edition in site.editions:
        for article in edition.articles:
            name = article.translation_of
            if name and (edition is site.main or name not in known):
                yield problem(
                    _place(article), "translation-unknown", found=name, nearest=nearest(name, known)
                )


def _place(article: Article) -> Place:
    return Place(article.source, dict(article.lines).get("translation_of", 1), field="translation_of")
