"""site_config.yaml as it is written."""

import re
from dataclasses import dataclass, field
from typing import Annotated, Literal, LiteralString, get_args

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from lontar.load.written.values import STRICT, Email, Line, Slug, Text, Title, WebAddress, WhatsApp
from lontar.model.config import Filter

Level = Literal["error", "warning", "off"]


def _zone(value: str) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError("timezone", "not a time zone") from None
    return value


def _link(value: str) -> str:
    if not value.startswith(("/", "https://", "http://", "mailto:", "tel:")):
        raise PydanticCustomError("link", "not a link")
    return value


def _matching(pattern: str, code: LiteralString) -> AfterValidator:
    """Refuses what the whole of the pattern does not match. Values of publish targets reach other programs
    as arguments: none may begin with a hyphen, climb out with ".." or hold what a shell would act on."""

    def check(value: str) -> str:
        if not re.fullmatch(pattern, value, re.ASCII) or ".." in value:
            raise PydanticCustomError(code.replace("-", "_"), "not of the known form")
        return value

    return AfterValidator(check)


_HOST = r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?"
_USER = r"([A-Za-z0-9_][A-Za-z0-9._-]*@)?"
_ADDRESS = rf"(https://[A-Za-z0-9]|ssh://{_USER}{_HOST}[:/]|{_USER}{_HOST}:(?!:|//)|/)[A-Za-z0-9._~@:/-]*"
Folder = Annotated[
    str, _matching(r"/?[A-Za-z0-9._][A-Za-z0-9._-]*(/[A-Za-z0-9._][A-Za-z0-9._-]*)*/?", "publish-path")
]
Host = Annotated[str, _matching(_USER + _HOST, "ssh-host")]
Remote = Annotated[str, _matching(rf"[A-Za-z0-9][A-Za-z0-9._-]*|{_ADDRESS}", "git-remote")]
Branch = Annotated[str, _matching(r"[A-Za-z0-9][A-Za-z0-9_-]*([./][A-Za-z0-9_-]+)*", "git-branch")]
Zone = Annotated[str, AfterValidator(_zone)]
Target = Annotated[str, StringConstraints(min_length=1, max_length=500), AfterValidator(_link)]
Count = Annotated[int, Field(ge=1, le=500)]


@dataclass(frozen=True, slots=True)
class WrittenSite:
    __pydantic_config__ = STRICT

    title: Title
    url: WebAddress
    tagline: Line = ""
    description: Text = ""
    language: Literal["id", "en"] = "id"
    timezone: Zone = "Asia/Jakarta"


@dataclass(frozen=True, slots=True)
class WrittenAddress:
    __pydantic_config__ = STRICT

    street: Line = ""
    village: Line = ""
    district: Line = ""
    regency: Line = ""
    province: Line = ""
    postal_code: Line = ""
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = "ID"


@dataclass(frozen=True, slots=True)
class WrittenOrganization:
    __pydantic_config__ = STRICT

    name: Title = ""
    logo: Line = ""
    address: WrittenAddress | None = None
    email: Email | None = None
    whatsapp: WhatsApp | None = None
    social: dict[Slug, WebAddress] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WrittenMenuEntry:
    __pydantic_config__ = STRICT

    label: Line
    url: Target


@dataclass(frozen=True, slots=True)
class WrittenCategories:
    __pydantic_config__ = STRICT

    berita: dict[Slug, Line] = field(default_factory=dict)
    produk: dict[Slug, Line] = field(default_factory=dict)
    agenda: dict[Slug, Line] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WrittenPageSize:
    __pydantic_config__ = STRICT

    berita: Count = 12
    galeri: Count = 24
    tag: Count = 20
    agenda: Count = 20


@dataclass(frozen=True, slots=True)
class WrittenLists:
    __pydantic_config__ = STRICT

    archive: bool = True
    filters: list[Filter] = field(default_factory=lambda: list(get_args(Filter)))


@dataclass(frozen=True, slots=True)
class WrittenImages:
    __pydantic_config__ = STRICT

    widths: Annotated[list[Annotated[int, Field(ge=16, le=6000)]], Field(min_length=1, max_length=8)] = field(
        default_factory=lambda: [480, 960, 1600]
    )
    formats: Annotated[list[Literal["webp", "jpeg", "avif"]], Field(min_length=1)] = field(
        default_factory=lambda: ["avif", "webp", "jpeg"]
    )
    publish_originals: bool = False
    share_cards: Annotated[int, Field(ge=0, le=100_000)] = 500
    crops: bool = True


@dataclass(frozen=True, slots=True)
class WrittenSurveySettings:
    __pydantic_config__ = STRICT

    endpoint: Target = "/s/"


@dataclass(frozen=True, slots=True)
class WrittenChecks:
    __pydantic_config__ = STRICT

    links: Level = "error"
    images: Level = "error"
    alt: Level = "warning"
    summary: Level = "warning"
    html: Level = "warning"
    title: Level = "warning"
    photos: Level = "warning"
    tags: Level = "warning"
    unused: Level = "warning"
    dates: Level = "warning"
    budgets: Level = "warning"
    access: Level = "warning"
    catalogue: Level = "warning"


@dataclass(frozen=True, slots=True)
class WrittenHosting:
    """`headers` writes the file _headers, which Netlify and Cloudflare Pages read."""

    __pydantic_config__ = STRICT

    headers: bool = False


@dataclass(frozen=True, slots=True)
class WrittenTarget:
    """Where a site is published. Which of the fields belong to which kind: lontar.load.targets."""

    __pydantic_config__ = STRICT

    kind: Literal["dir", "rsync", "git"]
    path: Folder | None = None
    host: Host | None = None
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    remote: Remote | None = None
    branch: Branch | None = None


Kilobytes = Annotated[int, Field(ge=0, le=100_000)]
PageKind = Literal[
    "semua", "home", "article", "listing", "tags", "gallery", "product", "makers", "maker", "page", "search",
    "survey", "agenda", "event", "catalogue", "404",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class WrittenBudget:
    """The most that a page may weigh as it is sent, in kB; 0 is no limit."""

    __pydantic_config__ = STRICT

    html: Kilobytes = 0
    css: Kilobytes = 0
    js: Kilobytes = 0
    fonts: Kilobytes = 0
    images: Kilobytes = 0


@dataclass(frozen=True, slots=True)
class WrittenLanguage:
    """What the site says of itself in another language."""

    __pydantic_config__ = STRICT

    title: Line = ""
    tagline: Line = ""
    description: Text = ""
    menu: list[WrittenMenuEntry] = field(default_factory=list)
    categories: WrittenCategories = field(default_factory=WrittenCategories)


@dataclass(frozen=True, slots=True)
class WrittenConfig:
    __pydantic_config__ = STRICT

    site: WrittenSite
    organization: WrittenOrganization = field(default_factory=WrittenOrganization)
    menu: list[WrittenMenuEntry] = field(default_factory=list)
    categories: WrittenCategories = field(default_factory=WrittenCategories)
    page_size: WrittenPageSize = field(default_factory=WrittenPageSize)
    lists: WrittenLists = field(default_factory=WrittenLists)
    images: WrittenImages = field(default_factory=WrittenImages)
    survey: WrittenSurveySettings = field(default_factory=WrittenSurveySettings)
    checks: WrittenChecks = field(default_factory=WrittenChecks)
    hosting: WrittenHosting = field(default_factory=WrittenHosting)
    publish: dict[Slug, WrittenTarget] = field(default_factory=dict)
    languages: dict[Literal["id", "en"], WrittenLanguage] = field(default_factory=dict)
    budgets: dict[PageKind, WrittenBudget] = field(default_factory=dict)
