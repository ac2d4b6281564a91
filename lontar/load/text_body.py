"""The Markdown of a document, converted, with its references resolved to names (not yet to files)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from lontar.errors import Place, Problem, nearest, problem
from lontar.load.access import find_vague_links
from lontar.load.embeds import NAMES, Found
from lontar.load.references import OutsideContent, content_path, url_of_file
from lontar.model.body import Link, Pieces
from lontar.model.urls import slugify
from lontar.model.video import player_of

if TYPE_CHECKING:
    from lontar.load.documents import Document

SCHEMES = ("http", "https", "mailto", "tel", "geo")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_REMOVED = re.compile(
    r"<\s*(script|style|iframe|img|object|embed|form|input|button|video|audio|svg|link|meta|base)\b", re.I
)
_CODE = re.compile(r"`[^`\n]*`|!\[[^\]\n]*\]\([^)\n]*\)|\[\[.*?\]\]")
_SCRIPT_LINK = re.compile(r"<a\b[^>]*\bhref\s*=\s*['\"]?\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)


class PhotoUse(NamedTuple):
    """A photo that a document refers to: `field` is where ("cover", "photos", "text", …)."""

    path: str
    alt: str
    caption: str
    credit: str
    field: str
    place: Place


class EmbedDraft(NamedTuple):
    kind: str
    target: str
    title: str
    uses: tuple[PhotoUse, ...]
    line: int


class Draft(NamedTuple):
    pieces: Pieces
    embeds: tuple[EmbedDraft, ...]
    anchors: tuple[str, ...]
    links: tuple[Link, ...]
    uses: tuple[PhotoUse, ...]
    summary: str
    words: int
    lang: str
    notes: tuple[Problem, ...]


def use_of(
    document: Document, written: Any, path: tuple[str | int, ...], problems: list[Problem]
) -> Iterable[PhotoUse]:
    place = document.place(*path, "file")
    try:
        file = content_path(document.path, written.file)
    except OutsideContent:
        problems.append(problem(place, "path-outside", found=written.file))
        return
    yield PhotoUse(file, written.alt, written.caption, written.credit, str(path[0]), place)


def draft_body(
    document: Document,
    text: str,
    first_line: int,
    listed: tuple[PhotoUse, ...],
    lang: str,
    language: str,
    base: str,
    problems: list[Problem],
) -> Draft:
    """Convert `text`, which begins on `first_line` of the document; `listed` are the photos of its fields."""
    from lontar.load.alarm import TooSlow
    from lontar.load.markdown import convert

    reader = _Reader(document, text, first_line, listed, lang, language, base, problems)
    try:
        converted = convert(text, lang, reader.resolve_link)
    except TooSlow:
        problems.append(problem(_beginning(document, text, first_line), "markdown-slow"))
        return _NOTHING
    except (RecursionError, AssertionError, IndexError, ValueError):
        problems.append(problem(_beginning(document, text, first_line), "markdown-hopeless"))
        return _NOTHING
    embeds = tuple(reader.embed(found) for found in converted.found)
    reader.check_anchors(converted.anchors)
    for written in converted.links:
        reader.check_scheme(written)
    return Draft(
        converted.pieces,
        embeds,
        converted.anchors,
        tuple(reader.links),
        tuple(use for embed in embeds for use in embed.uses if embed.kind in ("photo", "figure")),
        converted.summary,
        converted.words,
        lang,
        (*reader.removed_html(), *find_vague_links(converted.pieces, reader.place_of)),
    )


_NOTHING = Draft((), (), (), (), (), "", 0, "", ())


def _beginning(document: Document, text: str, first_line: int) -> Place:
    """The first line of the text that is not blank."""
    blank = len(text) - len(text.lstrip("\n"))
    return Place(document.path, first_line + blank)


def _lines_naming(anchor: str, text: str) -> list[int]:
    """The lines of a text, from 0, that give a section this id: written out, or by a heading's words."""
    written = re.compile(rf"""(?:\{{[^}}]*#|\bid\s*=\s*["']?){re.escape(anchor)}(?![\w-])""")
    return [
        number
        for number, line in enumerate(text.split("\n"))
        if written.search(line) or (line.startswith("#") and slugify(line) == anchor)
    ]


class _Reader:
    """Resolves what one text refers to and remembers what is wrong with it."""

    def __init__(
        self,
        document: Document,
        text: str,
        first_line: int,
        listed: tuple[PhotoUse, ...],
        lang: str,
        language: str,
        base: str,
        problems: list[Problem],
    ) -> None:
        self.document, self.text, self.first_line = document, text, first_line
        self.listed = {use.path: use for use in listed if use.field == "photos"}
        self.prefixes = {
            "": "" if lang == language else f"/{lang}",
            language: "",
            lang: "" if lang == language else f"/{lang}",
        }
        self.base = base
        self.problems = problems
        self.links: list[Link] = []

    def place(self, written: str) -> Place:
        """Where `written` first stands in the text. Markdown does not tell; the text itself does."""
        at = max(self.text.find(f"]({written}"), self.text.find(f"](<{written}"))
        if at < 0:
            at = self.text.find(written)
        return Place(self.document.path, self.first_line + (self.text.count("\n", 0, at) if at >= 0 else 0))

    def place_of(self, words: str) -> Place:
        """Where some words stand in the text, as links or headings; the text's first line when they are
        written otherwise there."""
        at = max(self.text.find(f"[{words}"), self.text.find(f"# {words}"), 0)
        return Place(self.document.path, self.first_line + self.text.count("\n", 0, at))

    def resolve_link(self, written: str) -> str:
        """The address to publish for a link as written; internal ones are remembered for the checks."""
        if not written or written.startswith("//") or _SCHEME.match(written):
            return written
        path, mark, fragment = written.partition("#")
        place = self.place(written)
        if path == "":
            if not fragment.startswith("fn"):  # footnotes link to themselves
                self.links.append(Link("", fragment, place.line))
            return written
        path, query, asked = path.partition("?")
        url = self._url(path, place)
        self.links.append(Link(url, fragment, place.line))
        return f"{self.base}{url}{query}{asked}{mark}{fragment}"

    def _url(self, path: str, place: Place) -> str:
        if path.startswith("/") and path.endswith("/") and "." not in path:
            return path
        name = PurePosixPath(path)
        is_file = name.suffix.lower() in (".md", ".yaml", ".yml")
        if path.startswith("/") and not is_file:
            return path if path.endswith("/") or name.suffix else f"{path}/"
        try:
            file = content_path(self.document.path, path)
        except OutsideContent:
            self.problems.append(problem(place, "path-outside", found=path))
            return path
        return url_of_file(file, self.prefixes) or f"?{path}"

    def check_scheme(self, written: str) -> None:
        scheme = _SCHEME.match(written)
        if scheme is not None and scheme.group(1).lower() not in SCHEMES:
            self.problems.append(problem(self.place(written), "link-scheme", found=scheme.group(1)))

    def check_anchors(self, anchors: tuple[str, ...]) -> None:
        """An id twice on a page leads to the first only; "isi" is the page's own."""
        seen: Counter[str] = Counter()
        for anchor in anchors:
            seen[anchor] += 1
            if anchor != "isi" and seen[anchor] == 1:
                continue
            lines = [self.first_line + number for number in _lines_naming(anchor, self.text)]
            line = lines[min(seen[anchor], len(lines)) - 1] if lines else self.first_line
            place = Place(self.document.path, line)
            if anchor == "isi":
                self.problems.append(problem(place, "anchor-own", found=anchor))
            else:
                first = lines[0] if lines else line
                self.problems.append(problem(place, "anchor-twice", found=anchor, first=first, second=line))

    def removed_html(self) -> Iterable[Problem]:
        """HTML that the sanitiser takes out of the text is said, so that nothing is lost in silence."""
        if "<" not in self.text:
            return
        for number, line in enumerate(self.text.split("\n")):
            if "<" in line and not line.startswith(("    ", "\t")):
                for found in _SCRIPT_LINK.finditer(line):
                    if found.group(1).lower() not in SCHEMES:
                        place = Place(self.document.path, self.first_line + number)
                        self.problems.append(problem(place, "link-scheme", found=found.group(1)))
                for match in _REMOVED.finditer(_CODE.sub("", line)):
                    place = Place(self.document.path, self.first_line + number)
                    yield problem(place, "html-removed", found=match.group(1).lower())

    def embed(self, found: Found) -> EmbedDraft:
        line = self.first_line + found.line - 1 if found.line else self.place(found.target).line
        place = Place(self.document.path, line)
        if found.kind in ("photo", "figure"):
            return EmbedDraft(found.kind, "", "", self._picture(found, place), line)
        if found.kind == "gallery":
            return EmbedDraft("gallery", "", "", self._gallery(found, place), line)
        if found.kind == "unknown":
            near = nearest(found.target.lower(), NAMES)
            self.problems.append(problem(place, "embed-unknown", found=found.target, nearest=near))
        elif found.kind == "unfinished":
            self.problems.append(problem(place, "embed-unfinished", found=found.target[:60]))
        elif found.kind == "empty":
            self.problems.append(problem(place, "embed-empty", found=found.target))
        elif found.kind == "video" and player_of(found.target) is None:
            self.problems.append(problem(place, "video-host", found=found.target))
        return EmbedDraft(found.kind, found.target, found.title, (), line)

    def _picture(self, found: Found, place: Place) -> tuple[PhotoUse, ...]:
        if _SCHEME.match(found.target) or found.target.startswith("//"):
            self.problems.append(problem(place, "image-external", found=found.target[:80]))
            return ()
        if not found.target:
            self.problems.append(problem(place, "image-nameless"))
            return ()
        try:
            path = content_path(self.document.path, found.target)
        except OutsideContent:
            self.problems.append(problem(place, "path-outside", found=found.target))
            return ()
        return (PhotoUse(path, found.alt, found.title, "", "text", place),)

    def _gallery(self, found: Found, place: Place) -> tuple[PhotoUse, ...]:
        if not found.target:
            if not self.listed:
                self.problems.append(problem(place, "gallery-empty"))
            return tuple(self.listed.values())
        by_name = {PurePosixPath(path).name: use for path, use in self.listed.items()}
        uses: list[PhotoUse] = []
        for name in (part.strip() for part in found.target.split(",")):
            use = by_name.get(PurePosixPath(name).name)
            if use is None:
                near = nearest(name, by_name)
                self.problems.append(problem(place, "gallery-photo", found=name, nearest=near))
            else:
                uses.append(use)
        return tuple(uses)
