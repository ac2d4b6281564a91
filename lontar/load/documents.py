"""A source file split into what is said about it (plain data with lines) and its text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from lontar.errors import Place, Problem, problem
from lontar.load.contents import FENCE
from lontar.load.text import decode
from lontar.model.urls import SLUG, SLUG_LENGTH, slugify, split_name

if TYPE_CHECKING:
    from lontar.load.yaml_guard import Path, Plain


class Document(NamedTuple):
    """`lines` maps the path of a key to its line in the file; `body` begins on `body_line`. `original` is
    what this document translates, from which those fields come that are `inherited`."""

    path: str
    kind: str
    slug: str
    lang: str
    data: Mapping[str, Plain]
    lines: Mapping[Path, int]
    body: str
    body_line: int
    original: Document | None = None
    inherited: frozenset[str] = frozenset()

    def place(self, *path: str | int) -> Place:
        """The place of a key, or of the nearest key around it."""
        if (
            self.original is not None
            and path
            and path[:1] not in self.lines
            and path[0] in self.original.data
        ):
            return self.original.place(*path)
        name = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
        for length in range(len(path), 0, -1):
            if (line := self.lines.get(path[:length])) is not None:
                return Place(self.path, line, field=name)
        return Place(self.path, 1, field=name)


def parse_document(path: str, kind: str, data: bytes) -> Document | Problem:
    """A document of any kind: front matter and text (.md), or one YAML mapping."""
    from lontar.load.yaml_guard import read_mapping

    text = decode(path, data)
    if isinstance(text, Problem):
        return text
    slug, lang = split_name(path)
    if (wrong := _check_slug(path, slug)) is not None:
        return wrong
    if not path.endswith(".md"):
        read = read_mapping(path, text)
        return read if isinstance(read, Problem) else Document(path, kind, slug, lang, *read, "", 1)
    parts = _split(path, text)
    if isinstance(parts, Problem):
        return parts
    front, first_line, body, body_line = parts
    read = read_mapping(path, front, first_line)
    return read if isinstance(read, Problem) else Document(path, kind, slug, lang, *read, body, body_line)


def _split(path: str, text: str) -> tuple[str, int, str, int] | Problem:
    from frontmatter.default_handlers import YAMLHandler

    handler = YAMLHandler()
    opening = handler.FM_BOUNDARY.match(text)
    if opening is None:
        return problem(Place(path, 1), "front-matter-missing")
    try:
        front, body = handler.split(text)
    except ValueError:
        return problem(Place(path, 1), "front-matter-open")
    first_line = text.count("\n", 0, opening.end()) + 1
    return front, first_line, body, _line_of(body, text)


def text_after_front(text: str) -> tuple[str, int] | None:
    """The text after its front matter and the line it begins on, where `parse_document` finds them."""
    parts = FENCE.split(text, 2)
    return (parts[2], _line_of(parts[2], text)) if len(parts) == 3 and parts[0] == "" else None


def _line_of(body: str, text: str) -> int:
    return text.count("\n", 0, len(text) - len(body)) + 1


def _check_slug(path: str, slug: str) -> Problem | None:
    if SLUG.match(slug) and len(slug) <= SLUG_LENGTH:
        return None
    return problem(
        Place(path), "slug", found=slug, suggestion=slugify(slug) or "nama-berkas", limit=SLUG_LENGTH
    )
