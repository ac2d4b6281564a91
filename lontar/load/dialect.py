"""Python-Markdown as Lontar sets it up: one instance a process, reset between texts.

One tree processor does what the page needs: headings below the page's h1 with anchors, pictures cut
out for the templates, links gathered for the checks, table alignment as classes.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from lontar.load.embeds import MARK, Found, read_embed
from lontar.load.lean import make_lean
from lontar.model.urls import slugify

_BACK = {"id": "Kembali ke teks, catatan {}", "en": "Back to the text, note {}"}
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_STASHED = re.compile("[\x02\x03]")


class Dialect:
    """convert(text) fills `found` and `links` anew each time."""

    def __init__(self, lang: str) -> None:
        self.found: list[Found] = []
        self.links: list[str] = []
        self._markdown = Markdown(
            extensions=[
                TableExtension(use_align_attribute=True),
                FootnoteExtension(BACKLINK_TITLE=_BACK[lang]),
                AttrListExtension(),  # by name, each would be looked for among all installed packages
                DefListExtension(),
            ],
            output_format="html",
        )
        self._markdown.preprocessors.register(_Embeds(self._markdown, self), "embeds", 100)
        self._markdown.treeprocessors.register(_Tree(self._markdown, self), "lontar", 5)
        make_lean(self._markdown)

    def convert(self, text: str) -> str:
        self.found.clear()
        self.links.clear()
        self._markdown.reset()
        return self._markdown.convert(text)

    def mark(self, found: Found) -> str:
        self.found.append(found)
        return f"{MARK}{len(self.found) - 1};"


class _Embeds(Preprocessor):
    """Lines that are embeds become marks: before all else, so that line numbers are the text's own."""

    def __init__(self, markdown: Markdown, dialect: Dialect) -> None:
        super().__init__(markdown)
        self.dialect = dialect

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        for number, line in enumerate(lines, 1):
            found = read_embed(line, number) if "[" in line else None
            if found is None:
                out.append(line)
            else:
                out += ["", self.dialect.mark(found), ""]
        return out


class _Tree(Treeprocessor):
    def __init__(self, markdown: Markdown, dialect: Dialect) -> None:
        super().__init__(markdown)
        self.dialect = dialect

    def run(self, root: ElementTree.Element) -> None:
        headings: list[ElementTree.Element] = []
        has_images = False
        for element in root.iter():
            tag = element.tag
            if tag in _HEADINGS:
                headings.append(element)
            elif tag == "a":
                if (href := element.get("href")) is not None and not _STASHED.search(href):
                    self.dialect.links.append(href)
            elif tag in ("td", "th"):
                _align(element)
            elif tag == "img":
                has_images = True
        if has_images:
            for parent in root.iter():
                if any(child.tag == "img" for child in parent):
                    self._cut_images(parent)
        if headings:
            self._shift(root, headings)

    def _cut_images(self, parent: ElementTree.Element) -> None:
        alone = parent.tag == "p" and len(parent) == 1 and not (parent.text or "").strip()
        alone = alone and not (parent[0].tail or "").strip()
        before: ElementTree.Element | None = None
        for child in list(parent):
            if child.tag != "img":
                before = child
                continue
            kind = "figure" if alone else "photo"
            found = Found(kind, child.get("src", ""), child.get("title", ""), 0, child.get("alt", ""))  # type: ignore[arg-type]
            text = self.dialect.mark(found) + ("" if alone else child.tail or "")
            if before is None:
                parent.text = ("" if alone else parent.text or "") + text
            else:
                before.tail = (before.tail or "") + text
            parent.remove(child)
        if alone:
            parent.attrib.clear()

    def _shift(self, root: ElementTree.Element, headings: list[ElementTree.Element]) -> None:
        """The highest heading of the text becomes h2, and no level is skipped on the way down."""
        top = min(_HEADINGS[heading.tag] for heading in headings)
        taken = {"isi", *(element.get("id", "") for element in root.iter())}
        last = 1
        for heading in headings:
            level = min(_HEADINGS[heading.tag] - top + 2, last + 1, 6)
            last = level
            heading.tag = f"h{level}"
            text = " ".join("".join(heading.itertext()).split())
            anchor = heading.get("id") or _unique(slugify(text) or "bagian", taken)
            taken.add(anchor)
            heading.set("id", anchor)


def _unique(anchor: str, taken: set[str]) -> str:
    number, name = 1, anchor
    while name in taken:
        number += 1
        name = f"{anchor}-{number}"
    return name


def _align(cell: ElementTree.Element) -> None:
    side = cell.attrib.pop("align", None)
    if side in ("right", "center"):
        cell.set("class", f"align-{side}")
    if cell.tag == "th":
        cell.set("scope", "col")
