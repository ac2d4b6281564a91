"""What the server adds to a page on its way out: one script. What is in the output folder stays as it is."""

from __future__ import annotations

from html import escape

SCRIPT = "/.lontar/live.js"
UNBUILT = -1
"""The version of a page that stands where the site has none yet."""


def with_script(page: bytes, run: str, version: int) -> bytes:
    """The page with the script at the end of its head, or of what there is of it."""
    tag = f'<script src="{SCRIPT}" defer data-run="{escape(run)}" data-version="{version}"></script>'.encode()
    for mark in (b"</head>", b"</body>", b"</html>"):
        before, found, after = page.partition(mark)
        if found:
            return before + tag + found + after
    return page + tag


def bare_page(lang: str, title: str, text: str) -> bytes:
    """A page that stands where the site has none yet."""
    return (
        f'<!doctype html><html lang="{escape(lang)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        f"<title>{escape(title)}</title></head>"
        f"<body><main><h1>{escape(title)}</h1><p>{escape(text)}</p></main></body></html>"
    ).encode()
