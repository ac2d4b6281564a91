"""Spellings of paths that would lead out of a folder somewhere, on some server."""

from __future__ import annotations

from collections.abc import Iterator

_UPS = (
    "..",
    "%2e%2e",
    ".%2e",
    "%2E.",
    "%252e%252e",
    "..%00",
    "..;",
    "....",
    "%c0%ae%c0%ae",
    "%u002e%u002e",
    "\xef\xbc\x8e\xef\xbc\x8e",
    ".. ",
)
_SLASHES = ("/", "%2f", "\\", "%5c", "//")


def spellings() -> Iterator[str]:
    """More than sixty, each aimed at `rahasia.txt` two folders above."""
    for up in _UPS:
        for slash in _SLASHES:
            yield f"/berita/{up}{slash}{up}{slash}{up}{slash}rahasia.txt"
    yield from (
        "/../rahasia.txt",
        "/..",
        "//etc/passwd",
        "/%2fetc/passwd",
        "///../../rahasia.txt",
        "/./../rahasia.txt",
        "/berita/../../rahasia.txt",
        "/C:/Windows/win.ini",
        "/c:\\rahasia.txt",
        "\\..\\rahasia.txt",
        "..",
        "../rahasia.txt",
        "rahasia.txt",
        "http://127.0.0.1/../rahasia.txt",
        "file:///etc/passwd",
        "*",
        "/.lontar-manifest",
        "/.lontar/../rahasia.txt",
        "/berita/.rahasia",
        "/%2elontar-manifest",
        "/tautan.txt",
        "/tautan/rahasia.txt",
        "/tautan/",
        "/pipa",
        "/\x7f",
        "/index.html/",
        "/index.html/../../rahasia.txt",
        "/index.html%00.txt",
    )
