"""What a host shall say along with every file, for hosts that read it from a file named _headers.

Format: Netlify's and Cloudflare Pages' "_headers" (a path with "*", then indented lines). Where two rules set
the same header their values are joined, so no header stands in two rules. docs/hosting/ has the same for
nginx and Caddy.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from lontar.model.video import PLAYERS
from lontar.pages.assets import FOLDER
from lontar.pages.frame import Frame
from lontar.pages.planned import Html, Page, Rank
from lontar.site.site import Site

PATH = "/_headers"
IMMUTABLE = "public, max-age=31536000, immutable"
"""For files that carry a digest in their names. Others are asked for anew each time, the hosts' default."""
_PHOTOS = "/media/"
_DENIED = (
    "accelerometer",
    "camera",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)


def plan(site: Site, frame: Frame) -> Iterator[Page]:
    if site.config.headers:
        yield Page(PATH, "", view, (frame.base, frame.endpoint), "", Rank.INDEX)


def view(_html: Html, base: str, endpoint: str) -> str:
    rules = [(f"{base}/*", headers(endpoint))]
    rules += [(f"{base}{folder}*", [("Cache-Control", IMMUTABLE)]) for folder in (FOLDER, _PHOTOS)]
    lines: list[str] = []
    for path, values in rules:
        lines += [path, *(f"  {name}: {value}" for name, value in values)]
    return "\n".join(lines) + "\n"


def headers(endpoint: str) -> list[tuple[str, str]]:
    """For every file; `endpoint` is the address that takes votes, on this host or another."""
    return [
        ("Content-Security-Policy", policy(endpoint)),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", ", ".join(f"{name}=()" for name in _DENIED)),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]


def policy(endpoint: str) -> str:
    """Nothing inline and nothing from elsewhere, but for votes and for videos once they are clicked
    (Content Security Policy Level 3, w3.org/TR/CSP3)."""
    parts = urlsplit(endpoint)
    votes = f"'self' {parts.scheme}://{parts.netloc}" if parts.netloc else "'self'"
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",  # the search engine is WebAssembly
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            f"connect-src {votes}",
            f"form-action {votes}",
            f"frame-src {' '.join(PLAYERS)}",
            "manifest-src 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )
