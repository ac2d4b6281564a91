"""Everything the endpoint can be told, with the defaults of a newcomer's machine."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

import sqlalchemy as sa

from lontar.survey.database import parse_url, sqlite_path
from lontar.survey.errors import OperatorError
from lontar.survey.limits import Network

DEFAULT_DATABASE = "sqlite:///survey.db"
DEFAULT_SURVEYS = "output/surveys.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """`origins`: other sites that may post; empty = this host only, and loopback ones while trying it out."""

    surveys: Path
    database: sa.URL
    secrets: Path
    host: str = "127.0.0.1"
    port: int = 8800
    path: str = "/s"
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    proxies: tuple[Network, ...] = ()
    quota: int = 30
    https: bool = False
    language: str = ""
    log: str = "all"


def secrets_path(database: sa.URL, given: str | None) -> Path:
    """Beside the SQLite file, or in the working folder."""
    if given:
        return Path(given)
    file = sqlite_path(database)
    return (file.parent if file else Path()) / "survey-secret.key"


def database_url(text: str) -> sa.URL:
    return parse_url(text)


def origin_of(text: str) -> str:
    """`scheme://host[:port]` as browsers send it: lower case, no path, no default port."""
    parts = urlsplit(text.strip())
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path not in ("", "/"):
        raise OperatorError(
            f"--allow-origin: {text!r} is not an origin: write https://example.org, without a path"
        )
    host = parts.netloc.lower()
    default = ":443" if parts.scheme == "https" else ":80"
    return f"{parts.scheme}://{host.removesuffix(default)}"


def network_of(text: str) -> Network:
    try:
        return ip_network(text.strip(), strict=False)
    except ValueError as error:
        raise OperatorError(
            f"--trusted-proxy: {text!r} is not an address: write 127.0.0.1 or 10.0.0.0/8"
        ) from error


def base_path(text: str) -> str:
    path = text.strip().rstrip("/")
    if not path.startswith("/") or "{" in path or "//" in path:
        raise OperatorError(f"--path: {text!r} is not a path: write /s or /survei/suara")
    return path
