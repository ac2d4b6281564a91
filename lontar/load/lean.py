"""Python-Markdown's own steps, run only where they can find something: same output, a third of the time.

Nothing but the public interface is used: a processor is replaced under its name by a subclass that decides,
before it calls the original, which part of the work can have an effect.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.inlinepatterns import IMAGE_LINK_RE, LINK_RE, ImageInlineProcessor, LinkInlineProcessor
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import ETX, STX

from lontar.load.lean_html import to_html
from lontar.load.lean_spans import place_spans

_TRIGGERS: dict[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""One of these is in every match of a pattern (its regular expression in markdown.inlinepatterns). Patterns
only ever take text away or put placeholders in, so what is not in a block at first never comes into it."""

_REFERENCES = {"reference", "image_reference", "short_reference", "short_image_ref"}
"""Of no effect in a text that defines no references."""


class LeanInline(InlineProcessor):
    """Each block is given the patterns only whose trigger it contains; most contain one or none. With
    `spans`, what those can read is left to them."""

    def __init__(self, markdown: Markdown, spans: Callable[[Element], bool] | None = None) -> None:
        super().__init__(markdown)
        self._spans = spans
        self._patterns = list(markdown.inlinePatterns)
        registry = markdown.inlinePatterns
        names = {registry.get_index_for_name(name): name for name in _TRIGGERS if name in registry}
        self._needs = [_TRIGGERS.get(names.get(number, "")) for number in range(len(self._patterns))]
        self._refers = [names.get(number) in _REFERENCES for number in range(len(self._patterns))]
        self._triggers = tuple(dict.fromkeys(sign for need in self._needs if need for sign in need))
        self._always = None in self._needs
        self._chosen: dict[tuple[bool, tuple[str, ...]], list[object]] = {}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        blocks = list(tree)
        done: list[Element] = []
        spans = None if self.md.references else self._spans
        for block in blocks:
            if spans is not None and spans(block):
                done.append(block)
                continue
            patterns = self._patterns_for("".join(block.itertext()))
            if not patterns:
                done.append(block)
                continue
            self.inlinePatterns = patterns  # type: ignore[assignment]
            shell = Element(tree.tag)
            shell.append(block)
            super().run(shell, ancestors)
            done.extend(shell)
        tree[:] = done
        return tree

    def _patterns_for(self, text: str) -> list[object]:
        present = tuple([trigger for trigger in self._triggers if trigger in text])
        if not present and not self._always:
            return []
        refers = bool(self.md.references)
        chosen = self._chosen.get((refers, present))
        if chosen is None:
            signs = set(present)
            chosen = [
                pattern
                for pattern, need, reference in zip(self._patterns, self._needs, self._refers, strict=True)
                if (need is None or not signs.isdisjoint(need)) and (refers or not reference)
            ]
            self._chosen[refers, present] = chosen
        return chosen


_BLOCK_SIGNS: dict[str, tuple[str, ...]] = {
    "indent": ("    ",),
    "defindent": ("    ",),
    "code": ("    ",),
    "table": ("|",),
    "hashheader": ("#",),
    "setextheader": ("\n=", "\n-"),
    "hr": ("-", "_", "*"),
    "olist": (". ",),
    "ulist": ("* ", "+ ", "- "),
    "deflist": (":",),
    "quote": (">",),
    "footnote": ("]:",),
    "reference": ("]:",),
}
"""One of these is in every block that a processor takes (the expressions in markdown.blockprocessors and the
extensions'); those not named here are always asked."""


class LeanBlocks:
    """BlockParser.parseBlocks, which asks each processor only where the block has a sign of it."""

    def __init__(self, parser: BlockParser) -> None:
        registry = parser.blockprocessors
        names = {registry.get_index_for_name(name): name for name in _BLOCK_SIGNS if name in registry}
        self._steps = [
            (_BLOCK_SIGNS.get(names.get(number, ""), ("",)), processor.test, processor.run)
            for number, processor in enumerate(registry)
        ]

    def parse(self, parent: Element, blocks: list[str]) -> None:
        while blocks:
            block = blocks[0]
            for signs, test, run in self._steps:
                for sign in signs:
                    if sign in block:
                        break
                else:
                    continue
                if test(parent, block):
                    if run(parent, blocks) is not False:
                        break
                    block = blocks[0]


_UNEVEN = (STX, ETX, "\r", "\t", "\n ")


class LeanWhitespace(NormalizeWhitespace):
    """Lines without anything to normalise only get the two at the end."""

    def run(self, lines: list[str]) -> list[str]:
        source = "\n".join(lines)
        for sign in _UNEVEN:
            if sign in source:
                return super().run(lines)
        return [*lines, "", ""]


class LeanHtmlBlocks(HtmlBlockPreprocessor):
    """Text without "<" and "&" has no HTML: the parser would hand it back as it is."""

    def run(self, lines: list[str]) -> list[str]:
        for line in lines:
            if "<" in line or "&" in line:
                return super().run(lines)
        return lines


class Prose(BlockProcessor):
    """A block whose lines all begin with a letter (or a quote or bracket before one) and hold no "|" is a
    paragraph: every other kind of block has a sign at the start of a line, or is a table."""

    _PROSE = re.compile(r"(?:[\"“‘(]?[^\W\d_][^\n|]*(?:\n|\Z))+\Z")

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self._paragraph = ParagraphProcessor(parser)

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return self._PROSE.match(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        self._paragraph.run(parent, blocks)


class LeanAttributes(AttrListTreeprocessor):
    """Without a brace there is no list of attributes."""

    def run(self, doc: Element) -> None:
        lines: list[str] = self.md.lines  # type: ignore[attr-defined]
        if any("{" in line for line in lines):
            super().run(doc)


class LeanUnescape(UnescapeTreeprocessor):
    """Without a backslash nothing was escaped."""

    def run(self, root: Element) -> None:
        lines: list[str] = self.md.lines  # type: ignore[attr-defined]
        if any("\\" in line for line in lines):
            super().run(root)


class _LeanLink(LinkInlineProcessor):
    """A text without brackets and an address without spaces, quotes and brackets are read at once; the
    original goes letter by letter."""

    _TEXT = re.compile(r"[^\[\]]*\]")
    _LINK = re.compile(rf"\(\s*([^\s()<>'\"\\{STX}]+)\)")

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802  (the library's name)
        found = self._TEXT.match(data, index)
        return (found.group()[:-1], found.end(), True) if found else super().getText(data, index)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        found = self._LINK.match(data, index)
        return (found.group(1), None, found.end(), True) if found else super().getLink(data, index)


class _LeanImage(_LeanLink, ImageInlineProcessor):
    """The same for pictures."""


def _whitespace(markdown: Markdown) -> None:
    markdown.preprocessors.register(LeanWhitespace(markdown), "normalize_whitespace", 30)


def _html_blocks(markdown: Markdown) -> None:
    markdown.preprocessors.register(LeanHtmlBlocks(markdown), "html_block", 20)


def _prose(markdown: Markdown) -> None:
    markdown.parser.blockprocessors.register(Prose(markdown.parser), "prose", 95)


def _blocks(markdown: Markdown) -> None:
    markdown.parser.parseBlocks = LeanBlocks(markdown.parser).parse  # type: ignore[method-assign]


def _links(markdown: Markdown) -> None:
    markdown.inlinePatterns.register(_LeanLink(LINK_RE, markdown), "link", 160)
    markdown.inlinePatterns.register(_LeanImage(IMAGE_LINK_RE, markdown), "image_link", 150)


def _inline(markdown: Markdown) -> None:
    markdown.treeprocessors.register(LeanInline(markdown), "inline", 20)


def _spans(markdown: Markdown) -> None:
    markdown.treeprocessors.register(LeanInline(markdown, place_spans), "inline", 20)


def _attributes(markdown: Markdown) -> None:
    if "attr_list" in markdown.treeprocessors:
        markdown.treeprocessors.register(LeanAttributes(markdown), "attr_list", 8)


def _unescape(markdown: Markdown) -> None:
    markdown.treeprocessors.register(LeanUnescape(markdown), "unescape", 0)


def _writing(markdown: Markdown) -> None:
    markdown.is_block_level = cache(markdown.is_block_level)  # type: ignore[method-assign]
    markdown.serializer = to_html


STEPS: Mapping[str, Callable[[Markdown], None]] = {
    "links and images read at once": _links,
    "inline patterns by their sign": _inline,
    "plain spans read at once": _spans,
    "prose is a paragraph": _prose,
    "block processors by their sign": _blocks,
    "no HTML without its signs": _html_blocks,
    "attributes only with a brace": _attributes,
    "escapes only where there are": _unescape,
    "even white space": _whitespace,
    "own writer of HTML": _writing,
}
"""Each is measured by benchmarks/markdown.py; later ones build upon earlier ones."""


def make_lean(markdown: Markdown) -> None:
    """Put all in place; to be called when all extensions are registered."""
    for step in STEPS.values():
        step(markdown)
