"""The same page in the site's other languages: for readers a switch, for search engines hreflang.

Google, "Localized versions of your pages": each version names all of them and itself, by absolute
addresses, and x-default names the one for everybody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lontar.errors import Place, Problem, nearest, problem
from lontar.model import urls
from lontar.model.article import Article
from lontar.pages.frame import Frame
from lontar.pages.planned import Page
from lontar.site.site import Edition, Site
from lontar.site.terms import same_terms

_FIRST = "halaman/"
_INDEX = {urls.record_url("product", "").rstrip("/"): urls.gallery()}
"""Where what lies in a folder is listed, if not at the folder's own address."""


def pair(pages: Sequence[Page], site: Site) -> list[Page]:
    """The pages, each with the addresses of the same page in other languages, or of the nearest one."""
    if len(site.editions) == 1:
        return list(pages)
    by_name: dict[str, dict[str, str]] = {}
    names = _names(site)
    places: dict[str, tuple[str, str]] = {}
    for page in pages:
        if page.template and page.url.endswith("/"):
            edition = _edition_of(page.url, site)
            name = names.get(page.url) or page.url.removeprefix(edition.prefix)
            places[page.url] = (edition.lang, name)
            if f"/{_FIRST}" not in page.url:
                by_name.setdefault(name, {})[edition.lang] = page.url
    langs = [edition.lang for edition in site.editions]
    return [
        _with_others(page, *places[page.url], langs, by_name) if page.url in places else page
        for page in pages
    ]


def _names(site: Site) -> dict[str, str]:
    """URLs of pages that are called otherwise in another language, with the URL in the site's own."""
    found = {}
    for edition in site.editions[1:]:
        for article in edition.articles:
            if article.translation_of:
                found[article.card.url] = urls.record_url("article", article.translation_of)
        tags, materials = same_terms(site.main, edition)
        for url_of, terms in ((urls.tag, tags), (urls.gallery_material, materials)):
            found |= {url_of(other, edition.prefix): url_of(own) for other, own in terms.items()}
    return found


def _edition_of(url: str, site: Site) -> Edition:
    return next((one for one in site.editions[1:] if url.startswith(f"{one.prefix}/")), site.main)


def _with_others(
    page: Page, own: str, name: str, langs: Sequence[str], by_name: Mapping[str, Mapping[str, str]]
) -> Page:
    """`own` is the language of the page, `name` what it is called in all; later pages of a list have none."""
    versions = {} if f"/{_FIRST}" in page.url else by_name[name]
    missing = [lang for lang in langs if lang != own and lang not in versions]
    near = [(lang, url) for lang in missing if (url := _above(name, lang, by_name))]
    return page._replace(versions=tuple(versions.items()) if len(versions) > 1 else (), nearest=tuple(near))


def _above(name: str, lang: str, by_name: Mapping[str, Mapping[str, str]]) -> str:
    """The page in `lang` of the nearest folder above a page that has one, "" when that is the home page."""
    while name := name.rstrip("/").rpartition("/")[0]:
        if url := by_name.get(_INDEX.get(name, f"{name}/"), {}).get(lang):
            return url
    return ""


def describe(
    frame: Frame, versions: Sequence[tuple[str, str]], nearest: Sequence[tuple[str, str]] = ()
) -> list[dict[str, Any]]:
    """`page.languages` of docs/templates.md: all languages of the site, the default first. Where it is not
    translated the entry leads to the nearest page, at last the home page, and is no version of it:
    `hreflang` is empty."""
    there, near = dict(versions), dict(nearest)
    found = []
    for lang, label, prefix in frame.languages if len(frame.languages) > 1 else ():
        url = there.get(lang)
        found.append(
            {
                "lang": lang,
                "label": label,
                "url": frame.href(url or near.get(lang) or urls.home(prefix)),
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
