"""site_config.yaml, checked and complete: every setting has its value here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Level = Literal["error", "warning", "off"]
Format = Literal["webp", "jpeg", "avif"]


class SiteIdentity(NamedTuple):
    """`url` is the origin, without a slash at its end; `path` the folder below it, "" at the root."""

    title: str
    url: str
    tagline: str
    description: str
    language: str
    timezone: str


class Organization(NamedTuple):
    name: str
    logo: str
    address: tuple[tuple[str, str], ...]
    email: str
    whatsapp: str
    social: tuple[tuple[str, str], ...]


class MenuEntry(NamedTuple):
    label: str
    url: str


class Budget(NamedTuple):
    """The most that a page may weigh, in kB (1,000 bytes) as it is sent; 0 where there is no limit."""

    html: int
    css: int
    js: int
    fonts: int
    images: int


class LanguageTexts(NamedTuple):
    """What the site says of itself in another language; what is empty stays in the default one."""

    title: str
    tagline: str
    description: str
    menu: tuple[MenuEntry, ...]
    categories: Mapping[str, Mapping[str, str]]


Filter = Literal["bahan", "perajin", "harga", "ketersediaan"]


class Lists(NamedTuple):
    """Lists that are made besides those by category and tag: of news by year and month, and of products by
    each of `filters`, as addresses name them."""

    archive: bool
    filters: tuple[Filter, ...]


class Images(NamedTuple):
    """`widths` in pixels, ascending; `formats` in the order a browser shall prefer them, JPEG last;
    `share_cards` the most pages of a kind that have a share image composed with their own title; `crops`
    whether shapes are cut of photos, too: for previews, search engines and phones."""

    widths: tuple[int, ...]
    formats: tuple[Format, ...]
    publish_originals: bool
    share_cards: int = 500
    crops: bool = True


class Target(NamedTuple):
    """Where the site is published: `path` for the kinds dir and rsync, `host` and `port` for rsync, `remote`
    and `branch` for git; what a kind does not use is empty."""

    name: str
    kind: Literal["dir", "rsync", "git"]
    path: str
    host: str
    port: int
    remote: str
    branch: str


class Config(NamedTuple):
    """`categories` maps a kind ("berita", "produk", "agenda") to its slugs and labels; `page_size` a listing
    to the number of its entries; `checks` a rule to its severity; `headers` asks for the file _headers.
    `targets` say nothing of what the site is, so they are no part of the digest."""

    site: SiteIdentity
    organization: Organization
    menu: tuple[MenuEntry, ...]
    categories: Mapping[str, Mapping[str, str]]
    page_size: Mapping[str, int]
    lists: Lists
    images: Images
    survey_endpoint: str
    checks: Mapping[str, Level]
    headers: bool
    lines: Mapping[str, int]
    digest: str
    targets: tuple[Target, ...] = ()
    languages: tuple[tuple[str, LanguageTexts], ...] = ()
    budgets: tuple[tuple[str, Budget], ...] = ()

    def in_language(self, lang: str) -> Config:
        """The configuration as an edition in `lang` shows it."""
        texts = dict(self.languages).get(lang)
        if texts is None:
            return self
        site = self.site._replace(
            **{name: value for name in ("title", "tagline", "description") if (value := getattr(texts, name))}
        )
        labels = {kind: {**own, **texts.categories.get(kind, {})} for kind, own in self.categories.items()}
        return self._replace(site=site, menu=texts.menu or self.menu, categories=labels)
