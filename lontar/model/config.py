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


class Images(NamedTuple):
    """`widths` in pixels, ascending; `formats` in the order a browser shall prefer them, JPEG last."""

    widths: tuple[int, ...]
    formats: tuple[Format, ...]
    publish_originals: bool


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
    images: Images
    survey_endpoint: str
    checks: Mapping[str, Level]
    headers: bool
    lines: Mapping[str, int]
    digest: str
    targets: tuple[Target, ...] = ()
