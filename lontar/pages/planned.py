"""One file to be made: what it is made from, and so its key.

A page's view is a function of nothing but the values in `args` (and the texts of the records among them);
it cannot reach the site. The key is the fingerprint of exactly these, so an equal key means an equal page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from typing import Any, NamedTuple

from lontar.digest import digest
from lontar.model.record import TEXTS, Text
from lontar.model.urls import output_path

Html = Mapping[str, tuple[str, ...]]
"""Pieces of texts by digest."""
View = Callable[..., "dict[str, Any] | str | bytes"]


class Rank(IntEnum):
    """The order of publication: nothing appears before what it shows."""

    ASSET = 0
    PAGE = 1
    INDEX = 2


class Page(NamedTuple):
    """`view(html, *args)` gives the context of `template`, or without one the file's content itself;
    `html` holds the texts of the records in `args`. `source` is the file an editor would look at when
    something is wrong with the page, `line` where. `versions` are language and URL of the same page in every
    language that has it, if there are several, and `nearest` those of the page to go to instead in a language
    that lacks it (lontar.pages.languages). `card` is the text of the picture composed for it, see
    lontar.pages.share_cards."""

    url: str
    template: str
    view: View
    args: tuple[Any, ...]
    source: str = ""
    rank: Rank = Rank.PAGE
    line: int = 0
    versions: tuple[tuple[str, str], ...] = ()
    nearest: tuple[tuple[str, str], ...] = ()
    card: str = ""

    @property
    def path(self) -> str:
        return output_path(self.url)

    @property
    def key(self) -> str:
        view = self.view
        return digest(view.__module__, view.__qualname__, self.url, self.args, self.versions, self.nearest)

    @property
    def texts(self) -> list[Text]:
        """The records whose whole texts the page may show: those in its arguments, not their cards."""
        found: list[Text] = []
        _find_texts(self.args, found)
        return found

    def with_texts(self, fresh: Mapping[str, Text]) -> Page:
        """The page with these records (by source) in the place of what they were before."""
        return self._replace(args=_exchanged(self.args, fresh))


def _find_texts(values: Iterable[Any], found: list[Text]) -> None:
    for value in values:
        kind = type(value)
        if kind is tuple or kind is list:
            _find_texts(value, found)
        elif kind in TEXTS:
            found.append(value)


def _exchanged(value: Any, fresh: Mapping[str, Text]) -> Any:
    if type(value) in TEXTS:
        return fresh.get(value.source, value)
    if type(value) in (tuple, list):
        return type(value)(_exchanged(item, fresh) for item in value)
    return value


class Rendition(NamedTuple):
    """A form of a photo: see lontar.render.images.Spec for the numbers. The URL names all of it by digest,
    so a file of that name never changes. `limit` is the most bytes it may have, 0 for any; `content` the
    digest of the photo it is planned from, and `base` the size at which that is decoded, so that no byte
    depends on which other forms are made. Without a `source` it is composed of a `text` on the theme's
    ground, whose digest `content` is."""

    url: str
    source: str
    width: int
    height: int
    format: str
    quality: int
    fit: str
    limit: int
    content: str = ""
    text: str = ""
    base: tuple[int, int] = (0, 0)

    @property
    def path(self) -> str:
        return self.url.lstrip("/")
