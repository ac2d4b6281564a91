"""site_config.yaml to Config, or everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lontar.digest import digest
from lontar.errors import ConfigErrors, Place, Problem, problem
from lontar.load.documents import Document
from lontar.load.text import decode
from lontar.model.config import (
    Budget,
    Config,
    Images,
    LanguageTexts,
    Lists,
    MenuEntry,
    Organization,
    SiteIdentity,
    Target,
)

if TYPE_CHECKING:
    from lontar.load.written.config import WrittenLanguage

NAME = "site_config.yaml"


def read_config(root: Path) -> Config:
    """The site's configuration. ConfigErrors with all its mistakes."""
    try:
        data = (root / NAME).read_bytes()
    except FileNotFoundError:
        raise ConfigErrors([problem(Place(NAME), "config-missing", folder=root.name or str(root))]) from None
    except OSError as error:
        raise ConfigErrors([problem(Place(NAME), "file-unreadable", reason=error.strerror or "")]) from None
    return parse_config(data)


def parse_config(data: bytes) -> Config:
    from lontar.load.schema import validate
    from lontar.load.targets import read_targets
    from lontar.load.written.config import WrittenConfig
    from lontar.load.yaml_guard import read_mapping

    text = decode(NAME, data)
    read = text if isinstance(text, Problem) else read_mapping(NAME, text)
    if isinstance(read, Problem):
        raise ConfigErrors([read])
    values, lines = read
    document = Document(NAME, "config", "", "", values, lines, "", 1)
    written = validate(WrittenConfig, document)
    if isinstance(written, list):
        raise ConfigErrors(written)
    targets = read_targets(written.publish, document)
    if wrong := [one for one in targets if isinstance(one, Problem)]:
        raise ConfigErrors(wrong)
    known = tuple(one for one in targets if isinstance(one, Target))
    return _config(written, {".".join(map(str, path)): line for path, line in lines.items()}, known)


def _config(written: object, lines: dict[str, int], targets: tuple[Target, ...]) -> Config:
    from lontar.load.written.config import WrittenConfig

    assert isinstance(written, WrittenConfig)
    site, organization, images = written.site, written.organization, written.images
    address = organization.address
    parts = (
        SiteIdentity(
            site.title, site.url.rstrip("/"), site.tagline, site.description, site.language, site.timezone
        ),
        Organization(
            name=organization.name or site.title,
            logo=organization.logo,
            address=tuple((name, value) for name in address.__slots__ if (value := getattr(address, name)))
            if address
            else (),
            email=organization.email or "",
            whatsapp=organization.whatsapp or "",
            social=tuple(organization.social.items()),
        ),
        tuple(MenuEntry(entry.label, entry.url) for entry in written.menu),
        {name: dict(getattr(written.categories, name)) for name in ("berita", "produk", "agenda")},
        {name: getattr(written.page_size, name) for name in ("berita", "galeri", "tag", "agenda")},
        Lists(written.lists.archive, tuple(dict.fromkeys(written.lists.filters))),
        Images(
            widths=tuple(sorted(set(images.widths))),
            formats=(*(f for f in dict.fromkeys(images.formats) if f != "jpeg"), "jpeg"),
            publish_originals=images.publish_originals,
            share_cards=images.share_cards,
            crops=images.crops,
        ),
        written.survey.endpoint,
        {name: getattr(written.checks, name) for name in written.checks.__slots__},
        written.hosting.headers,
    )
    languages = tuple((str(lang), _texts(one)) for lang, one in written.languages.items())
    budgets = tuple(
        (str(kind), Budget(one.html, one.css, one.js, one.fonts, one.images))
        for kind, one in written.budgets.items()
    )
    whole = digest(*parts, languages, budgets)
    return Config(*parts, lines=lines, digest=whole, targets=targets, languages=languages, budgets=budgets)


def _texts(written: WrittenLanguage) -> LanguageTexts:
    return LanguageTexts(
        written.title,
        written.tagline,
        written.description,
        tuple(MenuEntry(entry.label, entry.url) for entry in written.menu),
        {name: dict(getattr(written.categories, name)) for name in ("berita", "produk", "agenda")},
    )


def base_path(url: str) -> str:
    """The folder below which a site lies on its host: "" for "https://x.id", "/galeri" for "https://x.id/galeri"."""
    return urlsplit(url).path.rstrip("/")
