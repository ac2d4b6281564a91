"""A built site as a folder of files: its pages parsed, its URLs resolved to files.

It reads what was published and nothing else, so a test that uses it judges what a reader gets.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
from lxml.html import HtmlElement


@dataclass(frozen=True)
class Page:
    """One HTML file: its URL path ("/berita/x/"), its bytes and its tree."""

    url: str
    file: Path

    @cached_property
    def raw(self) -> bytes:
        return self.file.read_bytes()

    @cached_property
    def tree(self) -> HtmlElement:
        return lxml.html.document_fromstring(self.raw.decode("utf-8"))

    @property
    def is_alias(self) -> bool:
        """A page that only sends on to another one."""
        return bool(self.tree.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']"))

    @property
    def is_noindex(self) -> bool:
        return any("noindex" in content for content in self.values("//meta[@name='robots']/@content"))

    def values(self, xpath: str) -> list[str]:
        """The strings an XPath expression finds (attributes or text)."""
        return [str(value) for value in self.tree.xpath(xpath)]

    def meta(self, name: str) -> str:
        """Content of the one <meta> of that name or property, "" without one."""
        found = self.values(f"//meta[@name='{name}' or @property='{name}']/@content")
        return found[0] if found else ""

    @property
    def canonical(self) -> str:
        found = self.values("//link[@rel='canonical']/@href")
        return found[0] if found else ""


@dataclass(frozen=True)
class BuiltSite:
    """The files below `root`, published at `origin` ("https://example.org", no slash at its end)."""

    root: Path
    _pages: list[Page] = field(default_factory=list)

    def pages(self) -> list[Page]:
        """Every HTML page, aliases too, by URL; each is parsed once."""
        if not self._pages:
            self._pages.extend(
                Page(self.url_of(file), file) for file in sorted(self.root.rglob("*.html")) if file.is_file()
            )
        return self._pages

    def real_pages(self) -> list[Page]:
        """Pages to be read: neither aliases nor files that are there for a machine."""
        return [page for page in self.pages() if not page.is_alias]

    def page(self, url: str) -> Page:
        """The page at a URL path; KeyError when there is none."""
        for page in self.pages():
            if page.url == url:
                return page
        raise KeyError(url)

    @cached_property
    def origin(self) -> str:
        parts = urlsplit(self.page("/").canonical)
        return f"{parts.scheme}://{parts.netloc}"

    def url_of(self, file: Path) -> str:
        path = "/" + file.relative_to(self.root).as_posix()
        return path.removesuffix("index.html") if path.endswith("/index.html") else path

    def resolve(self, url: str, base: str = "/") -> Path | None:
        """The file that answers a URL of this site (absolute, or relative to the path `base`), None
        when the URL leads elsewhere. The file need not exist: that is for the caller to see."""
        whole = urljoin(f"{self.origin}{base}", url)
        if not whole.startswith(f"{self.origin}/"):
            return None
        path = unquote(urlsplit(whole).path).lstrip("/")
        return self.root / (f"{path}index.html" if path == "" or path.endswith("/") else path)
