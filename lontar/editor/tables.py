"""Tables of fields within the guides, between marks: `<!-- isian: Article -->` … `<!-- /isian -->`."""

from __future__ import annotations

import re

from lontar.editor.fields import Field, classes, describe, fields_of
from lontar.messages import field_texts

GUIDES = {"docs/panduan-editor.md": "id", "docs/editor-guide.md": "en"}
"""Each guide, and the language of its tables."""
_MARKED = re.compile(r"(<!-- isian: (\w+) -->\n).*?(<!-- /isian -->)", re.DOTALL)


def with_tables(guide: str, lang: str) -> str:
    """The guide with every marked table written anew. KeyError where a mark names no class."""
    return _MARKED.sub(lambda mark: f"{mark[1]}{table(mark[2], lang)}{mark[3]}", guide)


def table(title: str, lang: str) -> str:
    """The fields of one class of the schema as a Markdown table, those that are needed first."""
    texts = field_texts(lang)
    heads = [texts[name] for name in ("@field", "@required", "@description", "@example")]
    fields = sorted(fields_of(classes()[title]), key=lambda one: not one.required)
    rows = [_row(heads), _row(["---"] * len(heads)), *(_row(_cells(one, lang)) for one in fields)]
    return "".join(rows)


def _cells(one: Field, lang: str) -> list[str]:
    texts = field_texts(lang)
    needed = texts["@yes" if one.required else "@no"]
    example = f"`{one.name}: {one.example}`" if one.example else ""
    return [f"`{one.name}`", needed, describe(one, lang), example]


def _row(cells: list[str]) -> str:
    shown = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(shown)} |\n"
