"""What every page of one language shows around its content, as one value with one digest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from lontar.digest import digest
from lontar.model import urls
from lontar.model.config import Images
from lontar.pages.share_cards import Cards, make_cards
from lontar.site.site import Edition, Site

SEARCH_SCRIPT = "js/search.js"
"""A theme without this file has no search."""
CATALOGUE_SHEET = "print/catalogue.css"
"""A theme without this file has no catalogue to print, and no codes for labels."""


class WordMissing(LookupError):
    """The theme lacks a word that the engine needs; its key is the argument."""


class Words(dict[str, str]):
    """Texts by key; a key that is not there is a mistake of the theme, told as such."""

    def __missing__(self, key: str) -> str:
        raise WordMissing(key)


class Frame(NamedTuple):
    """`origin` is scheme and host, `base` the folder of the site on it; `site`, `words` and `assets` are
    what docs/templates.md calls `site`, `t` and `assets`; `menu` holds label, link and language of
    each entry, `languages` tag, name and prefix."""

    lang: str
    prefix: str
    origin: str
    base: str
    title: str
    description: str
    site: Mapping[str, Any]
    menu: tuple[tuple[str, str, str], ...]
    words: Mapping[str, str]
    assets: Mapping[str, str]
    categories: Mapping[str, Mapping[str, str]]
    images: Images
    endpoint: str
    organization: dict[str, Any]
    share_image: str
    languages: tuple[tuple[str, str, str], ...]
    cards: Cards
    digest: str

    def href(self, url: str) -> str:
        """A URL path of this site as a link; addresses elsewhere stay as they are."""
        return self.base + url if url.startswith("/") and not url.startswith("//") else url

    def other_lang(self, lang: str) -> str:
        """The language of a text where it is not the page's own (WCAG 2.2, 3.1.2), else ""."""
        return _other(lang, self.lang)

    def absolute(self, url: str) -> str:
        return self.origin + self.base + url


def make_frame(
    site: Site,
    edition: Edition,
    words: Mapping[str, Mapping[str, str]],
    assets: Mapping[str, str],
    design: str = "",
) -> Frame:
    """`assets` maps names under templates/assets to URL paths; `words` a language to its texts; `design` is
    the digest of templates/share."""
    config = site.config.in_language(edition.lang)
    address = urlsplit(config.site.url)
    origin, base = f"{address.scheme}://{address.netloc}", address.path.rstrip("/")
    texts = words.get(edition.lang) or words[config.site.language]

    def href(url: str) -> str:
        return base + url if url.startswith("/") else url

    written_in = edition.lang if config.menu != site.config.menu else config.site.language
    menu = [(entry.label, href(entry.url), written_in) for entry in config.menu]
    listed = {url for _, url, _ in menu}
    footer = []
    for page in edition.pages:
        entry = (page.title, href(page.url), page.title_lang)
        if page.menu == "utama" and entry[1] not in listed:
            menu.append(entry)
        elif page.menu == "kaki":
            footer.append(entry)
    view = {
        "title": config.site.title,
        "tagline": config.site.tagline,
        "description": config.site.description,
        "url": config.site.url,
        "base": base,
        "lang": edition.lang,
        "home": href(urls.home(edition.prefix)),
        "search": href(urls.search(edition.prefix)) if SEARCH_SCRIPT in assets else "",
        "catalogue": href(urls.catalogue(edition.prefix)) if CATALOGUE_SHEET in assets else "",
        "footer_menu": [
            {"label": label, "url": url, "lang": _other(lang, edition.lang)} for label, url, lang in footer
        ],
        "explore": [
            {"label": Words(texts)[word], "url": href(url)} for word, url in _ways(edition.prefix, assets)
        ],
        "calendar": href(urls.agenda_calendar(edition.prefix)) if edition.events else "",
        "organization": _organization(config.organization),
        "feeds": [
            {
                "title": config.site.title,
                "url": href(f"{edition.prefix}/feed.xml"),
                "type": "application/atom+xml",
            },
            {
                "title": config.site.title,
                "url": href(f"{edition.prefix}/feed.json"),
                "type": "application/feed+json",
            },
        ],
    }
    share = "/og-default.jpg" if "root/og-default.jpg" in assets else ""
    linked = {name: href(url) for name, url in assets.items()}
    parts = (
        edition.lang,
        edition.prefix,
        origin,
        base,
        config.site.title,
        config.site.description,
        view,
        tuple(menu),
        Words(texts),
        linked,
        config.categories,
        config.images,
        href(config.survey_endpoint),
        _legal_body(config.organization, origin + base),
        share,
        tuple(
            (one.lang, (words.get(one.lang) or texts)["language_name"], one.prefix) for one in site.editions
        ),
        make_cards(edition, design, config.site.title, config.images.share_cards),
    )
    return Frame(*parts, digest=digest(*parts))


def _other(lang: str, own: str) -> str:
    return lang if lang != own else ""


def _ways(prefix: str, assets: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the menu leaves out: the word for it, and its URL path."""
    yield "agenda", urls.agenda(prefix)
    if CATALOGUE_SHEET in assets:
        yield "catalogue", urls.catalogue(prefix)
    if SEARCH_SCRIPT in assets:
        yield "archive", urls.search(prefix) + "#arsip"
    yield "tags", urls.tags(prefix)


def _organization(organization: Any) -> dict[str, Any]:
    address = dict(organization.address)
    district = address.get("district", "")
    if district == address.get("regency"):
        district = ""  # its seat, of the same name
    lines = [
        address.get("street", ""),
        ", ".join(filter(None, (address.get("village"), district))),
        ", ".join(
            filter(None, (address.get("regency"), address.get("province"), address.get("postal_code")))
        ),
    ]
    whatsapp = organization.whatsapp
    return {
        "name": organization.name,
        "address": [line for line in lines if line],
        "email": organization.email,
        "whatsapp": {"label": f"+{whatsapp}", "url": f"https://wa.me/{whatsapp}"} if whatsapp else None,
        "social": [
            {"name": name, "label": name.capitalize(), "url": url} for name, url in organization.social
        ],
    }


def _legal_body(organization: Any, url: str) -> dict[str, Any]:
    """The Organization of schema.org (schema.org/Organization), without its @context."""
    address = dict(organization.address)
    named = {
        "streetAddress": address.get("street"),
        "addressLocality": address.get("regency") or address.get("district"),
        "addressRegion": address.get("province"),
        "postalCode": address.get("postal_code"),
        "addressCountry": address.get("country"),
    }
    found: dict[str, Any] = {
        "@type": "Organization",
        "@id": f"{url}/#organisasi",
        "name": organization.name,
        "url": f"{url}/",
    }
    if organization.email:
        found["email"] = organization.email
    if organization.whatsapp:
        found["telephone"] = f"+{organization.whatsapp}"
    if len(address) > 1:
        found["address"] = {"@type": "PostalAddress", **{key: value for key, value in named.items() if value}}
    if organization.social:
        found["sameAs"] = [link for _, link in organization.social]
    return found
